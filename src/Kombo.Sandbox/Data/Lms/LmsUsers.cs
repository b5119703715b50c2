using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>Employees who learn.</summary>
internal sealed class LmsUsers : Table
{
    private const int Count = 320;

    /// <inheritdoc/>
    public override string Noun => "user of the learning system";

    /// <inheritdoc/>
    protected override void Fill()
    {
        foreach (var employee in Company.Get<Employees>().Rows.Where(row => !row.IsDeleted).Take(Count))
        {
            var dice = new Dice(Noun + Rows.Count);
            var changed = Calendar.Changed(dice);
            Add(new KomboMap
            {
                ["id"] = NextId,
                ["remote_id"] = "lms-" + employee.RemoteId,
                ["first_name"] = employee["first_name"],
                ["last_name"] = employee["last_name"],
                ["work_email"] = employee["work_email"],
                ["status"] = Rows.Count % 20 == 19 ? "INACTIVE" : "ACTIVE",
                ["remote_created_at"] = Calendar.At(-dice.Between(100, 900)),
                ["remote_deleted_at"] = Rows.Count % 100 == 99 ? changed : null,
                ["changed_at"] = changed,
                ["remote_data"] = null,
                ["custom_fields"] = new KomboMap { ["learning_budget"] = 500 + (50 * dice.Below(10)) },
                ["integration_fields"] = Parts.List(),
            });
        }
    }
}
