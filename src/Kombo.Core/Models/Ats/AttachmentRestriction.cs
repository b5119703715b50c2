using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>What files an action takes.</summary>
[Model(
    typeof(AttachmentRestrictionJson),
    Columns = [nameof(AttachmentRestrictions)])]
public sealed class AttachmentRestriction : KomboObject
{
    /// <summary>The limits; null when nothing is known about them, which does not mean that there are none.</summary>
    public AttachmentRestrictionSet? AttachmentRestrictions { get; set; }

    /// <summary>The kinds of files that the action takes.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(AttachmentRestrictions?.ToString());
}

/// <summary>Serializer metadata of <see cref="AttachmentRestriction"/>.</summary>
[JsonSerializable(typeof(AttachmentRestriction))]
internal sealed partial class AttachmentRestrictionJson : JsonSerializerContext;
