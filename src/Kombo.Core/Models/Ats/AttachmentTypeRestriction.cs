namespace Kombo.Models;

/// <summary>The limits for one kind of file.</summary>
public sealed partial class AttachmentTypeRestriction : KomboObject
{
    /// <summary>Whether files of this kind are taken at all. When not, there are no other limits.</summary>
    public bool? IsSupported { get; set; }

    /// <summary>How many there must be at least; null when not known, and for actions that take one file.</summary>
    public double? MinAmount { get; set; }

    /// <summary>How many there may be; null when not known, and for actions that take one file.</summary>
    public double? MaxAmount { get; set; }

    /// <summary>How large a file may be, in bytes; null when not known.</summary>
    public double? MaxFileSizeBytes { get; set; }

    /// <summary>The MIME types that are taken; null when not known.</summary>
    public KomboList<string>? AcceptedMimeTypes { get; set; }

    /// <summary>The MIME types that are taken, else whether files of this kind are taken.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => IsSupported == true ? FirstOf(AcceptedMimeTypes?.ToString(), "supported") : IsSupported == false ? "not supported" : "";
}
