using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>Assessments that recruiters ordered for applicants.</summary>
internal sealed class AssessmentOrders : Table
{
    private const int Count = 120;

    /// <inheritdoc/>
    public override string Noun => "assessment order";

    /// <summary>Writes the result of an order.</summary>
    public static void Finish(Row order, KomboMap result)
    {
        order["status"] = result["status"];
        order["result"] = result;
    }

    /// <inheritdoc/>
    protected override void Seed()
    {
        var applications = Database.Get<Applications>().Rows
            .Where(row => !row.IsDeleted && Database.Get<Jobs>().Find(row.Text("job_id")) is not null && Database.Get<Candidates>().Find(row.Text("candidate_id")) is not null)
            .ToList();
        var packages = Database.Get<AssessmentPackages>().Rows;
        for (var i = 0; i < Count; i++)
        {
            var application = applications[i * 7 % applications.Count];
            Add(new KomboMap
            {
                ["id"] = NextId,
                ["package_id"] = packages[i % packages.Count].Id,
                ["status"] = (i % 6) switch { 3 => "COMPLETED", 4 => i % 12 == 4 ? "CANCELLED" : "REJECTED", _ => "OPEN" },
                ["application_id"] = application.Id,
                ["candidate_id"] = application.Text("candidate_id"),
                ["job_id"] = application.Text("job_id"),
                ["created_at"] = Calendar.At(-(i / 2), -60 * i),
            });
        }
    }

    /// <inheritdoc/>
    protected override KomboMap Expand(Row row)
    {
        var candidate = Database.Get<Candidates>().Rows.First(other => other.Id == row.Text("candidate_id"));
        var job = Database.Get<Jobs>().Rows.First(other => other.Id == row.Text("job_id"));
        var application = Database.Get<Applications>().Rows.First(other => other.Id == row.Text("application_id"));
        return new KomboMap
        {
            ["id"] = row.Id,
            ["package_id"] = row["package_id"],
            ["status"] = row["status"],
            ["candidate"] = new KomboMap
            {
                ["remote_id"] = candidate.RemoteId,
                ["email"] = Candidates.Mails(candidate).FirstOrDefault() ?? Names.Mail(candidate.Text("first_name") ?? "someone", candidate.Text("last_name") ?? "unknown", "example.com"),
                ["first_name"] = candidate["first_name"],
                ["last_name"] = candidate["last_name"],
                ["phone"] = ((KomboList<object?>)candidate["phone_numbers"]!).Cast<KomboMap>().FirstOrDefault()?["phone_number"],
            },
            ["application"] = new KomboMap { ["remote_id"] = application.RemoteId },
            ["job"] = new KomboMap
            {
                ["remote_id"] = job.RemoteId,
                ["name"] = job["name"],
                ["job_code"] = job["job_code"],
                ["description"] = job["description"],
                ["location"] = job["location"],
                ["hiring_team"] = new KomboList<object?>(((KomboList<object?>)job["hiring_team"]!).Cast<KomboMap>()
                    .Select(member => new KomboMap(member.Where(entry => entry.Key is not ("id" or "job_roles"))))),
            },
        };
    }
}
