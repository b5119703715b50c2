using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace Kombo.PowerShell;

// Text comes from the prompt and, above all, from CSV cells. PowerShell's own conversions turn '0,5' into 5, 'false' into
// true and 01/02/2026 into January everywhere, and drop what they cannot convert in a pipeline without a word. These
// attributes read text in the invariant form, or as the culture writes it that -Culture names, and refuse everything else.

/// <summary>The base of the conversions that read text; an empty cell is no value.</summary>
internal abstract class TextConversionAttribute : ConversionAttribute
{
    /// <summary>
    /// True for a parameter of a command with -Culture. PowerShell binds text before the command knows its other parameters,
    /// so the text is kept (see <see cref="LateText"/>) and the command reads it.
    /// </summary>
    public bool ByCulture { get; set; }

    protected sealed override object? Convert(object value, object input) => ConvertAs(value, input, null);

    protected sealed override object? ConvertAs(object value, object input, CultureInfo? culture)
    {
        if (value is not string text)
        {
            return Adjust(value);
        }

        try
        {
            return string.IsNullOrWhiteSpace(text) ? null : Convert(InputValue.Whole(text).Trim(), culture);
        }
        catch (FormatException refusal) when (ByCulture && culture is null)
        {
            throw new FormatException($"{refusal.Message} {TextValue.OtherWayOut}");
        }
    }

    /// <inheritdoc/>
    private protected sealed override object? Bound(object? input) =>
        ByCulture && InputValue.Of(input) is string text ? LateText.Keep(Unread, text) : Read(input);

    /// <summary>True for a value that stands for text and for nothing else: without the text beside it, it must not be sent.</summary>
    internal bool IsUnread(object? bound) => ByCulture && bound is DateTime or double or long && bound.Equals(Unread);

    /// <summary>
    /// What stands for text that is still to be read: in a box of its own, of exactly the parameter's type, because PowerShell
    /// would make another object of anything else.
    /// </summary>
    protected virtual object Unread => throw new NotSupportedException($"{GetType().Name} does not depend on the culture.");

    protected abstract object Convert(string text, CultureInfo? culture);

    /// <summary>Takes a value that is no text as it is, or refuses it.</summary>
    protected abstract object Adjust(object value);
}

/// <summary>A calendar day. Text is taken as it is written; nothing is shifted by a time zone.</summary>
internal class DateAttribute : TextConversionAttribute
{
    protected override object Unread => DateTime.MinValue;

    protected override object Convert(string text, CultureInfo? culture) => TextValue.Date(text, culture);

    protected override object Adjust(object value) => value switch
    {
        DateTime time => DateTime.SpecifyKind(time.Date, DateTimeKind.Unspecified),
        DateTimeOffset time => time.Date,

        // PowerShell would count a number's ticks from the year 1.
        _ => DayAndTime.Midnight(value) ?? throw new FormatException($"This is {InputValue.Describe(value)}, not a date. Write it as yyyy-MM-dd, such as 2026-12-24."),
    };
}

/// <summary>A month, as its first day. Text may be a day in it, or yyyy-MM.</summary>
internal sealed class MonthAttribute : DateAttribute
{
    protected override object Convert(string text, CultureInfo? culture) => FirstDay((DateTime)base.Convert(Regex.IsMatch(text, "^[0-9]{4}-[0-9]{2}$") ? text + "-01" : text, culture));

    protected override object Adjust(object value) => FirstDay((DateTime)base.Adjust(value));

    private static DateTime FirstDay(DateTime day) => new(day.Year, day.Month, 1);
}

/// <summary>A moment. Text without a zone is local time, as everywhere in PowerShell.</summary>
internal sealed class InstantAttribute : TextConversionAttribute
{
    protected override object Unread => DateTime.MinValue;

    protected override object Convert(string text, CultureInfo? culture) => TextValue.Instant(text, culture);

    protected override object Adjust(object value) => value switch
    {
        DateTime => value,
        DateTimeOffset time => time.UtcDateTime,
        _ => DayAndTime.Midnight(value) ?? throw new FormatException($"This is {InputValue.Describe(value)}, not a time. Write it as yyyy-MM-dd or yyyy-MM-ddTHH:mm:ssZ, or pass the output of Get-Date."),
    };
}

/// <summary>A number.</summary>
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

    protected override object Unread => Whole ? (object)long.MinValue : double.NaN;

    protected override object Convert(string text, CultureInfo? culture)
    {
        var number = Checked(TextValue.Number(text, culture));
        return Whole ? (object)(long)number : number;
    }

    protected override object Adjust(object value) => InputValue.IsNumber(value)
        ? Checked(TextValue.Exact(value))
        : throw new FormatException($"This is {InputValue.Describe(value)}, not a number.");

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
    /// <summary>True for a Boolean that can also be null, as opposed to a switch.</summary>
    public bool Nullable { get; set; }

    protected override object Unread => Nullable ? (object)false : default(SwitchParameter);

    protected override object Convert(string text, CultureInfo? culture) => TextValue.Flag(text, culture);

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
    protected override object Convert(string text, CultureInfo? culture) => Uri.TryCreate(InputValue.Whole(text), UriKind.RelativeOrAbsolute, out var address)
        ? address
        : throw new FormatException($"{InputValue.Quote(Regex.Replace(text, "//[^/]*@", "//***@"))} is not a web address, such as https://files.example.com/cv.pdf."); // It may hold the password of a proxy.

    protected override object Adjust(object value) =>
        value as Uri ?? throw new FormatException($"This is {InputValue.Describe(value)}, not a web address.");
}
