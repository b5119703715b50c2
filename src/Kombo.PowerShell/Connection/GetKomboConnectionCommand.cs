using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>Lists the connections of this runspace; the last one is used where a command names none.</summary>
[Cmdlet(VerbsCommon.Get, "KomboConnection")]
[OutputType(typeof(KomboConnection))]
public sealed class GetKomboConnectionCommand : PSCmdlet
{
    /// <summary>The names of the connections, with wildcards; without it, all.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var name in Name ?? ["*"])
        {
            var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
            var found = ConnectionTable.Current.All.Where(connection => pattern.IsMatch(connection.Name)).ToList();
            found.ForEach(WriteObject);
            if (found.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteError(ErrorRecords.NotFound("connection", name));
            }
        }
    }
}
