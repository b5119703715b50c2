namespace Kombo.Models;

/// <summary>A file that was sent to DATEV.</summary>
public sealed partial class DatevUploadJob : KomboObject
{
    /// <summary>The id of the upload.</summary>
    public string Id { get; set; } = "";

    /// <summary>The name of the file.</summary>
    public string? FileName { get; set; }

    /// <summary>FAILED (it never reached DATEV), UPLOADED, IMPORTED, CORRUPTED, DELETED or AUTO_DELETED.</summary>
    public string? State { get; set; }

    /// <summary>What is in the file.</summary>
    public string? File { get; set; }

    /// <summary>The file's name and its state.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf($"{FileName} ({State})");
}
