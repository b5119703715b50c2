using System.Globalization;
using System.Text;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>Files of applications and candidates.</summary>
internal sealed class Attachments : Table
{
    /// <summary>Who the file belongs to. It is not sent with applications.</summary>
    public const string CandidateId = "candidate_id";

    /// <summary>Known of synced files only.</summary>
    public const string ChangedAt = "changed_at";

    /// <summary>Known of synced files only.</summary>
    public const string RemoteDeletedAt = "remote_deleted_at";

    private readonly Dictionary<string, byte[]> _contents = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string Noun => "attachment";

    /// <inheritdoc/>
    protected override string? Owner => "application_id";

    /// <summary>What is in the file.</summary>
    public byte[] Content(Row row) =>
        _contents.TryGetValue(row.Id, out var bytes) ? bytes : Encoding.UTF8.GetBytes($"%PDF-1.4\n% {row.Text("file_name")} from the sandbox\n%%EOF\n");

    /// <summary>A file that came in a request.</summary>
    public void Attach(Row application, KomboMap file) => Attach(application.Id, application.Text("candidate_id"), file);

    /// <summary>A file that came in a request for a candidate in general.</summary>
    public void AttachToCandidate(Row candidate, KomboMap file) => Attach(null, candidate.Id, file);

    /// <summary>The files of a candidate and of all applications of theirs.</summary>
    public IEnumerable<Row> OfCandidate(string candidateId) => Rows.Where(row => !row.IsDeleted && row.Text(CandidateId) == candidateId);

    private void Attach(string? applicationId, string? candidateId, KomboMap file)
    {
        var now = Database.Now();
        var content = file.TryGetValue("data", out var data) ? Convert.FromBase64String((string)data!) : null;
        var row = Make(applicationId, candidateId, (string)file["type"]!, (string)file["name"]!, now);
        row["content_type"] = file.TryGetValue("content_type", out var type) ? type : "application/pdf";
        _contents[Add(row).Id] = content ?? Encoding.UTF8.GetBytes((string)file["data_url"]!);
    }

    /// <summary>The file as the list of synced files shows it: with its place in a bucket, and without an address.</summary>
    protected override KomboMap Expand(Row row) => new(row.Without("content_type"))
    {
        ["content_ref"] = new KomboMap
        {
            ["type"] = "s3",
            ["bucket"] = "sandkasten-recruiting",
            ["key"] = $"kombo/{row.Text(CandidateId)}/{row.RemoteId}/{row.Text("file_name")}",
        },
    };

    /// <inheritdoc/>
    protected override void Seed()
    {
        foreach (var application in Database.Get<Applications>().Rows)
        {
            var random = new SeededRandom(Noun + application.Id);
            if (random.InThousand(700))
            {
                Add(Make(application.Id, application.Text("candidate_id"), "CV", "CV.pdf", application.Text("remote_created_at")));
            }

            if (random.InThousand(250))
            {
                Add(Make(application.Id, application.Text("candidate_id"), "COVER_LETTER", "Anschreiben & Motivation.pdf", random.InThousand(500) ? null : application.Text("remote_created_at")));
            }
        }
    }

    private KomboMap Make(string? applicationId, string? candidateId, string type, string name, string? created) => new()
    {
        ["type"] = type,
        ["id"] = NextId,
        ["remote_id"] = "file-" + Rows.Count.ToString(CultureInfo.InvariantCulture),
        ["application_id"] = applicationId,
        [CandidateId] = candidateId,
        ["file_name"] = name,
        ["content_type"] = "application/pdf",
        ["remote_created_at"] = created,
        ["remote_updated_at"] = created,
        [ChangedAt] = created ?? Calendar.At(-30),
        [RemoteDeletedAt] = null,
    };
}
