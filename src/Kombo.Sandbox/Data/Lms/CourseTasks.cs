using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>
/// Imports of courses. What a task will answer is known when it is made; it is pending when it is first looked at. A text
/// <c>task:CODE</c> in an import makes the whole task fail, and <c>item:CODE</c> the course that it belongs to.
/// </summary>
internal sealed class CourseTasks : Table
{
    private const string FailTask = "task:";
    private const string FailItem = "item:";

    /// <inheritdoc/>
    public override string Noun => "course task";

    /// <summary>Works on an import.</summary>
    public Row Create(IReadOnlyList<KomboMap> items)
    {
        var task = new KomboMap { ["id"] = NextId, ["created_at"] = Database.Now(), ["looks"] = 0 };
        var failure = items.Select(item => Code(item, FailTask)).FirstOrDefault(code => code is not null);
        if (failure is null)
        {
            task["data"] = new KomboList<object?>(items.Select(Work));
        }
        else
        {
            task["error"] = Error(failure);
        }

        return Add(task);
    }

    /// <summary>What a look at the task shows.</summary>
    public KomboMap Look(Row task)
    {
        var looks = (int)task["looks"]!;
        task["looks"] = looks + 1;
        var answer = new KomboMap { ["task_id"] = task.Id, ["created_at"] = task["created_at"] };
        if (looks == 0)
        {
            answer["status"] = "PENDING";
            answer["completed_at"] = null;
            return answer;
        }

        task["completed_at"] ??= Database.Now();
        var outcome = task["error"] is null ? "data" : "error";
        answer["status"] = task["error"] is null ? "COMPLETED" : "FAILED";
        answer[outcome] = task[outcome];
        answer["completed_at"] = task["completed_at"];
        return answer;
    }

    /// <summary>Nothing is imported at the beginning.</summary>
    protected override void Seed()
    {
    }

    private KomboMap Work(KomboMap item)
    {
        var result = new KomboMap { ["origin_id"] = item["origin_id"] };
        if (Code(item, FailItem) is { } code)
        {
            result["status"] = "FAILED";
            result["error"] = Error(code);
            return result;
        }

        result["status"] = "SUCCEEDED";
        result["data"] = new KomboMap { ["id"] = Database.Get<Courses>().Import((string)item["origin_id"]!, (KomboMap)item["course"]!).Id };
        return result;
    }

    private static string? Code(KomboMap item, string prefix) => item.Values.Concat(((KomboMap)item["course"]!).Values)
        .OfType<string>().FirstOrDefault(text => text.StartsWith(prefix, StringComparison.Ordinal))?.Substring(prefix.Length);

    private static KomboMap Error(string code) => new()
    {
        ["code"] = code,
        ["title"] = ErrorCodes.Title(code),
        ["message"] = $"The sandbox was asked to fail with {code}.",
        ["log_url"] = null,
    };
}
