namespace Kombo.Models;

/// <summary>A kind of employment that a staffing entity is meant for.</summary>
public sealed partial class StaffingEmploymentType : KomboObject
{
    /// <summary>What the connected tool calls it.</summary>
    public string? RemoteLabel { get; set; }

    /// <summary>FULL_TIME, PART_TIME, CONTRACT, INTERNSHIP, FREELANCE, WORKING_STUDENT, APPRENTICESHIP or TRAINING; null when Kombo knows none that fits.</summary>
    public string? UnifiedType { get; set; }

    /// <summary>Kombo's name for it, else the tool's.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(UnifiedType, RemoteLabel);
}
