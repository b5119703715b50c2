using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A user who works on filling a job.</summary>
public sealed partial class HiringTeamMember : KomboObject
{
    /// <summary>The Kombo id of the ATS user.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string AtsUserId => Id;

    /// <summary>The id in the connected tool; it may be put together from several, and null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The first name.</summary>
    public string? FirstName { get; set; }

    /// <summary>The last name.</summary>
    public string? LastName { get; set; }

    /// <summary>The e-mail address; null also when it is not a valid one.</summary>
    public string? Email { get; set; }

    /// <summary>The roles that the user has for this job.</summary>
    public KomboList<JobRole>? JobRoles { get; set; }

    /// <summary>Deprecated: use <see cref="JobRoles"/>. RECRUITER, HIRING_MANAGER, COORDINATOR, SOURCER, INTERVIEWER.</summary>
    public KomboList<string>? HiringTeamRoles { get; set; }

    /// <summary>The user's first and last name, else the e-mail address, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf($"{FirstName} {LastName}", Email, Id);
}
