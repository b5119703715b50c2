using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A field of the connected tool, in short form.</summary>
public sealed partial class IntegrationFieldReference : KomboObject
{
    /// <summary>The id, unique among integration fields.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string IntegrationFieldId => Id;

    /// <summary>The field's key in the source.</summary>
    public string? Key { get; set; }

    /// <summary>The field's label; null when it has none.</summary>
    public string? Label { get; set; }

    /// <summary>DEFAULT (part of the tool) or CUSTOM (made by its users).</summary>
    public string? Type { get; set; }

    /// <summary>The field's label, else its key, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Label, Key, Id);
}
