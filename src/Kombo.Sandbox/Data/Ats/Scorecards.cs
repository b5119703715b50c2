using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>What interviewers wrote after the interviews that took place.</summary>
internal sealed class Scorecards : Table
{
    private static readonly KomboMap[] Recommendations = [Option("1", "Strong no"), Option("2", "No"), Option("3", "Yes"), Option("4", "Strong yes")];

    private static readonly KomboMap[] Strengths = [Option("s1", "Communication"), Option("s2", "Analysis"), Option(null, "Führung")];

    /// <inheritdoc/>
    public override string Noun => "scorecard";

    /// <inheritdoc/>
    protected override KomboMap Expand(Row row)
    {
        var author = Database.Get<AtsUsers>().Find(row.Text("author_id"));
        return new KomboMap(row.Fields) { ["author"] = author is null ? null : AtsUsers.Short(author) };
    }

    /// <inheritdoc/>
    protected override void Seed()
    {
        var today = Calendar.At(0);
        foreach (var interview in Database.Get<Interviews>().Rows)
        {
            var random = new SeededRandom(Noun + interview.Id);
            if (string.CompareOrdinal(interview.Text("ending_at"), today) < 0 && interview["canceled"] is not true && random.InThousand(800))
            {
                Add(interview, random);
            }
        }
    }

    private static KomboMap Option(string? remoteId, string label) => new() { ["remote_id"] = remoteId, ["label"] = label };

    private static KomboMap Response(string? remoteId, string label, string type, bool? required, object? answer, KomboMap[]? options = null)
    {
        var response = new KomboMap
        {
            ["remote_id"] = remoteId,
            ["label"] = label,
            ["description"] = null,
            ["required"] = required,
            ["type"] = type,
            ["answer"] = answer,
        };
        if (options is not null)
        {
            response["options"] = Parts.List([.. options]);
        }

        return response;
    }

    private void Add(Row interview, SeededRandom random)
    {
        var written = interview.Text("ending_at");
        var author = ((KomboList<object?>)interview["users"]!).Cast<KomboMap>().First();
        Add(new KomboMap
        {
            ["id"] = NextId,
            ["remote_id"] = "sc-" + Rows.Count.ToString(CultureInfo.InvariantCulture),
            ["candidate_id"] = Database.Get<Applications>().Find(interview.Text("application_id"))?.Text("candidate_id"),
            ["application_id"] = interview["application_id"],
            ["interview_id"] = random.InThousand(900) ? interview.Id : null,
            ["author_id"] = author["id"],
            ["responses"] = Parts.List(
                Response(null, "Overall recommendation", "SINGLE_SELECT", true, random.InThousand(950) ? random.Pick(Recommendations) : null, Recommendations),
                Response("q1", "Strengths", "MULTI_SELECT", false, Parts.List([.. Strengths.Take(random.Below(4))]), Strengths),
                Response("q2", "Would you work with this person?", "BOOLEAN", true, random.InThousand(700)),
                Response("q3", "Technical skills, 1 to 5", "NUMBER", null, random.Pick<object?>([1, 2, 3, 3.5, 4, 5, null])),
                Response("q4", "Available from", "DATE", false, random.InThousand(500) ? Calendar.Day(random.Between(10, 120)) : random.InThousand(500) ? Calendar.Midnight(random.Between(10, 120)) : null),
                Response("q5", "Comment", "TEXT", false, random.Pick<string?>(["Clear answers, good questions.", "Zögert bei Konflikten.", null]))),
            ["remote_created_at"] = written,
            ["remote_updated_at"] = written,
            ["remote_data"] = null,
            ["changed_at"] = written,
            ["remote_deleted_at"] = null,
        });
    }
}
