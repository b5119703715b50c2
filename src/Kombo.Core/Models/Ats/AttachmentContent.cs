namespace Kombo.Models;

/// <summary>Where a file is in your own storage.</summary>
public sealed partial class AttachmentContent : KomboObject
{
    /// <summary>The kind of storage: s3, or another text.</summary>
    public string? Type { get; set; }

    /// <summary>The bucket.</summary>
    public string? Bucket { get; set; }

    /// <summary>The whole key of the file in the bucket, with your prefix.</summary>
    public string? Key { get; set; }

    /// <summary>The address, such as s3://bucket/key.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Key is null ? null : $"{Type}://{Bucket}/{Key}");
}
