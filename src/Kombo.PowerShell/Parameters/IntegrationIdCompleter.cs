using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Kombo.PowerShell;

/// <summary>Completes the integrations of this runspace's connections.</summary>
public sealed class IntegrationIdCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = wordToComplete?.Trim('\'', '"') ?? "";
        return ConnectionTable.Current.All
            .Where(connection => connection.IntegrationId?.StartsWith(word, StringComparison.OrdinalIgnoreCase) is true)
            .GroupBy(connection => connection.IntegrationId!, StringComparer.Ordinal)
            .Select(same => new CompletionResult(
                $"'{same.Key.Replace("'", "''")}'", same.Key, CompletionResultType.ParameterValue, $"{same.Key}: {string.Join(", ", same.Select(connection => connection.Name))}"));
    }
}
