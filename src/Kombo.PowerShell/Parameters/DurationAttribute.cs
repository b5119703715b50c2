using System.Globalization;

namespace Kombo.PowerShell;

/// <summary>A length of time. A number alone is refused: PowerShell would take it for ticks.</summary>
internal sealed class DurationAttribute : ConversionAttribute
{
    /// <summary>True for a length that must not be zero.</summary>
    public bool Positive { get; set; }

    protected override object? Convert(object value, object input)
    {
        var time = value switch
        {
            TimeSpan given => given,
            string text when text.IndexOf(':') > 0 && TimeSpan.TryParse(InputValue.Whole(text).Trim(), CultureInfo.InvariantCulture, out var read) => read,
            string text => throw new FormatException($"{InputValue.Quote(text)} is not a length of time. {HowTo}"),
            _ => throw new FormatException($"This is {InputValue.Describe(value)}, not a length of time. {HowTo}"),
        };
        return time < TimeSpan.Zero || (Positive && time == TimeSpan.Zero) ? throw new FormatException($"{time.ToString("c", CultureInfo.InvariantCulture)} is too short. {HowTo}") : time;
    }

    private const string HowTo = "Write it as days.hours:minutes:seconds, such as 7.00:00:00, or pass the output of New-TimeSpan.";
}
