namespace Kombo.Models;

/// <summary>What was wrong with an eAU request.</summary>
public sealed partial class DatevEauError : KomboObject
{
    /// <summary>Who found the error; null when that is not known.</summary>
    public string? Origin { get; set; }

    /// <summary>The number of the error; null when it has none.</summary>
    public string? ErrorNumber { get; set; }

    /// <summary>What is wrong; null when that is not said.</summary>
    public string? ErrorText { get; set; }

    /// <summary>The value that is wrong; null when that is not said.</summary>
    public string? ErrorValue { get; set; }

    /// <summary>What is wrong.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(ErrorText, ErrorNumber, Origin);
}
