using Kombo.Models;
using static Kombo.Sandbox.TextForms;

namespace Kombo.Sandbox;

/// <summary>What the requests that create candidates and applications have in common.</summary>
internal static class CandidateBody
{
    /// <summary>The members of a new candidate row.</summary>
    public static KomboMap Fields(KomboMap candidate) => new()
    {
        ["first_name"] = candidate["first_name"],
        ["last_name"] = candidate["last_name"],
        ["company"] = Given(candidate, "company"),
        ["title"] = Given(candidate, "title"),
        ["source"] = "Sandbox",
        ["phone_numbers"] = new KomboList<object?>(
            Items(candidate, "additional_phone_numbers", phone => Candidates.Phone((string)phone["phone_number"]!, (string)phone["type"]!), First(candidate))),
        ["email_addresses"] = new KomboList<object?>(
            Items(
                candidate,
                "additional_email_addresses",
                mail => Candidates.Mail((string)mail["email_address"]!, (string)mail["type"]!),
                Candidates.Mail((string)candidate["email_address"]!, null))),
        ["social_media"] = new KomboList<object?>(
            Items(candidate, "social_links", social => new KomboMap { ["link"] = social["url"], ["type"] = null, ["username"] = null })),
        ["location"] = Given(candidate, "location") is KomboMap place
            ? Parts.Address(TextOf(place, "street_1"), TextOf(place, "zip_code"), TextOf(place, "city"), TextOf(place, "state"), TextOf(place, "country"))
            : null,
    };

    /// <summary>The answers as applications show them. Unknown questions only lead to a warning.</summary>
    public static KomboList<object?> Answers(SandboxRequest request, Row job)
    {
        var answers = Parts.List();
        foreach (var given in Items(request.Body, "screening_question_answers", map => map))
        {
            var question = ((KomboList<object?>)job["screening_questions"]!).Cast<KomboMap>()
                .FirstOrDefault(candidate => (string?)candidate["id"] == (string?)given["question_id"]);
            if (question is null)
            {
                request.Warnings.Add($"The job has no screening question '{given["question_id"]}'; the answer was ignored.");
            }
            else if (Answer(question, given["answer"]) is { } answer)
            {
                answers.Add(answer);
            }
        }

        return answers;
    }

    private static KomboMap? First(KomboMap candidate) => TextOf(candidate, "phone_number") is { } number ? Candidates.Phone(number, null) : null;

    private static KomboMap? Answer(KomboMap question, object? value)
    {
        var kind = (question["format"] as KomboMap)?["type"] as string ?? "UNKNOWN";
        KomboMap? answer = (kind, value) switch
        {
            ("FILE" or "INFORMATION", _) => null,
            ("TEXT", string) => new() { ["content"] = value },
            ("BOOLEAN", bool) => new() { ["checked"] = value },
            ("NUMBER", long or double or decimal) => new() { ["number"] = value },
            ("DATE", string text) when IsDate(text) => new() { ["date"] = Calendar.Moment(text) },
            ("SINGLE_SELECT", string id) => new() { ["choice"] = Option(question, id) },
            ("MULTI_SELECT", KomboList<object?> ids) => new() { ["choices"] = new KomboList<object?>(ids.Select(id => Option(question, id as string))) },
            ("UNKNOWN", _) => new() { ["raw"] = value },
            _ => throw SandboxException.Invalid($"The answer to question '{question["id"]}' does not fit its format {kind}."),
        };
        return answer is null ? null : new KomboMap { ["answer"] = answer, ["question"] = ScreeningQuestions.About(question, kind) };
    }

    private static object? Option(KomboMap question, string? id) =>
        ((KomboList<object?>)((KomboMap)question["format"]!)["options"]!).Cast<KomboMap>().FirstOrDefault(option => (string?)option["id"] == id)?["name"]
        ?? throw SandboxException.Invalid($"Question '{question["id"]}' has no option '{id}'.");

    private static object? Given(KomboMap map, string name) => map.TryGetValue(name, out var value) ? value : null;

    private static string? TextOf(KomboMap map, string name) => Given(map, name) as string;

    private static IEnumerable<KomboMap> Items(KomboMap map, string name, Func<KomboMap, KomboMap> make, KomboMap? first = null)
    {
        var items = ((Given(map, name) as KomboList<object?>) ?? []).Cast<KomboMap>().Select(make);
        return first is null ? items : new[] { first }.Concat(items);
    }
}
