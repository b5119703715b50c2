namespace Kombo.Models;

/// <summary>An overall rating: a number on a scale, or one of several options.</summary>
public sealed partial class PerformanceRating : KomboObject
{
    /// <summary>NUMERIC (see <see cref="Min"/> and <see cref="Max"/>) or SINGLE_SELECT (see <see cref="OrderedOptions"/>).</summary>
    public string? Type { get; set; }

    /// <summary>The rating: a number for NUMERIC, a text for SINGLE_SELECT; null when there is none.</summary>
    public object? Value { get; set; }

    /// <summary>The worst number; null when not known or not NUMERIC.</summary>
    public double? Min { get; set; }

    /// <summary>The best number; null when not known or not NUMERIC.</summary>
    public double? Max { get; set; }

    /// <summary>The options, the worst one first; null when not known or not SINGLE_SELECT.</summary>
    public KomboList<string>? OrderedOptions { get; set; }

    /// <summary>The rating, for a number with the best one, such as 4/5; else the type.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Max is null ? FormattableString.Invariant($"{Value}") : FormattableString.Invariant($"{Value}/{Max}"), Type);
}
