using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>The base of cmdlets that hand over one file: from disk, from memory, or from an address that the API fetches it from.</summary>
/// <remarks>
/// Where the file comes from is no matter of parameter sets: with them, PowerShell refuses a CSV file whose rows have a
/// column for paths and one for addresses, and sees nothing of a piped object outside the default set.
/// </remarks>
public abstract class FileActionCommand : IntegrationActionCommand
{
    /// <summary>The file; wildcards are allowed if they lead to one.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [FilePath]
    public string? Path { get; set; }

    /// <summary>The file, by its very name: brackets are no wildcards. Files of Get-ChildItem bind here.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FilePath]
    [Alias("FullName", "PSPath")]
    public string? LiteralPath { get; set; }

    /// <summary>The bytes of the file. Needs -Name.</summary>
    [Parameter]
    [Bytes]
    public byte[]? Content { get; set; }

    /// <summary>Where the API fetches the file from; the address must need no login.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Address]
    public Uri? Url { get; set; }

    /// <summary>The name to give the file, with its extension; without it, its own.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    public string? Name { get; set; }

    /// <summary>The file's media type, such as application/pdf; without it, told by the extension.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    public string? ContentType { get; set; }

    /// <summary>The file, as the API takes it. A cmdlet says where it goes.</summary>
    private protected abstract KomboMap? FileBody { get; set; }

    /// <inheritdoc/>
    private protected override KomboRequest Prepare(ICollection<string> given, KomboConnection connection)
    {
        FileBody = ReadFile(given);
        given.Add(nameof(FileBody));
        return base.Prepare(given, connection);
    }

    /// <summary>The file, from the one place that was given.</summary>
    /// <exception cref="KomboException">None was given, or several, or there is no file.</exception>
    private KomboMap ReadFile(ICollection<string> given)
    {
        string? Cell(string name, string? value) => given.Contains(name) && !string.IsNullOrWhiteSpace(value) ? value : null;

        Func<KomboMap> FromFile(string path, string parameter) => () => FilePayload.FromFile(path, Cell(nameof(Name), Name), Cell(nameof(ContentType), ContentType), parameter);

        var name = Cell(nameof(Name), Name);
        var contentType = Cell(nameof(ContentType), ContentType);
        var sources = new List<Func<Func<KomboMap>>>(); // Paths are looked up on this thread; to read and to encode takes its time.
        if (Cell(nameof(Path), Path) is { } path)
        {
            sources.Add(() => FromFile(FilePayload.Resolve(this, path, isLiteral: false, nameof(Path)), nameof(Path)));
        }

        if (Cell(nameof(LiteralPath), LiteralPath) is { } literalPath)
        {
            sources.Add(() => FromFile(FilePayload.Resolve(this, literalPath, isLiteral: true, nameof(LiteralPath)), nameof(LiteralPath)));
        }

        if (given.Contains(nameof(Content)) && Content is not null)
        {
            sources.Add(() => () => FilePayload.FromBytes(Content, name, contentType, nameof(Content)));
        }

        if (given.Contains(nameof(Url)) && Url is not null)
        {
            sources.Add(() => () => FilePayload.FromUrl(Url, name, contentType));
        }

        return sources.Count == 1
            ? Await(Task.Run(sources[0]()))
            : throw KomboException.InvalidInput(nameof(Path), $"exactly one of -Path, -LiteralPath, -Content and -Url is required, and {(sources.Count == 0 ? "none was" : "several were")} given.");
    }
}
