namespace Kombo.Models;

/// <summary>A customer saw an error while connecting a tool. The attempt may succeed afterwards all the same, and there is no integration yet.</summary>
public sealed partial class ConnectionFlowFailedEvent : WebhookEvent
{
    /// <summary>The connected tool, such as personio.</summary>
    public string? IntegrationTool { get; set; }

    /// <summary>HRIS, ATS, ASSESSMENT or LMS.</summary>
    public string? IntegrationCategory { get; set; }

    /// <summary>The customer whose tool it is.</summary>
    public IntegrationEndUser? EndUser { get; set; }

    /// <summary>The page in Kombo's dashboard with the details.</summary>
    public string? LogUrl { get; set; }

    /// <summary>The customer and the tool.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(string.Join(": ", new[] { EndUser?.ToString(), IntegrationTool }.Where(part => !string.IsNullOrWhiteSpace(part))), Type);
}
