namespace Kombo.Models;

/// <summary>A role that a user has, for a job or everywhere.</summary>
public sealed partial class JobRole : KomboObject
{
    /// <summary>The id in the connected tool; it may be put together from several, and null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The role's name in the connected tool.</summary>
    public string? RemoteLabel { get; set; }

    /// <summary>What the role holds for: JOB in a hiring team, SYSTEM among the roles of a user. Until July 2026, it could be null.</summary>
    public string? Scope { get; set; }

    /// <summary>HIRING_MANAGER, RECRUITER, COORDINATOR, SOURCER, INTERVIEWER or ADMIN; null when the role is none of them.</summary>
    public string? UnifiedType { get; set; }

    /// <summary>The role's name, else its unified type, else its id in the tool.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(RemoteLabel, UnifiedType, RemoteId);
}
