using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>An integration has been removed, in the dashboard or through the API.</summary>
public sealed partial class IntegrationDeletedEvent : WebhookEvent
{
    /// <summary>The connected tool, such as personio.</summary>
    public string? IntegrationTool { get; set; }

    /// <summary>HRIS, ATS, ASSESSMENT or LMS.</summary>
    public string? IntegrationCategory { get; set; }

    /// <summary>The customer whose tool it is.</summary>
    public IntegrationEndUser? EndUser { get; set; }

    /// <summary>When it was removed, in UTC.</summary>
    public DateTime? DeletedAt { get; set; }

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
