using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Sends a file in DATEV's ASCII format to the payroll program.</summary>
[Cmdlet(VerbsCommunications.Send, "KomboDatevFile", SupportsShouldProcess = true, DefaultParameterSetName = PathSet)]
[OutputType(typeof(void), typeof(FileInfo))]
[KomboOperation("POST", "custom/datev/passthrough")]
public sealed class SendKomboDatevFileCommand : IntegrationActionCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private const string ContentSet = "Content";

    /// <summary>The file; wildcards are allowed if they lead to one. UTF-8, or what DATEV's programs write: Windows-1252.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet, ValueFromPipelineByPropertyName = true)]
    [FilePath]
    public string Path { get; set; } = "";

    /// <summary>The file, by its very name: brackets are no wildcards. Files of Get-ChildItem bind here.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [FilePath]
    [Alias("FullName", "PSPath")]
    public string LiteralPath { get; set; } = "";

    /// <summary>What is in the file.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ContentSet, ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("file_content", Required = true)]
    public string? Content { get; set; }

    /// <summary>The name of the file at DATEV; without it, the file's own.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("file_name", Required = true)]
    public string? FileName { get; set; }

    /// <summary>The month that the file is for: any day in it, or yyyy-MM.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Month(ByCulture = true)]
    [Body("accounting_month", Required = true)]
    public DateTime? AccountingMonth { get; set; }

    /// <summary>STAMMDATEN (master data) or BEWEGUNGSDATEN (payroll data).</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [Text]
    [KnownValues("STAMMDATEN", "BEWEGUNGSDATEN")]
    [Body("file_type", Required = true)]
    public string FileType { get; set; } = "";

    /// <summary>The payroll program: LODAS or LuG, see Get-KomboDatevSystemInformation.</summary>
    [Parameter(Mandatory = true, Position = 3, ValueFromPipelineByPropertyName = true)]
    [Text]
    [FilledByModels(true)]
    [KnownValues("LODAS", "LuG")]
    [Body("target_system", Required = true)]
    public string TargetSystem { get; set; } = "";

    /// <inheritdoc/>
    private protected override KomboRequest Prepare(ICollection<string> given, KomboConnection connection)
    {
        if (ParameterSetName != ContentSet)
        {
            var isLiteral = ParameterSetName == LiteralPathSet;
            var parameter = isLiteral ? nameof(LiteralPath) : nameof(Path);
            var file = FilePayload.Resolve(this, isLiteral ? LiteralPath : Path, isLiteral, parameter);
            Content = TextFile.Read(file, parameter);
            given.Add(nameof(Content));
            if (!given.Contains(nameof(FileName)))
            {
                FileName = System.IO.Path.GetFileName(file);
                given.Add(nameof(FileName));
            }
        }

        return base.Prepare(given, connection);
    }
}
