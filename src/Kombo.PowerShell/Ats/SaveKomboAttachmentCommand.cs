using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>Saves the files of attachments to a folder. The API key does not go to where they are.</summary>
[Cmdlet(VerbsData.Save, "KomboAttachment", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class SaveKomboAttachmentCommand : ApiCommand
{
    private FileSaver? _saver;

    /// <summary>Where the file is: an attachment's DataUrl.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Text]
    [AllowNull]
    [AllowEmptyString]
    [Alias("DataUrl", "data_url")]
    public string? Url { get; set; }

    /// <summary>The folder to save to, or a script block that gives one for each object; without it, the current one. It is made if it does not exist.</summary>
    [Parameter(Position = 0)]
    [FilePath(TakesScripts = true)]
    [ValidateNotNullOrEmpty]
    public object DestinationPath { get; set; } = ".";

    /// <summary>The name to save the file under; without it, the attachment's. It is made fit for the file system.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Alias("file_name", "Name")]
    [AllowNull]
    [AllowEmptyString]
    public string? FileName { get; set; }

    /// <summary>The media type that the file should have.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Alias("content_type")]
    [AllowNull]
    [AllowEmptyString]
    public string? ContentType { get; set; }

    /// <summary>The most bytes that a file may have; larger ones are not saved. 100MB unless it is given.</summary>
    [Parameter]
    [Number(Whole = true, Min = 1)]
    public long? MaximumSize { get; set; }

    /// <summary>Replaces files of the same name that exist already.</summary>
    [Parameter]
    [Flag]
    public SwitchParameter Force { get; set; }

    /// <summary>The attachment as it came through the pipeline.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Readable]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            _saver ??= new FileSaver(this);
            _saver.Save(ActiveConnection.Client, new RemoteFile(Url, FileName, ContentType), DestinationPath, InputObject, MaximumSize ?? FileSaver.UsualMaximum, Force);
        }
        catch (KomboException failure)
        {
            Fail(failure, MyInvocation.BoundParameters.ContainsKey(nameof(InputObject)) ? InputObject : null);
        }
    }
}
