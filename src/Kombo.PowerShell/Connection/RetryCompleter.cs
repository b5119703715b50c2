using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Kombo.PowerShell;

/// <summary>Completes settings for -Retry, as a hashtable that only needs its values changed.</summary>
public sealed class RetryCompleter : IArgumentCompleter
{
    private static readonly (string Text, string Description)[] Settings =
    [
        ("Off", "Nothing is tried again."),
        ("@{ MaxRetry = 10 }", "Ten times, with growing waits."),
        ("@{ LongestTimeSec = 600 }", "As often as it takes, for ten minutes."),
        ("@{ FirstIntervalSec = 1; LongestIntervalSec = 60; Exponent = 1.5; LongestTimeSec = 600 }", "Waits of 1, 1.5, 2.25 s and so on, up to a minute, for ten minutes."),
        ("@{ RetryConnectionError = $false }", "Not when there is no whole answer."),
    ];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Settings
            .Where(setting => setting.Text.StartsWith(wordToComplete ?? "", StringComparison.OrdinalIgnoreCase))
            .Select(setting => new CompletionResult(setting.Text, setting.Text, CompletionResultType.ParameterValue, setting.Description));
}
