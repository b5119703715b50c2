using System.Collections;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Attaches a file to an application.</summary>
[Cmdlet(VerbsCommon.Add, "KomboApplicationAttachment", SupportsShouldProcess = true, DefaultParameterSetName = PathSet)]
[OutputType(typeof(void), typeof(Application))]
[KomboOperation("POST", "ats/applications/{application_id}/attachments")]
public sealed class AddKomboApplicationAttachmentCommand : ActionCommand
{
    private const string PathSet = "Path";
    private const string UrlSet = "Url";

    /// <summary>The application.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Application))]
    [Path("application_id")]
    public string ApplicationId { get; set; } = "";

    /// <summary>The file.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = PathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    public string Path { get; set; } = "";

    /// <summary>Where the API fetches the file from; the address must need no login.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UrlSet, ValueFromPipelineByPropertyName = true)]
    public Uri? Url { get; set; }

    /// <summary>What the file is: CV, COVER_LETTER or OTHER.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [KnownValues("CV", "COVER_LETTER", "OTHER")]
    [Body("attachment.type", Required = true)]
    public string Type { get; set; } = "";

    /// <summary>The name to give the file, with its extension; without it, its own.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Name { get; set; }

    /// <summary>The file's media type, such as application/pdf; without it, told by the extension.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ContentType { get; set; }

    /// <summary>What only some tools need, by tool: a hashtable whose keys are sent as they are.</summary>
    [Parameter]
    [Map]
    [Body("remote_fields")]
    public IDictionary? RemoteField { get; set; }

    /// <summary>The file, as the API takes it.</summary>
    [Body("attachment")]
    internal KomboMap? Attachment { get; set; }

    /// <inheritdoc/>
    private protected override KomboRequest Prepare(ICollection<string> given, KomboConnection connection)
    {
        var name = given.Contains(nameof(Name)) && !string.IsNullOrEmpty(Name) ? Name : null;
        var contentType = given.Contains(nameof(ContentType)) && !string.IsNullOrEmpty(ContentType) ? ContentType : null;
        Attachment = ParameterSetName == UrlSet
            ? FilePayload.FromUrl(Url!, name, contentType)
            : FilePayload.FromFile(FilePayload.Resolve(this, Path, isLiteral: false, nameof(Path)), name, contentType, nameof(Path));
        given.Add(nameof(Attachment));
        return base.Prepare(given, connection);
    }
}
