using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>
/// Completes ids by the names that belong to them. The names are read when they are first asked for, are kept for a few minutes
/// with the connection, and are never waited for longer than two seconds.
/// </summary>
public sealed class EntityNameCompleter : IArgumentCompleter
{
    private const int MostShown = 200;

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        if (KnownValueCompleter.Find(commandName, parameterName)?.GetCustomAttribute<KnownNamesAttribute>() is not { } known
            || CompletionContext.Of(fakeBoundParameters) is not { } context)
        {
            return [];
        }

        var reading = ReadCache<List<NamedId>>.Of(context.Client).Get($"{known.Entity} {context.IntegrationId}", () => ReadAsync(known.Entity, context));
        var word = wordToComplete?.Trim('\'', '"') ?? "";
        return (CompletionContext.Result(reading) ?? []).Where(name => name.Fits(word)).Take(MostShown).Select(name => name.Result(known.TakesName));
    }

    /// <summary>The first page of the list: what has more entries than that is not chosen from a menu.</summary>
    private static async Task<List<NamedId>?> ReadAsync(string entity, CompletionContext context)
    {
        // Stages have a list of their own, too, but Kombo will remove it.
        var isStage = entity == nameof(ApplicationStage);
        var command = Activator.CreateInstance(typeof(EntityNameCompleter).Assembly.GetType($"Kombo.PowerShell.GetKombo{(isStage ? nameof(Models.Job) : entity)}Command", throwOnError: true)!)!;
        var request = RequestBinder.Bind(command, [], context.IntegrationId, new Dictionary<string, object?> { ["IntegrationId"] = context.IntegrationId });
        using var limit = new CancellationTokenSource(CompletionContext.LongestReading);
        var page = await context.Client.ReadPageAsync<object>(request, null, null, limit.Token).ConfigureAwait(false);
        var rows = page.Rows.OfType<KomboMap>();
        var names = isStage ? rows.SelectMany(Stages) : rows.Select(row => NamedId.Of(row, null));
        return names.OfType<NamedId>().GroupBy(name => name.Id).Select(same => same.First()).OrderBy(name => name.Name, StringComparer.CurrentCultureIgnoreCase).ToList();
    }

    private static IEnumerable<NamedId?> Stages(KomboMap job) =>
        (job.TryGetValue("stages", out var stages) ? stages as IEnumerable : null)?.OfType<KomboMap>().Select(stage => NamedId.Of(stage, TextOf(job, "name"))) ?? [];

    private static string? TextOf(KomboMap row, string member) => row.TryGetValue(member, out var value) ? value as string : null;

    /// <summary>One entry.</summary>
    internal sealed record NamedId(string Id, string Name, string? Owner)
    {
        /// <summary>An entry of a row of JSON; null where it has no id.</summary>
        public static NamedId? Of(KomboMap row, string? owner) =>
            TextOf(row, "id") is { Length: > 0 } id ? new NamedId(id, TextOf(row, "name") is { Length: > 0 } name ? name : TextOf(row, "title") ?? id, owner) : null;

        /// <summary>Whether the name has a word that begins so, or the id does.</summary>
        public bool Fits(string word) => Id.StartsWith(word, StringComparison.Ordinal)
            || Name.StartsWith(word, StringComparison.CurrentCultureIgnoreCase)
            || CultureInfo.CurrentCulture.CompareInfo.IndexOf(Name, " " + word, CompareOptions.IgnoreCase) >= 0;

        public CompletionResult Result(bool takesName)
        {
            var text = takesName ? Name : Id;
            var shown = Owner is null ? Name : $"{Name} ({Owner})";
            return new CompletionResult(text.All(char.IsLetterOrDigit) ? text : $"'{text.Replace("'", "''")}'", shown, CompletionResultType.ParameterValue, $"{shown}: {Id}");
        }
    }
}
