using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>Screening questions, one of every format there is.</summary>
internal static class ScreeningQuestions
{
    /// <summary>The questions of a job: the first so many kinds.</summary>
    public static KomboList<object?> For(int job, int count)
    {
        var first = Ids.Make("question", job * 100);
        var options = Options(job, 2, "Immediately", "In one month", "In three months", "Später");
        KomboMap[] all =
        [
            Question(job, 0, "Do you have a work permit?", new KomboMap { ["type"] = "BOOLEAN" }, required: true),
            Question(job, 1, "Why do you want to work with us?", new KomboMap { ["display_type"] = "MULTI_LINE", ["max_length"] = 2000, ["type"] = "TEXT" }),
            Question(job, 2, "When can you start?", new KomboMap { ["display_type"] = "DROPDOWN", ["options"] = options, ["type"] = "SINGLE_SELECT" }),
            Question(job, 3, "Which languages do you speak?", new KomboMap { ["options"] = Options(job, 3, "German", "English", "French"), ["type"] = "MULTI_SELECT" }),
            Question(job, 4, "Years of experience", new KomboMap { ["display_type"] = "SLIDER", ["max"] = 40, ["min"] = 0, ["type"] = "NUMBER" }),
            Question(job, 5, "Earliest start date", new KomboMap { ["type"] = "DATE" }),
            Question(job, 6, "Work sample", new KomboMap { ["accepted_mime_types"] = Parts.List("application/pdf"), ["max_file_size_bytes"] = 5_000_000, ["type"] = "FILE" }),
            Question(job, 7, "How we use your data", new KomboMap { ["type"] = "INFORMATION" }),
            Question(job, 8, "Signature", new KomboMap { ["raw_question"] = new KomboMap { ["kind"] = "signature-pad" }, ["type"] = "UNKNOWN" }),
            Question(job, 9, "Anything else?", null),
        ];
        all[0]["category"] = "EEO";
        all[5]["precondition_question_id"] = first;
        all[5]["precondition_options"] = Parts.List(true);
        return new KomboList<object?>(all.Take(count));
    }

    /// <summary>An answer to a question, as applications show it; null for kinds whose answers are not delivered.</summary>
    public static KomboMap? Answer(KomboMap question, SeededRandom random)
    {
        var format = question["format"] as KomboMap;
        var kind = format?["type"] as string;
        KomboMap? answer = kind switch
        {
            "BOOLEAN" => new() { ["checked"] = random.InThousand(900) },
            "TEXT" => new() { ["content"] = random.Pick<string?>(["I like the product.", "Because of the team; and the sand.", null]) },
            "SINGLE_SELECT" => new() { ["choice"] = Choice(format!, random) },
            "MULTI_SELECT" => new() { ["choices"] = Parts.List(Choice(format!, random)) },
            "NUMBER" => new() { ["number"] = random.Below(30) },
            "DATE" => new() { ["date"] = Calendar.Midnight(random.Between(10, 120)) },
            "FILE" or "INFORMATION" => null,
            _ => new() { ["raw"] = new KomboMap { ["value"] = "as it was" } },
        };
        return answer is null ? null : new KomboMap { ["answer"] = answer, ["question"] = About(question, kind is null ? "UNKNOWN" : kind) };
    }

    /// <summary>The part of an answer that says which question it answers.</summary>
    public static KomboMap About(KomboMap question, string kind) => new()
    {
        ["remote_id"] = question["remote_id"],
        ["title"] = question["title"] ?? string.Empty,
        ["type"] = kind,
    };

    private static string? Choice(KomboMap format, SeededRandom random) =>
        (string?)((KomboMap)random.Pick((KomboList<object?>)format["options"]!)!)["name"];

    private static KomboMap Question(int job, int index, string title, KomboMap? format, bool required = false) => new()
    {
        ["id"] = Ids.Make("question", (job * 100) + index),
        ["remote_id"] = string.Format(CultureInfo.InvariantCulture, "q-{0}-{1}", job, index),
        ["title"] = title,
        ["description"] = index == 7 ? "<p>We keep your application for six months.</p>" : null,
        ["format"] = format,
        ["category"] = null,
        ["index"] = index,
        ["required"] = required,
        ["precondition_question_id"] = null,
        ["precondition_options"] = null,
    };

    private static KomboList<object?> Options(int job, int question, params string[] names) =>
        new(names.Select((name, i) => new KomboMap
        {
            ["id"] = Ids.Make("option", (job * 1000) + (question * 10) + i),
            ["remote_id"] = i == 3 ? null : string.Format(CultureInfo.InvariantCulture, "opt-{0}", i),
            ["name"] = name,
        }));
}
