using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>How much time off people have left.</summary>
internal sealed class TimeOffBalances : Table
{
    /// <inheritdoc/>
    public override string Noun => "time off balance";

    /// <inheritdoc/>
    protected override string? Owner => "employee_id";

    /// <summary>The vacation of someone new.</summary>
    public void Open(Row employee)
    {
        Add(employee, Database.Get<AbsenceTypes>().Rows[0], 30, 0, new SeededRandom(Noun + employee.Id));
        Changed(Rows[Rows.Count - 1]);
    }

    /// <inheritdoc/>
    protected override void Seed()
    {
        var types = Database.Get<AbsenceTypes>().Rows;
        foreach (var employee in Database.Get<Employees>().Rows)
        {
            var random = new SeededRandom(Noun + employee.Id);
            var used = random.Below(28);
            Add(employee, types[0], 30 - used - (random.InThousand(200) ? 0.5 : 0), used, random);
            if (random.InThousand(400))
            {
                Add(employee, types[3], random.Below(40), null, random);
            }
        }
    }

    /// <inheritdoc/>
    protected override KomboMap Expand(Row row) =>
        new(row.Fields) { ["type"] = Database.Get<AbsenceTypes>().Find(row.Text("type_id"))!.Fields };

    private void Add(Row employee, Row type, double balance, int? used, SeededRandom random) => Add(new KomboMap
    {
        ["id"] = NextId,
        ["remote_id"] = $"{employee.RemoteId}/{type.RemoteId}",
        ["employee_id"] = employee.Id,
        ["type_id"] = type.Id,
        ["balance"] = balance,
        ["balance_unit"] = type["unit"],
        ["changed_at"] = Calendar.Changed(random),
        ["remote_deleted_at"] = null,
        ["used"] = used,
        ["used_unit"] = type["unit"],
        ["remote_data"] = null,
    });
}
