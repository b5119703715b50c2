using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>The scope configuration of an integration.</summary>
public sealed partial class IntegrationScopeConfig : KomboObject
{
    /// <summary>The id of the scope configuration.</summary>
    public string? Id { get; set; }

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string? ScopeConfigId => Id;

    /// <summary>Its name; null when it has none.</summary>
    public string? Name { get; set; }

    /// <summary>The name, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name, Id);
}
