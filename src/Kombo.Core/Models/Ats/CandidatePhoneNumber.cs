namespace Kombo.Models;

/// <summary>A phone number of a candidate.</summary>
public sealed partial class CandidatePhoneNumber : KomboObject
{
    /// <summary>The number, as the source writes it.</summary>
    public string? PhoneNumber { get; set; }

    /// <summary>What the number is used for, in free text.</summary>
    public string? Type { get; set; }

    /// <summary>The number.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(PhoneNumber);
}
