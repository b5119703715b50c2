using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads the places where people work.</summary>
[Cmdlet(VerbsCommon.Get, "KomboLocation")]
[OutputType(typeof(Location))]
[KomboOperation("GET", "hris/locations", List = "results", MaxPageSize = 250)]
public sealed class GetKomboLocationCommand : SyncedListCommand<Location>
{
    /// <summary>Only locations whose name contains this text, in any case.</summary>
    [Parameter]
    [Text]
    [Query("name_contains")]
    public string? NameContains { get; set; }
}
