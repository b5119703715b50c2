namespace Kombo.Models;

/// <summary>A posting of a job.</summary>
public sealed partial class JobPosting : KomboObject
{
    /// <summary>The Kombo id of the posting.</summary>
    public string Id { get; set; } = "";

    /// <summary>The id in the connected tool; it may be put together from several, and null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The posting's title.</summary>
    public string? Title { get; set; }

    /// <summary>ACTIVE, INACTIVE or DRAFT; null when not known.</summary>
    public string? Status { get; set; }

    /// <summary>PUBLIC, INTERNAL (staff only) or UNLISTED (by link only); null when not known.</summary>
    public string? Visibility { get; set; }

    /// <summary>The page of the posting.</summary>
    public string? Url { get; set; }

    /// <summary>The text of the posting, as HTML.</summary>
    public string? DescriptionHtml { get; set; }

    /// <summary>The tool's own data, by the tool's endpoint; null unless the plan and the scope include it.</summary>
    public KomboMap? RemoteData { get; set; }

    /// <summary>The posting's title, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Title, Id);
}
