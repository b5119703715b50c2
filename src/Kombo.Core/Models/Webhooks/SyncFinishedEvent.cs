namespace Kombo.Models;

/// <summary>A sync of an integration has ended, well or not. Kombo has marked this event as deprecated.</summary>
public sealed partial class SyncFinishedEvent : WebhookEvent
{
    /// <summary>The connected tool, such as personio.</summary>
    public string? IntegrationTool { get; set; }

    /// <summary>HRIS, ATS, ASSESSMENT or LMS.</summary>
    public string? IntegrationCategory { get; set; }

    /// <summary>The customer whose tool it is.</summary>
    public IntegrationEndUser? EndUser { get; set; }

    /// <summary>The id of the sync.</summary>
    public string? SyncId { get; set; }

    /// <summary>SUCCEEDED, PARTIALLY_FAILED (errors that did not end it), FAILED, AUTHENTICATION_FAILED, TIMED_OUT, CANCELLED; more can appear.</summary>
    public string? SyncState { get; set; }

    /// <summary>When it began, in UTC.</summary>
    public DateTime? SyncStartedAt { get; set; }

    /// <summary>When it ended, in UTC.</summary>
    public DateTime? SyncEndedAt { get; set; }

    /// <summary>How many seconds it took.</summary>
    public double? SyncDurationSeconds { get; set; }

    /// <summary>The page in Kombo's dashboard with the details.</summary>
    public string? LogUrl { get; set; }

    /// <summary>The state of the sync.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(SyncState, Type);
}
