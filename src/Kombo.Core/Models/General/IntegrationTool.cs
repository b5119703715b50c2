using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>The tool that an integration connects.</summary>
public sealed partial class IntegrationTool : KomboObject
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

    /// <summary>The URL of the logo.</summary>
    public string? LogoUrl { get; set; }

    /// <summary>The URL of the square icon.</summary>
    public string? IconUrl { get; set; }

    /// <summary>The tool's name, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Label, Id);
}
