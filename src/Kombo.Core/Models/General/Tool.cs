using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A tool that Kombo can connect.</summary>
[Model(Columns = [nameof(Id), nameof(Label), nameof(InternalLabel), nameof(Coverage), nameof(ConnectionGuideUrl)])]
public sealed partial class Tool : KomboObject, IEntity
{
    /// <summary>The tool's id, such as personio.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string ToolId => Id;

    /// <summary>The name to show to people.</summary>
    public string? Label { get; set; }

    /// <summary>The name of the variant, not meant for your customers; null when there is none.</summary>
    public string? InternalLabel { get; set; }

    /// <summary>The logo and the icons.</summary>
    public ToolAssets? Assets { get; set; }

    /// <summary>The URL of the guide to connecting the tool; null when there is none.</summary>
    public string? ConnectionGuideUrl { get; set; }

    /// <summary>What the paid API of the tool involves, as Markdown; null when none is needed.</summary>
    public string? PaidApiDetailsMarkdown { get; set; }

    /// <summary>How the fast track works, as Markdown; null when there is none.</summary>
    public string? FastTrackDetailsMarkdown { get; set; }

    /// <summary>What partnership the tool asks for, as Markdown; null when none is needed.</summary>
    public string? PartnerOnlyDetailsMarkdown { get; set; }

    /// <summary>What can be read and written.</summary>
    public ToolCoverage? Coverage { get; set; }

    /// <summary>The tool's name, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Label, Id);
}
