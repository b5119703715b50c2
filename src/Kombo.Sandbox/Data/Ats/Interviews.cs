using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>Appointments with candidates.</summary>
internal sealed class Interviews : Table
{
    /// <inheritdoc/>
    public override string Noun => "interview";

    /// <inheritdoc/>
    protected override string? Owner => "application_id";

    /// <summary>A new appointment.</summary>
    public void Create(Row application, KomboMap plan)
    {
        var now = Database.Now();
        var row = Add(Blank(application, "int-" + Rows.Count.ToString(CultureInfo.InvariantCulture), now));
        Plan(row, plan);
        row["remote_created_at"] = row["remote_updated_at"] = row["changed_at"] = now;
        Database.Get<Applications>().Linked(application);
    }

    /// <summary>The appointment is planned anew.</summary>
    public void Change(Row interview, KomboMap plan)
    {
        Plan(interview, plan);
        Changed(interview);
        Database.Get<Applications>().Linked(Database.Get<Applications>().Find(interview.Text("application_id")));
    }

    /// <inheritdoc/>
    protected override KomboMap Expand(Row row)
    {
        var application = Database.Get<Applications>().Find(row.Text("application_id"));
        var shown = application?.Pick("id", "remote_id", "outcome", "rejection_reason_name");
        if (shown is not null)
        {
            shown["candidate"] = Candidates.Short(Database.Get<Candidates>().Find(application!.Text("candidate_id")));
            shown["job"] = Jobs.Short(Database.Get<Jobs>().Find(application.Text("job_id")));
        }

        return new KomboMap(row.Fields) { ["application"] = shown };
    }

    /// <inheritdoc/>
    protected override void Seed()
    {
        foreach (var application in Database.Get<Applications>().Rows)
        {
            var random = new SeededRandom(Noun + application.Id);
            if (random.InThousand(200))
            {
                Add(application, random.Between(-200, 30), random);
            }
        }
    }

    private static void Plan(Row row, KomboMap plan, IEnumerable<Row> users)
    {
        var place = (KomboMap)plan["location"]!;
        var isVirtual = (string)place["type"]! == "VIRTUAL";
        place.TryGetValue("address", out var address);
        row["title"] = plan["title"];
        row["starting_at"] = Calendar.Moment((string)plan["start_time"]!);
        row["ending_at"] = Calendar.Moment((string)plan["end_time"]!);
        row["location"] = isVirtual || address is null ? null : new KomboMap(Parts.Address(null, null, null, null, null)) { ["raw"] = address };
        row["video_conferencing_url"] = isVirtual ? address ?? "https://meet.sandbox.kombo.invalid/" + row.RemoteId : null;
        row["users"] = new KomboList<object?>(users.Select(AtsUsers.Short));
    }

    private void Plan(Row row, KomboMap plan) =>
        Plan(row, plan, ((KomboList<object?>)plan["interviewer_user_ids"]!).Select(id => Database.Get<AtsUsers>().Find((string)id!)!));

    private KomboMap Blank(Row application, string remoteId, string created) => new()
    {
        ["id"] = NextId,
        ["remote_id"] = remoteId,
        ["title"] = null,
        ["starting_at"] = null,
        ["ending_at"] = null,
        ["location"] = null,
        ["video_conferencing_url"] = null,
        ["application_id"] = application.Id,
        ["stage_id"] = application["current_stage_id"],
        ["canceled"] = false,
        ["remote_created_at"] = created,
        ["remote_updated_at"] = created,
        ["remote_data"] = null,
        ["changed_at"] = created,
        ["remote_deleted_at"] = null,
        ["users"] = Parts.List(),
    };

    private void Add(Row application, int day, SeededRandom random)
    {
        var number = Rows.Count.ToString(CultureInfo.InvariantCulture);
        var fields = Blank(application, "int-" + number, Calendar.At(day - 14));
        fields["title"] = random.Pick(["Phone interview", "Technical interview", "Kennenlernen"]);
        fields["starting_at"] = Calendar.At(day, 3600);
        fields["ending_at"] = Calendar.At(day, 7200);
        fields["location"] = random.InThousand(300) ? Parts.Address("Lohmühlenstraße 65", "12435", "Berlin", null, "DE") : null;
        fields["video_conferencing_url"] = random.InThousand(500) ? "https://meet.sandbox.kombo.invalid/" + number : null;
        fields["canceled"] = random.InThousand(100) ? true : random.InThousand(100) ? null : false;
        fields["changed_at"] = Calendar.Changed(random);
        fields["users"] = Parts.List(AtsUsers.Short(random.Pick(Database.Get<AtsUsers>().Rows)));
        Add(fields);
    }
}
