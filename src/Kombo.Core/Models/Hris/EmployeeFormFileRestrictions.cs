namespace Kombo.Models;

/// <summary>Which files a file field accepts.</summary>
public sealed partial class EmployeeFormFileRestrictions : KomboObject
{
    /// <summary>The MIME types that are accepted.</summary>
    public KomboList<string>? AcceptedMimeTypes { get; set; }

    /// <summary>The largest size, in the unit that the tool uses; null when there is no known limit.</summary>
    public double? MaxFileSize { get; set; }

    /// <summary>The accepted MIME types.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(AcceptedMimeTypes?.ToString());
}
