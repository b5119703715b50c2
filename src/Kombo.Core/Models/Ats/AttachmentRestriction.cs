namespace Kombo.Models;

/// <summary>What files an action takes.</summary>
[Model(Columns = [nameof(AttachmentRestrictions)])]
public sealed partial class AttachmentRestriction : KomboObject
{
    /// <summary>The limits; null when nothing is known about them, which does not mean that there are none.</summary>
    public AttachmentRestrictionSet? AttachmentRestrictions { get; set; }

    /// <summary>The kinds of files that the action takes.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(AttachmentRestrictions?.ToString());
}
