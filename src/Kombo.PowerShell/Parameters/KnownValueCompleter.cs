using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;

namespace Kombo.PowerShell;

/// <summary>Completes the values of a <see cref="KnownValuesAttribute"/>, without any request.</summary>
public sealed class KnownValueCompleter : IArgumentCompleter
{
    private static readonly Lazy<Dictionary<string, Type>> Commands = new(() => typeof(KnownValueCompleter).Assembly.GetExportedTypes()
        .Select(type => (Type: type, Cmdlet: type.GetCustomAttribute<CmdletAttribute>()))
        .Where(pair => pair.Cmdlet is not null)
        .ToDictionary(pair => $"{pair.Cmdlet!.VerbName}-{pair.Cmdlet.NounName}", pair => pair.Type, StringComparer.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        if (Find(commandName, parameterName)?.GetCustomAttribute<KnownValuesAttribute>() is not { } known)
        {
            return [];
        }

        var word = wordToComplete?.Trim('\'', '"') ?? "";
        return known.Values
            .Where(value => value.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(value => new CompletionResult(value, value, CompletionResultType.ParameterValue, value));
    }

    /// <summary>The property behind a parameter of a command of this module; null when there is none.</summary>
    internal static PropertyInfo? Find(string? commandName, string parameterName)
    {
        var name = commandName?.Substring(commandName.LastIndexOf('\\') + 1) ?? "";
        return Commands.Value.TryGetValue(name, out var command)
            ? command.GetProperty(parameterName, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)
            : null;
    }
}
