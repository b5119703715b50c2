using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads what has become of an eAU request.</summary>
[Cmdlet(VerbsCommon.Get, "KomboDatevEauRequest")]
[OutputType(typeof(DatevEauRequest))]
[KomboOperation("GET", "custom/datev/eau-requests/{eau_id}", Live = true)]
public sealed class GetKomboDatevEauRequestCommand : IntegrationReadCommand<DatevEauRequest>
{
    /// <summary>The request: the EauId that New-KomboDatevEauRequest has written.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId("Eau")]
    [Path("eau_id")]
    public string EauId { get; set; } = "";

    /// <inheritdoc/>
    private protected override void Output(DatevEauRequest answer)
    {
        // The answer does not repeat it, and without it the request could not be asked for again.
        answer.EauId ??= EauId;
        base.Output(answer);
    }
}
