using System.Globalization;
using System.Text.RegularExpressions;

namespace Kombo.Sandbox;

/// <summary>The forms of text that requests may have.</summary>
internal static class TextForms
{
    private static readonly Regex DateForm = new(@"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?)?Z?$", RegexOptions.CultureInvariant);

    /// <summary>Whether a text is a day or a moment in UTC.</summary>
    public static bool IsDate(string text) =>
        DateForm.IsMatch(text) && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _);
}
