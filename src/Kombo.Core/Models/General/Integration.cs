using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A connection between Kombo and one tool of one of your customers.</summary>
[Model(Columns = [nameof(Id), nameof(Tool), nameof(Category), nameof(Status), nameof(SetupStatus), nameof(CreatedAt), nameof(EndUser)])]
public sealed partial class Integration : KomboObject, IEntity
{
    /// <summary>The id: the tool, a colon and a Kombo id.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string IntegrationId => Id;

    /// <summary>The tool that is connected.</summary>
    public IntegrationTool? Tool { get; set; }

    /// <summary>HRIS, ATS, ASSESSMENT or LMS.</summary>
    public string? Category { get; set; }

    /// <summary>ACTIVE, INVALID (the credentials no longer work) or INACTIVE (switched off).</summary>
    public string? Status { get; set; }

    /// <summary>INCOMPLETE, FINAL_SYNC_PENDING or COMPLETED; data can be read once it is COMPLETED.</summary>
    public string? SetupStatus { get; set; }

    /// <summary>The customer whose tool it is.</summary>
    public IntegrationEndUser? EndUser { get; set; }

    /// <summary>The scope configuration that applies.</summary>
    public IntegrationScopeConfig? ScopeConfig { get; set; }

    /// <summary>When the integration was created, in UTC.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When a change of the configuration made the synced data outdated, in UTC; null while the data are valid.</summary>
    public DateTime? DataExpiredAt { get; set; }

    /// <summary>Whether the integration is in beta.</summary>
    public bool? Beta { get; set; }

    /// <summary>What can be read, with the fields.</summary>
    public KomboList<IntegrationCapability>? ReadModels { get; set; }

    /// <summary>What can be written, with the inputs.</summary>
    public KomboList<IntegrationCapability>? WriteActions { get; set; }

    /// <summary>The customer's name and the tool, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        var parts = new[] { EndUser?.ToString(), Tool?.ToString() };
        return FirstOf(string.Join(" - ", parts.Where(part => !string.IsNullOrWhiteSpace(part))), Id);
    }
}
