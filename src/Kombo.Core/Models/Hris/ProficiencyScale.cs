using System.Globalization;

namespace Kombo.Models;

/// <summary>How well someone can have a skill: a range of numbers, or a list of options. The kind decides which of the members have a value.</summary>
public sealed partial class ProficiencyScale : KomboObject
{
    /// <summary>The Kombo id of the scale.</summary>
    public string Id { get; set; } = "";

    /// <summary>The id in the connected tool; it may be put together from several.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The kind: NUMERIC or SINGLE_SELECT.</summary>
    public string? Type { get; set; }

    /// <summary>NUMERIC: the lowest level; null when not known.</summary>
    public double? Min { get; set; }

    /// <summary>NUMERIC: the highest level; null when not known.</summary>
    public double? Max { get; set; }

    /// <summary>NUMERIC: the distance between levels; null when every number in the range is a level.</summary>
    public double? Step { get; set; }

    /// <summary>SINGLE_SELECT: the levels, the lowest first.</summary>
    public KomboList<ProficiencyOption>? OrderedOptions { get; set; }

    /// <summary>The names of the levels, or the range, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(
        OrderedOptions?.ToString(),
        Min is null && Max is null ? null : string.Format(CultureInfo.InvariantCulture, "{0}..{1}", Min, Max),
        Id);
}
