namespace Kombo.Models;

/// <summary>Someone who hires for the job of an assessment order.</summary>
public sealed partial class AssessmentOrderHiringTeamMember : KomboObject
{
    /// <summary>The id in the connected tool; null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The e-mail address; null when not known.</summary>
    public string? Email { get; set; }

    /// <summary>The first name; null when not known.</summary>
    public string? FirstName { get; set; }

    /// <summary>The last name; null when not known.</summary>
    public string? LastName { get; set; }

    /// <summary>RECRUITER and HIRING_MANAGER, as far as they apply.</summary>
    public KomboList<string>? HiringTeamRoles { get; set; }

    /// <summary>The name, else the e-mail address.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf($"{FirstName} {LastName}", Email, RemoteId);
}
