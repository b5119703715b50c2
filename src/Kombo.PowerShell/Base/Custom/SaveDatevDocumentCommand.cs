using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>The base of cmdlets that fetch a payroll document from DATEV and save it to a folder.</summary>
public abstract class SaveDatevDocumentCommand : IntegrationReadCommand<DatevDocumentDownload>
{
    private FileSaver? _saver;

    /// <summary>DATEV's short name of the kind of document, such as LOBN, see Get-KomboDatevDocument.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Text]
    [KnownValues(
        "AANB", "ABEG", "BUBE", "DAWE", "KBNW", "KOST", "KOTR", "LKTO", "LOBN", "LJOE", "LOJE", "LOJO", "LOPE", "LOPN", "LOPS",
        "LORE", "LOWE", "LSTA", "LSTB", "LSTE", "PDAT", "PFAN", "PRZA", "SBNW", "SVNW", "WEAN", "ZABR", "ZAKF", "ZAUW")]
    [Body("document_type", Required = true)]
    public string DocumentType { get; set; } = "";

    /// <summary>The month of the document: any day in it, or yyyy-MM.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Period")]
    [Month]
    [Body("accounting_month", Required = true)]
    public DateTime? AccountingMonth { get; set; }

    /// <summary>The folder to save to; without it, the current one. It is made if it does not exist.</summary>
    [Parameter]
    [FilePath(TakesScripts = true)]
    [ValidateNotNullOrEmpty]
    public object DestinationPath { get; set; } = ".";

    /// <summary>The name to save the file under; without it, the document's. It is made fit for the file system.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [AllowNull]
    [AllowEmptyString]
    public string? FileName { get; set; }

    /// <summary>The most bytes that a file may have; larger ones are not saved. 100MB unless it is given.</summary>
    [Parameter]
    [Number(Whole = true, Min = 1)]
    public long? MaximumSize { get; set; }

    /// <summary>Replaces files of the same name that exist already.</summary>
    [Parameter]
    [Flag]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    private protected override void Output(DatevDocumentDownload answer)
    {
        _saver ??= new FileSaver(this);
        var name = string.IsNullOrWhiteSpace(FileName) ? answer.FileName : FileName;
        _saver.Save(ActiveConnection.Client, new RemoteFile(answer.DataUrl, name, answer.ContentType), DestinationPath, null, MaximumSize ?? FileSaver.UsualMaximum, Force);
    }
}
