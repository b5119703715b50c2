namespace Kombo.Models;

/// <summary>A break in a stretch of work.</summary>
public sealed partial class TimesheetBreak : KomboObject
{
    /// <summary>When the break began, in UTC.</summary>
    public DateTime? StartedAt { get; set; }

    /// <summary>When the break ended, in UTC.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>Whether the break counts as working time.</summary>
    public bool? Paid { get; set; }

    /// <summary>The beginning and the end in UTC.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(StartedAt is null ? null : FormattableString.Invariant($"{StartedAt:yyyy-MM-dd HH:mm}..{EndedAt:HH:mm}"));
}
