namespace Kombo.Models;

/// <summary>An e-mail address of a candidate.</summary>
public sealed partial class CandidateEmailAddress : KomboObject
{
    /// <summary>The address; null when it is not a valid one.</summary>
    public string? EmailAddress { get; set; }

    /// <summary>What the address is used for, in free text.</summary>
    public string? Type { get; set; }

    /// <summary>The address.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(EmailAddress);
}
