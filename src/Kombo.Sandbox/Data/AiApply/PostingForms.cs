using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>The forms that were handed out, each under its token. All postings have the same questions.</summary>
internal sealed class PostingForms : Table
{
    private static readonly string FirstName = Ids.Make("form question", 0);
    private static readonly string LastName = Ids.Make("form question", 1);
    private static readonly string Mail = Ids.Make("form question", 2);
    private static readonly string Resume = Ids.Make("form question", 3);
    private static readonly string Permit = Ids.Make("form question", 4);
    private static readonly string PermitDetail = Ids.Make("form question", 5);
    private static readonly string StartDate = Ids.Make("form question", 6);
    private static readonly string Salary = Ids.Make("form question", 7);
    private static readonly string Source = Ids.Make("form question", 8);
    private static readonly string Languages = Ids.Make("form question", 9);
    private static readonly string Gender = Ids.Make("form question", 10);
    private static readonly string Terms = Ids.Make("form question", 11);

    /// <summary>The member that tells whether the token is for any number of applications.</summary>
    public const string IsReusable = "is_reusable";

    private const string PostingId = "posting_id";

    /// <inheritdoc/>
    public override string Noun => "submission token";

    /// <inheritdoc/>
    protected override string? Owner => PostingId;

    /// <summary>A token is a text of its own kind, longer than an id.</summary>
    public override string NextId => $"sandbox.{base.NextId}.{Ids.Make("signature", Rows.Count)}";

    /// <summary>The blocks of the form.</summary>
    public static KomboList<object?> Blocks() => Parts.List(
        Section(
            "About you",
            Question(FirstName, "First name", "TEXT", required: true, key: "FIRST_NAME"),
            Question(LastName, "Last name", "TEXT", required: true, key: "LAST_NAME"),
            Question(Mail, "E-mail address", "TEXT", required: true, key: "EMAIL")),
        Question(Resume, "Résumé", "FILE", required: true, key: "RESUME"),
        Question(Permit, "Do you need a work permit?", "BOOLEAN", required: true),
        Question(PermitDetail, "Which one?", "TEXT", required: true, when: (Permit, true)),
        Question(StartDate, "When can you begin?", "DATE", required: false, key: "EXPECTED_START_DATE"),
        Question(Salary, "What would you like to earn a year, in euros?", "NUMBER", required: false),
        Question(Source, "How did you find us?", "SINGLE_SELECT", required: false, options: ["A friend", "A job board", "The beach"]),
        Question(Languages, "Which languages do you speak?", "MULTI_SELECT", required: false, options: ["English", "Deutsch", "Polski"]),
        Question(Gender, "Gender", "SINGLE_SELECT", required: false, key: "GENDER", category: "EEO", options: ["Female", "Male", "Non-binary"]),
        Question(Terms, "I have read the privacy notice.", "BOOLEAN", required: true, key: "TERMS_AND_CONDITIONS"));

    /// <summary>All questions, those in sections included.</summary>
    public static IEnumerable<KomboMap> Questions() => Blocks().Cast<KomboMap>()
        .SelectMany(block => block["block_type"] is "SECTION" ? ((KomboList<object?>)block["children"]!).Cast<KomboMap>() : [block]);

    /// <summary>Hands out a token for one application.</summary>
    public Row Create(Row posting) => Create(posting, isReusable: false);

    /// <summary>The token for any number of applications to the posting.</summary>
    public Row Reusable(Row posting) => Of(posting.Id).FirstOrDefault(form => form[IsReusable] is true) ?? Create(posting, isReusable: true);

    /// <summary>Throws if the answers do not fit the form.</summary>
    public static void Check(IReadOnlyList<KomboMap> answers)
    {
        var given = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var answer in answers)
        {
            var id = (string)answer["question_id"]!;
            if (given.ContainsKey(id))
            {
                throw SandboxException.Invalid($"Question '{id}' is answered twice.");
            }

            given.Add(id, answer["answer"]);
        }

        var questions = Questions().ToList();
        foreach (var id in given.Keys.Where(id => !questions.Exists(question => Equals(question["question_id"], id))))
        {
            throw SandboxException.Invalid($"The form has no question '{id}'.");
        }

        foreach (var question in questions)
        {
            var id = (string)question["question_id"]!;
            var isAsked = question["display_when"] is not KomboMap when
                || (given.TryGetValue((string)when["question_id"]!, out var other) && Equals(other, when["answer_equals"]));
            if (!given.TryGetValue(id, out var answer))
            {
                if (isAsked && question["required"] is true)
                {
                    throw SandboxException.Invalid($"The required question '{question["label"]}' ({id}) is not answered.");
                }

                continue;
            }

            if (!isAsked)
            {
                throw SandboxException.Invalid($"The question '{question["label"]}' ({id}) is hidden by the other answers and must not be answered.");
            }

            if (!Fits(question, answer))
            {
                throw SandboxException.Invalid($"The answer to '{question["label"]}' ({id}) is no {question["question_type"]}.");
            }
        }
    }

    /// <summary>Nothing has been handed out at the beginning.</summary>
    protected override void Seed()
    {
    }

    private Row Create(Row posting, bool isReusable) =>
        Add(new KomboMap { ["id"] = NextId, [PostingId] = posting.Id, ["is_used"] = false, [IsReusable] = isReusable });

    private static bool Fits(KomboMap question, object? answer) => (question["question_type"] as string) switch
    {
        "TEXT" => answer is string,
        "NUMBER" => answer is long or double or decimal,
        "BOOLEAN" => answer is bool,
        "DATE" => answer is string text && TextForms.IsDate(text),
        "FILE" => answer is KomboMap,
        "SINGLE_SELECT" => answer is string id && HasOption(question, id),
        _ => answer is KomboList<object?> ids && ids.TrueForAll(id => id is string text && HasOption(question, text)),
    };

    private static bool HasOption(KomboMap question, string id) => ((KomboList<object?>)question["options"]!).Cast<KomboMap>().Any(option => Equals(option["id"], id));

    private static KomboMap Section(string label, params object?[] children) => new()
    {
        ["block_type"] = "SECTION",
        ["label"] = label,
        ["children"] = Parts.List(children),
    };

    private static KomboMap Question(
        string id, string label, string type, bool required, string? key = null, string? category = null, string[]? options = null, (string Id, object Answer)? when = null) => new()
    {
        ["block_type"] = "QUESTION",
        ["question_id"] = id,
        ["label"] = label,
        ["description"] = null,
        ["required"] = required,
        ["category"] = category,
        ["question_type"] = type,
        ["unified_key"] = key,
        ["options"] = options is null ? null : new KomboList<object?>(options.Select((option, i) => new KomboMap
        {
            ["id"] = Ids.Make("form option " + id, i),
            ["label"] = option,
            ["unified_key"] = key == "GENDER" ? option.ToUpperInvariant().Replace('-', '_') : null,
        })),
        ["display_when"] = when is { } condition ? new KomboMap { ["question_id"] = condition.Id, ["answer_equals"] = condition.Answer } : null,
    };
}
