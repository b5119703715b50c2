using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A customer has connected a tool. Store the id of the integration with your own id of the customer, which is in <see cref="EndUser"/>.</summary>
public sealed partial class IntegrationCreatedEvent : WebhookEvent
{
    /// <summary>The connected tool, such as personio.</summary>
    public string? IntegrationTool { get; set; }

    /// <summary>HRIS, ATS, ASSESSMENT or LMS.</summary>
    public string? IntegrationCategory { get; set; }

    /// <summary>The customer whose tool it is.</summary>
    public IntegrationEndUser? EndUser { get; set; }

    /// <summary>The wire name of <see cref="WebhookEvent.IntegrationId"/> in this event.</summary>
    [JsonPropertyName("id")]
    internal string? WireId
    {
        get => null;
        set => IntegrationId = value ?? IntegrationId;
    }

    /// <summary>The wire name of <see cref="IntegrationTool"/> in this event.</summary>
    [JsonPropertyName("tool")]
    internal string? WireTool
    {
        get => null;
        set => IntegrationTool = value ?? IntegrationTool;
    }

    /// <summary>The wire name of <see cref="IntegrationCategory"/> in this event.</summary>
    [JsonPropertyName("category")]
    internal string? WireCategory
    {
        get => null;
        set => IntegrationCategory = value ?? IntegrationCategory;
    }

    /// <summary>The customer and the tool.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(string.Join(": ", new[] { EndUser?.ToString(), IntegrationTool }.Where(part => !string.IsNullOrWhiteSpace(part))), Type);
}
