using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>Employees who learn.</summary>
internal sealed class LmsUsers : Table
{
    private const int Count = 320;

    /// <inheritdoc/>
    public override string Noun => "user of the learning system";

    /// <inheritdoc/>
    protected override void Seed()
    {
        foreach (var employee in Database.Get<Employees>().Rows.Where(row => !row.IsDeleted).Take(Count))
        {
            var random = new SeededRandom(Noun + Rows.Count);
            var changed = Calendar.Changed(random);
            Add(new KomboMap
            {
                ["id"] = NextId,
                ["remote_id"] = "lms-" + employee.RemoteId,
                ["first_name"] = employee["first_name"],
                ["last_name"] = employee["last_name"],
                ["work_email"] = employee["work_email"],
                ["status"] = Rows.Count % 20 == 19 ? "INACTIVE" : "ACTIVE",
                ["remote_created_at"] = Calendar.At(-random.Between(100, 900)),
                ["remote_deleted_at"] = Rows.Count % 100 == 99 ? changed : null,
                ["changed_at"] = changed,
                ["remote_data"] = null,
                ["custom_fields"] = new KomboMap { ["learning_budget"] = 500 + (50 * random.Below(10)) },
                ["integration_fields"] = Parts.List(),
            });
        }
    }
}
