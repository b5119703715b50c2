namespace Kombo.Models;

/// <summary>Kombo has found a problem of an integration or of your environment, or it is solved. A problem that is snoozed in the dashboard causes no event.</summary>
public sealed partial class IssueStatusChangedEvent : WebhookEvent
{
    private IssueIntegration? _integration;

    /// <summary>raised or resolved; more can appear.</summary>
    public string? Change { get; set; }

    /// <summary>The problem.</summary>
    public Issue? Issue { get; set; }

    /// <summary>The integration that has the problem; null for a problem of the whole environment.</summary>
    public IssueIntegration? Integration
    {
        get => _integration;
        set
        {
            _integration = value;
            IntegrationId = value?.Id ?? IntegrationId;
        }
    }

    /// <summary>The change and the problem.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(string.Join(": ", new[] { Change, Issue?.ToString() }.Where(part => !string.IsNullOrWhiteSpace(part))), Type);
}
