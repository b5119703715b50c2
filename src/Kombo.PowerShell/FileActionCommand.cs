using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>The base of cmdlets that hand over one file: from disk, from memory, or from an address that the API fetches it from.</summary>
public abstract class FileActionCommand : ActionCommand
{
    /// <summary>The parameter set with a path that may have wildcards.</summary>
    private protected const string PathSet = "Path";

    private const string LiteralPathSet = "LiteralPath";
    private const string ContentSet = "Content";
    private const string UrlSet = "Url";

    /// <summary>The file; wildcards are allowed if they lead to one.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = PathSet, ValueFromPipelineByPropertyName = true)]
    public string Path { get; set; } = "";

    /// <summary>The file, by its very name: brackets are no wildcards. Files of Get-ChildItem bind here.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath")]
    public string LiteralPath { get; set; } = "";

    /// <summary>The bytes of the file. Needs -Name.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ContentSet)]
    public byte[] Content { get; set; } = [];

    /// <summary>Where the API fetches the file from; the address must need no login.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UrlSet, ValueFromPipelineByPropertyName = true)]
    public Uri? Url { get; set; }

    /// <summary>The name to give the file, with its extension; without it, its own.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Name { get; set; }

    /// <summary>The file's media type, such as application/pdf; without it, told by the extension.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ContentType { get; set; }

    /// <summary>The file, as the API takes it. A cmdlet says where it goes.</summary>
    private protected abstract KomboMap? FileBody { get; set; }

    /// <inheritdoc/>
    private protected override KomboRequest Prepare(ICollection<string> given, KomboConnection connection)
    {
        var name = given.Contains(nameof(Name)) && !string.IsNullOrEmpty(Name) ? Name : null;
        var contentType = given.Contains(nameof(ContentType)) && !string.IsNullOrEmpty(ContentType) ? ContentType : null;
        FileBody = ParameterSetName switch
        {
            UrlSet => FilePayload.FromUrl(Url!, name, contentType),
            ContentSet => FilePayload.FromBytes(Content, name, contentType, nameof(Content)),
            LiteralPathSet => FilePayload.FromFile(FilePayload.Resolve(this, LiteralPath, isLiteral: true, nameof(LiteralPath)), name, contentType, nameof(LiteralPath)),
            _ => FilePayload.FromFile(FilePayload.Resolve(this, Path, isLiteral: false, nameof(Path)), name, contentType, nameof(Path)),
        };
        given.Add(nameof(FileBody));
        return base.Prepare(given, connection);
    }
}
