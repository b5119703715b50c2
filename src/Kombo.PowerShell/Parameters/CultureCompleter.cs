using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Kombo.PowerShell;

/// <summary>Completes the cultures that this machine knows.</summary>
public sealed class CultureCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = wordToComplete?.Trim('\'', '"') ?? "";
        return CultureAttribute.Known
            .Where(culture => culture.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .OrderBy(culture => culture.Name, StringComparer.OrdinalIgnoreCase)
            .Select(culture => new CompletionResult(culture.Name, culture.Name, CompletionResultType.ParameterValue, culture.EnglishName));
    }
}
