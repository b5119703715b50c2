using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Kombo.PowerShell;

/// <summary>A connection, or the name of one in this runspace.</summary>
internal sealed class ConnectionArgumentAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapper ? wrapper.BaseObject : inputData;
        return value switch
        {
            null => throw new ArgumentTransformationMetadataException("The connection is null. In other runspaces pass it with $using:, as in -Connection $using:kombo."),
            KomboConnection connection => connection,
            string name => ConnectionTable.Current.Find(name) ?? throw new ArgumentTransformationMetadataException(
                $"There is no connection named {InputValue.Quote(name)} in this runspace{Others()}. Connect-Kombo -Name {InputValue.Quote(name)} makes one."),
            _ when inputData is PSObject { TypeNames: var types } && types.Contains("Deserialized." + typeof(KomboConnection).FullName) => throw new ArgumentTransformationMetadataException(
                "This connection was opened in another process, such as the one that started this job, and its key is not transferred. Run Connect-Kombo in this process."),
            _ => throw new ArgumentTransformationMetadataException($"This is {InputValue.Describe(inputData)}: pass the output of Connect-Kombo, or the connection's name."),
        };
    }

    private static string Others() =>
        ConnectionTable.Current.All is { Count: > 0 } all ? ", only " + string.Join(", ", all.Select(connection => $"'{connection.Name}'")) : "";
}

/// <summary>Completes the names of this runspace's connections.</summary>
public sealed class ConnectionNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = wordToComplete?.Trim('\'', '"') ?? "";
        return ConnectionTable.Current.All
            .Where(connection => connection.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(connection => new CompletionResult(
                connection.Name.Contains(' ') ? $"'{connection.Name}'" : connection.Name, connection.Name, CompletionResultType.ParameterValue, $"{connection.Name}: {connection.Server}"));
    }
}
