using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>Who applied for what, and how far that is.</summary>
internal sealed class Applications : Table
{
    private const int Count = 1400;

    /// <inheritdoc/>
    public override string Noun => "application";

    /// <inheritdoc/>
    protected override string? Owner => "candidate_id";

    /// <inheritdoc/>
    public override string? UpdatedAt(Row row)
    {
        var latest = Later(base.UpdatedAt(row), Database.Get<Candidates>().Find(row.Text("candidate_id"))?.Text("changed_at"));
        return Database.Get<Interviews>().Of(row.Id).Concat(Database.Get<Offers>().Of(row.Id))
            .Aggregate(latest, (at, other) => Later(at, other.Text("changed_at")));
    }

    /// <summary>A new application.</summary>
    public Row Create(Row job, Row candidate, Row stage, KomboList<object?> answers)
    {
        var now = Database.Now();
        var fields = Blank(now);
        fields["current_stage_id"] = stage.Id;
        fields["job_id"] = job.Id;
        fields["candidate_id"] = candidate.Id;
        fields["screening_question_answers"] = answers;
        Database.Get<Candidates>().Linked(candidate);
        return Add(fields);
    }

    /// <summary>The application has changed: it shows here, at its interviews and offers, and at the candidate.</summary>
    public void ChangedWithCandidate(Row row)
    {
        Changed(row);
        foreach (var table in new Table[] { Database.Get<Interviews>(), Database.Get<Offers>() })
        {
            table.Of(row.Id).ToList().ForEach(table.Linked);
        }

        Database.Get<Candidates>().Linked(Database.Get<Candidates>().Find(row.Text("candidate_id")));
    }

    /// <summary>Notes have no list of their own; they show in the raw data of the application.</summary>
    public void AddNote(Row row, string content, string? title = null)
    {
        row.AddRemote($"/applications/{row.RemoteId}/notes", new KomboMap { ["content"] = content });
        Database.Get<Notes>().Write(row, content, title);
    }

    /// <summary>The application as the answer to its creation has it.</summary>
    public KomboMap Own(Row row) => new(row.Fields)
    {
        ["current_stage"] = Stages.Short(Database.Get<Stages>().Find(row.Text("current_stage_id"))),
        ["job"] = Jobs.Short(Database.Get<Jobs>().Find(row.Text("job_id"))),
        ["candidate"] = Database.Get<Candidates>().Find(row.Text("candidate_id")) is { } candidate ? Database.Get<Candidates>().Own(candidate) : null,
    };

    /// <inheritdoc/>
    protected override void Seed()
    {
        var candidates = Database.Get<Candidates>().Rows;
        var jobs = Database.Get<Jobs>().Rows.Where(job => job.Text("status") != "DRAFT").ToArray();
        for (var i = 0; i < Count; i++)
        {
            // The second round takes the next job, so nobody applies for one job twice.
            Add(Make(candidates[i % Candidates.Count], jobs[((i * 7) + (i / Candidates.Count)) % jobs.Length], new SeededRandom(Noun + i)));
        }
    }

    /// <inheritdoc/>
    protected override KomboMap Expand(Row row)
    {
        var candidate = Database.Get<Candidates>().Find(row.Text("candidate_id"));
        var person = candidate?.Pick(
            "id", "remote_id", "first_name", "last_name", "email_addresses", "phone_numbers", "social_media", "source", "remote_url");
        if (person is not null)
        {
            person["tags"] = Database.Get<Candidates>().TagsOf(candidate!);
        }

        return new KomboMap(row.Fields)
        {
            ["candidate"] = person,
            ["current_stage"] = Stages.Current(Database.Get<Stages>().Find(row.Text("current_stage_id"))),
            ["job"] = Jobs.Short(Database.Get<Jobs>().Find(row.Text("job_id"))),
            ["interviews"] = Database.Get<Interviews>().Of(row.Id).Select(interview =>
                interview.Pick("id", "remote_id", "title", "starting_at", "ending_at", "location", "canceled")),
            ["offers"] = Database.Get<Offers>().Of(row.Id).Select(offer => offer.Pick("id", "remote_id", "status")),
        };
    }

    private KomboMap Blank(string now)
    {
        var remoteId = "appl-" + (70_000 + Rows.Count).ToString(CultureInfo.InvariantCulture);
        return new KomboMap
        {
            ["id"] = NextId,
            ["remote_id"] = remoteId,
            ["outcome"] = "PENDING",
            ["rejection_reason_name"] = null,
            ["rejected_at"] = null,
            ["current_stage_id"] = null,
            ["job_id"] = null,
            ["candidate_id"] = null,
            ["screening_question_answers"] = Parts.List(),
            ["custom_fields"] = new KomboMap(),
            ["integration_fields"] = Parts.List(),
            ["remote_url"] = $"https://ats.sandbox.kombo.invalid/applications/{remoteId}",
            ["changed_at"] = now,
            ["remote_deleted_at"] = null,
            ["remote_created_at"] = now,
            ["remote_updated_at"] = now,
            ["remote_data"] = null,
        };
    }

    private KomboMap Make(Row candidate, Row job, SeededRandom random)
    {
        var stages = Database.Get<Stages>().Of(job.Id).ToArray();
        var outcome = random.Below(100) switch { < 5 => "HIRED", < 50 => "DECLINED", _ => job.Text("status") == "OPEN" ? "PENDING" : "DECLINED" };
        var created = -random.Between(1, 300);
        var fields = Blank(Calendar.At(created, random.Below(3600)));
        fields["outcome"] = random.InThousand(10) ? null : outcome;
        fields["current_stage_id"] = stages[outcome == "HIRED" ? stages.Length - 1 : random.Below(stages.Length - 1)].Id;
        fields["job_id"] = job.Id;
        fields["candidate_id"] = candidate.Id;
        fields["changed_at"] = fields["remote_updated_at"] = Calendar.At(created / 2, -random.Below(20_000));
        fields["custom_fields"] = random.InThousand(200) ? new KomboMap { ["rating"] = 3.5, ["rated_on"] = Calendar.Day(created) } : null;
        fields["screening_question_answers"] = new KomboList<object?>(
            ((KomboList<object?>)job["screening_questions"]!).Select(question => ScreeningQuestions.Answer((KomboMap)question!, random)).Where(answer => answer is not null));
        if (outcome == "DECLINED")
        {
            fields["rejection_reason_name"] = Database.Get<RejectionReasons>().Rows[random.Below(7)]["name"];
            fields["rejected_at"] = fields["changed_at"];
        }

        if (candidate.IsDeleted || random.InThousand(8))
        {
            fields["changed_at"] = fields["remote_deleted_at"] = candidate["remote_deleted_at"] ?? Calendar.At(-random.Between(1, 13));
        }

        return fields;
    }
}
