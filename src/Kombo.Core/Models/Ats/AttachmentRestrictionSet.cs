namespace Kombo.Models;

/// <summary>The limits for the files of an action.</summary>
public sealed partial class AttachmentRestrictionSet : KomboObject
{
    /// <summary>How large all files together may be, in bytes; null when not known, and for actions that take one file.</summary>
    public double? TotalSizeBytes { get; set; }

    /// <summary>The limits for each kind of file.</summary>
    public AttachmentTypes? Types { get; set; }

    /// <summary>The kinds of files that the action takes.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Types?.ToString());
}
