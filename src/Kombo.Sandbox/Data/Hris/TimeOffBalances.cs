using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>How much time off people have left.</summary>
internal sealed class TimeOffBalances : Table
{
    /// <inheritdoc/>
    public override string Noun => "time off balance";

    /// <inheritdoc/>
    protected override string? Owner => "employee_id";

    /// <inheritdoc/>
    protected override void Fill()
    {
        var types = Company.Get<AbsenceTypes>().Rows;
        foreach (var employee in Company.Get<Employees>().Rows)
        {
            var dice = new Dice(Noun + employee.Id);
            var used = dice.Below(28);
            Add(employee, types[0], 30 - used - (dice.InThousand(200) ? 0.5 : 0), used, dice);
            if (dice.InThousand(400))
            {
                Add(employee, types[3], dice.Below(40), null, dice);
            }
        }
    }

    /// <inheritdoc/>
    protected override KomboMap Expand(Row row) =>
        new(row.Fields) { ["type"] = Company.Get<AbsenceTypes>().Find(row.Text("type_id"))!.Fields };

    private void Add(Row employee, Row type, double balance, int? used, Dice dice) => Add(new KomboMap
    {
        ["id"] = NextId,
        ["remote_id"] = $"{employee.RemoteId}/{type.RemoteId}",
        ["employee_id"] = employee.Id,
        ["type_id"] = type.Id,
        ["balance"] = balance,
        ["balance_unit"] = type["unit"],
        ["changed_at"] = Calendar.Changed(dice),
        ["remote_deleted_at"] = null,
        ["used"] = used,
        ["used_unit"] = type["unit"],
        ["remote_data"] = null,
    });
}
