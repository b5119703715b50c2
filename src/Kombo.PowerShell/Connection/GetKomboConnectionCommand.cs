using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>Lists the connections of this runspace; the current one is used where a command names none.</summary>
[Cmdlet(VerbsCommon.Get, "KomboConnection")]
[OutputType(typeof(KomboConnection))]
public sealed class GetKomboConnectionCommand : PSCmdlet
{
    /// <summary>The names of the connections, with wildcards; without it, all.</summary>
    [Parameter(Position = 0)]
    [Text(Several = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var name in Name ?? ["*"])
        {
            if (string.IsNullOrEmpty(name))
            {
                WriteError(ErrorRecords.From(KomboException.InvalidInput(nameof(Name), "a name in the list is empty."), name));
                continue;
            }

            List<KomboConnection> found;
            try
            {
                var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
                found = ConnectionTable.Current.All.Where(connection => pattern.IsMatch(connection.Name)).ToList();
            }
            catch (WildcardPatternException)
            {
                WriteError(ErrorRecords.From(KomboException.InvalidInput(nameof(Name), $"{InputValue.Quote(name)} is not a valid wildcard pattern. To match a bracket, write `[."), name));
                continue;
            }

            found.ForEach(WriteObject);
            if (found.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteError(ErrorRecords.NotFound("connection", name));
            }
        }
    }
}
