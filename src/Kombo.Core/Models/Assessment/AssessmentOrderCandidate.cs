namespace Kombo.Models;

/// <summary>The candidate of an assessment order.</summary>
public sealed partial class AssessmentOrderCandidate : KomboObject
{
    /// <summary>The id in the connected tool; null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The candidate's e-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>The candidate's first name; null when not known.</summary>
    public string? FirstName { get; set; }

    /// <summary>The candidate's last name; null when not known.</summary>
    public string? LastName { get; set; }

    /// <summary>The candidate's phone number; null when not known.</summary>
    public string? Phone { get; set; }

    /// <summary>The candidate's name, else the e-mail address.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf($"{FirstName} {LastName}", Email, RemoteId);
}
