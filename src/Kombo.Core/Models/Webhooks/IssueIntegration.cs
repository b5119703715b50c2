using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>The integration that has a problem.</summary>
public sealed partial class IssueIntegration : KomboObject
{
    /// <summary>The id of the integration.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string IntegrationId => Id;

    /// <summary>The connected tool, such as personio.</summary>
    public string? Tool { get; set; }

    /// <summary>HRIS, ATS, ASSESSMENT or LMS.</summary>
    public string? Category { get; set; }

    /// <summary>The customer whose tool it is.</summary>
    public IntegrationEndUser? EndUser { get; set; }

    /// <summary>The customer and the tool, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(string.Join(": ", new[] { EndUser?.ToString(), Tool }.Where(part => !string.IsNullOrWhiteSpace(part))), Id);
}
