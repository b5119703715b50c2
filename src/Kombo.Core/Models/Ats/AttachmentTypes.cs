using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>The limits for each kind of file.</summary>
public sealed partial class AttachmentTypes : KomboObject
{
    /// <summary>For a CV.</summary>
    [JsonPropertyName("CV")]
    public AttachmentTypeRestriction? Cv { get; set; }

    /// <summary>For a cover letter.</summary>
    [JsonPropertyName("COVER_LETTER")]
    public AttachmentTypeRestriction? CoverLetter { get; set; }

    /// <summary>For any other file.</summary>
    [JsonPropertyName("OTHER")]
    public AttachmentTypeRestriction? Other { get; set; }

    /// <summary>The kinds of files that are taken.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join("; ", new[] { ("CV", Cv), ("COVER_LETTER", CoverLetter), ("OTHER", Other) }.Where(kind => kind.Item2?.IsSupported == true).Select(kind => kind.Item1));
}
