using System.Globalization;

namespace Kombo.Models;

/// <summary>An amount of money. Some tools deliver rounded amounts.</summary>
public sealed partial class Money : KomboObject
{
    /// <summary>The currency by its ISO 4217 code, such as EUR.</summary>
    public string? Currency { get; set; }

    /// <summary>The amount; a decimal, so that sums are exact.</summary>
    public decimal? Value { get; set; }

    /// <summary>The amount and the currency.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf($"{Value?.ToString(CultureInfo.InvariantCulture)} {Currency}");
}
