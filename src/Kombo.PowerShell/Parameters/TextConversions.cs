using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace Kombo.PowerShell;

// Text comes from the prompt and, above all, from CSV cells. PowerShell's own conversions turn '0,5' into 5, 'false' into
// true and 01/02/2026 into January everywhere, and drop what they cannot convert in a pipeline without a word. These
// attributes read text the one way it can be meant, and refuse what could be meant in two ways.

/// <summary>The base of the conversions from text: other values pass through, and an empty cell is no value.</summary>
internal abstract class TextConversionAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapper ? wrapper.BaseObject : inputData;
        try
        {
            return value is string text ? (string.IsNullOrWhiteSpace(text) ? null : Convert(text.Trim())) : Adjust(value);
        }
        catch (FormatException refusal)
        {
            throw new ArgumentTransformationMetadataException(refusal.Message);
        }
    }

    protected abstract object Convert(string text);

    protected virtual object? Adjust(object? value) => value;
}

/// <summary>A calendar day. Text is taken as it is written; nothing is shifted by a time zone.</summary>
internal class DateAttribute : TextConversionAttribute
{
    protected override object Convert(string text) => TextValue.Date(text);

    protected override object? Adjust(object? value) => value switch
    {
        DateTime time => DateTime.SpecifyKind(time.Date, DateTimeKind.Unspecified),
        DateTimeOffset time => time.Date,
        _ => value,
    };
}

/// <summary>A month, as its first day. Text may be a day in it, or yyyy-MM.</summary>
internal sealed class MonthAttribute : DateAttribute
{
    protected override object Convert(string text) => FirstDay((DateTime)base.Convert(Regex.IsMatch(text, @"^\d{4}-\d{2}$") ? text + "-01" : text));

    protected override object? Adjust(object? value) => base.Adjust(value) is DateTime day ? FirstDay(day) : value;

    private static DateTime FirstDay(DateTime day) => new(day.Year, day.Month, 1);
}

/// <summary>A moment. Text without a zone is local time, as everywhere in PowerShell.</summary>
internal sealed class InstantAttribute : TextConversionAttribute
{
    protected override object Convert(string text) => TextValue.Instant(text);

    protected override object? Adjust(object? value) => value is DateTimeOffset time ? time.UtcDateTime : value;
}

/// <summary>A number, with a point for decimals.</summary>
internal sealed class NumberAttribute : TextConversionAttribute
{
    /// <summary>True when the API takes whole numbers only. PowerShell would round the others without a word.</summary>
    public bool Whole { get; set; }

    /// <summary>The smallest number the API takes.</summary>
    public double Min { get; set; } = double.MinValue;

    /// <summary>The largest number the API takes.</summary>
    public double Max { get; set; } = double.MaxValue;

    protected override object Convert(string text) => Checked(TextValue.Number(text));

    protected override object? Adjust(object? value) =>
        value is int or long or short or byte or double or decimal or float ? Checked(System.Convert.ToDouble(value, CultureInfo.InvariantCulture)) : value;

    private double Checked(double number)
    {
        if (Whole && number != Math.Floor(number))
        {
            throw new FormatException($"{Text(number)} is not a whole number.");
        }

        if (number < Min || number > Max)
        {
            throw new FormatException($"{Text(number)} is out of range: {(Max < double.MaxValue ? $"{Text(Min)} to {Text(Max)}" : $"at least {Text(Min)}")}.");
        }

        return number;
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Yes or no.</summary>
internal sealed class FlagAttribute : TextConversionAttribute
{
    protected override object Convert(string text) => TextValue.Flag(text);

    protected override object? Adjust(object? value) => value is SwitchParameter flag ? flag.ToBool() : value;
}

/// <summary>Several texts; from one text, such as a CSV cell, those between its semicolons, the way this module's lists are exported.</summary>
internal sealed class TextListAttribute : TextConversionAttribute
{
    protected override object Convert(string text) => text.Split(';').Select(part => part.Trim()).Where(part => part.Length > 0).ToArray();
}

/// <summary>A web address.</summary>
internal sealed class AddressAttribute : TextConversionAttribute
{
    protected override object Convert(string text) =>
        Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var address) ? address : throw new FormatException($"'{text}' is not a web address, such as https://files.example.com/cv.pdf.");
}
