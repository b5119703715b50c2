using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads the pay runs of legal entities. Kombo offers this as a closed beta.</summary>
[Cmdlet(VerbsCommon.Get, "KomboPayRun")]
[OutputType(typeof(PayRun))]
[KomboOperation("GET", "hris/pay-runs", List = "results", MaxPageSize = 250)]
public sealed class GetKomboPayRunCommand : SyncedListCommand<PayRun>
{
    /// <summary>Only pay runs of one of these legal entities.</summary>
    [Parameter]
    [EntityId(typeof(LegalEntity), Several = true)]
    [KnownNames(typeof(LegalEntity))]
    [Query("legal_entity_ids")]
    public string[]? LegalEntityId { get; set; }
}
