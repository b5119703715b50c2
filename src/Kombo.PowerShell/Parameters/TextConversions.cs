using System.Management.Automation;
using System.Text.RegularExpressions;

namespace Kombo.PowerShell;

// Text comes from the prompt and, above all, from CSV cells. PowerShell's own conversions turn '0,5' into 5, 'false' into
// true and 01/02/2026 into January everywhere, and drop what they cannot convert in a pipeline without a word. These
// attributes read text the one way it can be meant, and refuse what could be meant in two ways.

/// <summary>The base of the conversions that read text; an empty cell is no value.</summary>
internal abstract class TextConversionAttribute : ConversionAttribute
{
    protected sealed override object? Convert(object value, object input) =>
        value is string text ? (string.IsNullOrWhiteSpace(text) ? null : Convert(text.Trim())) : Adjust(value);

    protected abstract object Convert(string text);

    /// <summary>Takes a value that is no text as it is, or refuses it.</summary>
    protected abstract object Adjust(object value);
}

/// <summary>A calendar day. Text is taken as it is written; nothing is shifted by a time zone.</summary>
internal class DateAttribute : TextConversionAttribute
{
    protected override object Convert(string text) => TextValue.Date(text);

    protected override object Adjust(object value) => value switch
    {
        DateTime time => DateTime.SpecifyKind(time.Date, DateTimeKind.Unspecified),
        DateTimeOffset time => time.Date,
#if NET
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
#endif

        // PowerShell would count a number's ticks from the year 1.
        _ => throw new FormatException($"This is {InputValue.Describe(value)}, and no date. Write it as yyyy-MM-dd, such as 2026-12-24."),
    };
}

/// <summary>A month, as its first day. Text may be a day in it, or yyyy-MM.</summary>
internal sealed class MonthAttribute : DateAttribute
{
    protected override object Convert(string text) => FirstDay((DateTime)base.Convert(Regex.IsMatch(text, "^[0-9]{4}-[0-9]{2}$") ? text + "-01" : text));

    protected override object Adjust(object value) => FirstDay((DateTime)base.Adjust(value));

    private static DateTime FirstDay(DateTime day) => new(day.Year, day.Month, 1);
}

/// <summary>A moment. Text without a zone is local time, as everywhere in PowerShell.</summary>
internal sealed class InstantAttribute : TextConversionAttribute
{
    protected override object Convert(string text) => TextValue.Instant(text);

    protected override object Adjust(object value) => value switch
    {
        DateTime => value,
        DateTimeOffset time => time.UtcDateTime,
#if NET
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
#endif
        _ => throw new FormatException($"This is {InputValue.Describe(value)}, and no time. Write it as yyyy-MM-dd or yyyy-MM-ddTHH:mm:ssZ, or pass what Get-Date gives."),
    };
}

/// <summary>A number, with a point for decimals.</summary>
internal sealed class NumberAttribute : TextConversionAttribute
{
    /// <summary>The largest number up to which every whole one can be told from its neighbours.</summary>
    private const double LargestWhole = 9007199254740991;

    /// <summary>True when the API takes whole numbers only. PowerShell would round the others without a word.</summary>
    public bool Whole { get; set; }

    /// <summary>The smallest number the API takes.</summary>
    public double Min { get; set; } = double.MinValue;

    /// <summary>The largest number the API takes.</summary>
    public double Max { get; set; } = double.MaxValue;

    protected override object Convert(string text) => Checked(TextValue.Number(text));

    protected override object Adjust(object value) => InputValue.IsNumber(value)
        ? Checked(TextValue.Exact(value))
        : throw new FormatException($"This is {InputValue.Describe(value)}, and no number.");

    private double Checked(double number)
    {
        if (Whole && number != Math.Floor(number))
        {
            throw new FormatException($"{InputValue.Text(number)} is not a whole number.");
        }

        var (least, most) = Whole ? (Math.Max(Min, -LargestWhole), Math.Min(Max, LargestWhole)) : (Min, Max);
        if (number < least || number > most)
        {
            throw new FormatException($"{InputValue.Text(number)} is out of range: {(Max < double.MaxValue ? $"{InputValue.Text(least)} to {InputValue.Text(most)}" : $"at least {InputValue.Text(least)}")}.");
        }

        return number;
    }
}

/// <summary>Yes or no.</summary>
internal sealed class FlagAttribute : TextConversionAttribute
{
    protected override object Convert(string text) => TextValue.Flag(text);

    protected override object Adjust(object value) => value switch
    {
        bool => value,
        SwitchParameter flag => flag.ToBool(),
        _ when InputValue.IsNumber(value) && InputValue.Text(value) is "0" or "1" => InputValue.Text(value) == "1",
        _ => throw new FormatException($"This is {InputValue.Describe(value)}, and neither true nor false."),
    };
}

/// <summary>A web address.</summary>
internal sealed class AddressAttribute : TextConversionAttribute
{
    protected override object Convert(string text) => Uri.TryCreate(InputValue.Whole(text), UriKind.RelativeOrAbsolute, out var address)
        ? address
        : throw new FormatException($"{InputValue.Quote(Regex.Replace(text, "//[^/]*@", "//***@"))} is not a web address, such as https://files.example.com/cv.pdf."); // It may hold the password of a proxy.

    protected override object Adjust(object value) =>
        value as Uri ?? throw new FormatException($"This is {InputValue.Describe(value)}, and no web address.");
}
