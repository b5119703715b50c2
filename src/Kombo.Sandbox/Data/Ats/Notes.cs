using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>What recruiters write about candidates and applications, and what the tool writes itself.</summary>
internal sealed class Notes : Table
{
    private static readonly (string? Title, string Content)[] Texts =
    [
        ("Phone screen", "<p>Speaks German and English. Can start in <b>two months</b>.</p>"),
        ("Gehalt", "<p>Wünscht 68.000 €, wir liegen darunter.</p>"),
        (null, "Asked for a later appointment."),
        (null, "<p>Bitte vor dem Gespräch das Portfolio ansehen.</p>"),
        ("References", "Two references called. Both would hire again."),
    ];

    /// <inheritdoc/>
    public override string Noun => "note";

    /// <summary>A note that came in a request: there is no user behind an API key.</summary>
    public void Write(Row application, string content, string? title)
    {
        var now = Database.Now();
        Add(Make(application.Text("candidate_id"), application.Id, null, title, content, null, now, now));
    }

    /// <inheritdoc/>
    protected override KomboMap Expand(Row row)
    {
        var author = Database.Get<AtsUsers>().Find(row.Text("author_id"));
        return new KomboMap(row.Fields) { ["author"] = author is null ? null : AtsUsers.Short(author) };
    }

    /// <inheritdoc/>
    protected override void Seed()
    {
        foreach (var application in Database.Get<Applications>().Rows)
        {
            var random = new SeededRandom(Noun + application.Id);
            if (random.InThousand(350))
            {
                var (title, content) = random.Pick(Texts);
                var author = random.InThousand(900) ? random.Pick(Database.Get<AtsUsers>().Rows).Id : null;
                var created = Calendar.At(-random.Between(1, 300), random.Below(30_000));
                var deleted = random.InThousand(10) ? Calendar.At(-random.Between(1, 12)) : null;
                Add(Make(
                    application.Text("candidate_id"),
                    random.InThousand(150) ? null : application.Id,
                    author,
                    author is null ? null : title,
                    author is null ? "Moved by a workflow." : content,
                    random.Pick<bool?>([false, false, true, null]),
                    random.InThousand(950) ? created : null,
                    deleted ?? created,
                    deleted));
            }
        }
    }

    private KomboMap Make(string? candidateId, string? applicationId, string? authorId, string? title, string content, bool? isPrivate, string? created, string changed, string? deleted = null) => new()
    {
        ["id"] = NextId,
        ["remote_id"] = "note-" + Rows.Count.ToString(CultureInfo.InvariantCulture),
        ["candidate_id"] = candidateId,
        ["application_id"] = applicationId,
        ["author_id"] = authorId,
        ["title"] = title,
        ["content_html"] = content,
        ["is_private"] = isPrivate,
        ["remote_created_at"] = created,
        ["remote_updated_at"] = created,
        ["remote_data"] = null,
        ["changed_at"] = changed,
        ["remote_deleted_at"] = deleted,
    };
}
