using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>What became of a connection flow: the integration, and the customer it belongs to.</summary>
[Model(Columns = [nameof(Id), nameof(Tool), nameof(SetupStatus), nameof(EndUserOriginId), nameof(EndUserOrganizationName)])]
public sealed partial class ConnectedIntegration : KomboObject
{
    /// <summary>The id of the integration: the tool, a colon and a Kombo id.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string IntegrationId => Id;

    /// <summary>The id of the tool that was connected, such as personio.</summary>
    public string? Tool { get; set; }

    /// <summary>INCOMPLETE, FINAL_SYNC_PENDING or COMPLETED; data can be read once it is COMPLETED.</summary>
    public string? SetupStatus { get; set; }

    /// <summary>Your own id of the customer, as it was given for the link; null when none was.</summary>
    public string? EndUserOriginId { get; set; }

    /// <summary>The name of the customer, as it was given for the link.</summary>
    public string? EndUserOrganizationName { get; set; }

    /// <summary>The e-mail address of the person who was to connect, as it was given for the link; null when it is no valid one.</summary>
    public string? EndUserEmail { get; set; }

    /// <summary>The id of the integration.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Id);
}
