namespace Kombo.Models;

/// <summary>The state of an integration, of its setup or of the checks of its data has changed.</summary>
public sealed partial class IntegrationStateChangedEvent : WebhookEvent
{
    /// <summary>The connected tool, such as personio.</summary>
    public string? IntegrationTool { get; set; }

    /// <summary>HRIS, ATS, ASSESSMENT or LMS.</summary>
    public string? IntegrationCategory { get; set; }

    /// <summary>The customer whose tool it is.</summary>
    public IntegrationEndUser? EndUser { get; set; }

    /// <summary>ACTIVE, INVALID (the credentials no longer work) or INACTIVE (switched off).</summary>
    public string? State { get; set; }

    /// <summary>INCOMPLETE, FINAL_SYNC_PENDING or COMPLETED; data can be read once it is COMPLETED.</summary>
    public string? SetupStatus { get; set; }

    /// <summary>The checks of the first sync's data: PENDING, FAILED or PASSED.</summary>
    public string? QaStatus { get; set; }

    /// <summary>When the change happened, in UTC.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The state, the setup's and the checks'.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(string.Join(", ", new[] { State, SetupStatus is null ? null : "setup " + SetupStatus, QaStatus is null ? null : "checks " + QaStatus }.Where(part => part is not null)), Type);
}
