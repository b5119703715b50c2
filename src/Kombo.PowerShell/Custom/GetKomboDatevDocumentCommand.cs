using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads which payroll documents DATEV has for a month.</summary>
[Cmdlet(VerbsCommon.Get, "KomboDatevDocument")]
[OutputType(typeof(DatevDocument))]
[KomboOperation("GET", "custom/datev/available-documents", List = "results", Live = true)]
public sealed class GetKomboDatevDocumentCommand : IntegrationReadCommand<DatevDocument>
{
    /// <summary>The month: any day in it, or yyyy-MM.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AccountingMonth")]
    [Month]
    [Query("period", BareDate = true)]
    public DateTime? Period { get; set; }

    /// <inheritdoc/>
    private protected override void Output(DatevDocument answer)
    {
        answer.AccountingMonth ??= Period;
        base.Output(answer);
    }
}
