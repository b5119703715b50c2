namespace Kombo.Models;

/// <summary>Whether a service of DATEV can be used through an integration.</summary>
[Model(Columns = [nameof(Ready), nameof(Error), nameof(DocumentsGranted)])]
public sealed partial class DatevPermissionCheck : KomboObject
{
    /// <summary>Whether it can be used now.</summary>
    public bool? Ready { get; set; }

    /// <summary>Why it cannot be used; null when it can.</summary>
    public string? Error { get; set; }

    /// <summary>The kinds of documents that may be fetched, by DATEV's short names. Null where the check is not about documents, or failed.</summary>
    public KomboList<string>? DocumentsGranted { get; set; }

    /// <summary>Ready, or why not.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Ready == true ? "ready" : FirstOf(Error, "not ready");
}
