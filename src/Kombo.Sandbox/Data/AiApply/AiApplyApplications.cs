using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>What was handed in with AI Apply. The sandbox submits at once what it answers to be pending.</summary>
internal sealed class AiApplyApplications : Table
{
    private const int Count = 130;

    /// <inheritdoc/>
    public override string Noun => "AI Apply application";

    /// <summary>Hands an application in.</summary>
    public Row Create(Row posting, string mail)
    {
        var isDuplicate = Rows.Exists(row => row.Text("job_posting_id") == posting.Id && string.Equals(row.Text("mail"), mail, StringComparison.OrdinalIgnoreCase));
        return Add(Make(NextId, posting.Id, isDuplicate ? "DUPLICATE" : "SUBMITTED", Database.Now(), mail));
    }

    /// <inheritdoc/>
    protected override void Seed()
    {
        var postings = Database.Get<Postings>().Rows;
        for (var i = 0; i < Count; i++)
        {
            var status = (i % 10) switch { 7 => "DUPLICATE", 8 => "FAILED", 9 => "PENDING", _ => "SUBMITTED" };
            Add(Make(NextId, postings[i % postings.Count].Id, status, Calendar.At(-(i / 3), -i), $"applicant{i}@example.com"));
        }
    }

    /// <inheritdoc/>
    protected override KomboMap Expand(Row row) => row.Without("mail");

    private static KomboMap Make(string id, string postingId, string status, string at, string mail) => new()
    {
        ["id"] = id,
        ["job_posting_id"] = postingId,
        ["status"] = status,
        ["created_at"] = at,
        ["updated_at"] = at,
        ["mail"] = mail,
    };
}
