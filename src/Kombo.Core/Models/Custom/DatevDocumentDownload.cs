namespace Kombo.Models;

/// <summary>Where a payroll document of DATEV can be downloaded.</summary>
[Model(Columns = [nameof(FileName), nameof(ContentType), nameof(DataUrl)])]
public sealed partial class DatevDocumentDownload : KomboObject
{
    /// <summary>The address. It needs no login and does not last: download the document soon, and without the Kombo key.</summary>
    public string? DataUrl { get; set; }

    /// <summary>The name of the file.</summary>
    public string? FileName { get; set; }

    /// <summary>The media type, such as application/pdf.</summary>
    public string? ContentType { get; set; }

    /// <summary>The name of the file.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(FileName);
}
