using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Asks Kombo to synchronise an integration now.</summary>
[Cmdlet(VerbsLifecycle.Start, "KomboSync", SupportsShouldProcess = true)]
[OutputType(typeof(SyncTrigger))]
[KomboOperation("POST", "force-sync")]
public sealed class StartKomboSyncCommand : IntegrationWriteCommand<SyncTrigger>
{
    /// <summary>FULL or DELTA. Kombo's default is FULL, and it may choose another type than was asked for.</summary>
    [Parameter(Position = 0)]
    [Text]
    [KnownValues("FULL", "DELTA")]
    [Body("type")]
    public string? Type { get; set; }
}
