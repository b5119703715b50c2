using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads the legal entities that employ people.</summary>
[Cmdlet(VerbsCommon.Get, "KomboLegalEntity")]
[OutputType(typeof(LegalEntity))]
[KomboOperation("GET", "hris/legal-entities", List = "results", MaxPageSize = 250)]
public sealed class GetKomboLegalEntityCommand : SyncedListCommand<LegalEntity>
{
    /// <summary>Only legal entities whose name contains this text, in any case.</summary>
    [Parameter]
    [Text]
    [Query("name_contains")]
    public string? NameContains { get; set; }
}
