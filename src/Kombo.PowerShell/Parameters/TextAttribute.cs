using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>Text. Numbers and other single values become the text that means the same everywhere.</summary>
internal class TextAttribute : ConversionAttribute
{
    /// <summary>The most characters, where a check of PowerShell follows that quotes the text in full.</summary>
    public int Longest { get; set; } = int.MaxValue;

    /// <summary>The property that holds the text in rows and other objects: PowerShell converts a row as a whole before it looks at its columns.</summary>
    public string? Column { get; set; }

    protected override object? Convert(object value, object input) =>
        Column is not null && !InputValue.IsList(value) && value is not (string or ValueType or IDictionary) && PSObject.AsPSObject(input)?.Properties[Column] is { } cell
            ? InputValue.Read(cell) is var inner && InputValue.Of(inner) is { } text ? Single(text, inner!) : null
            : Single(value, input);

    private object? Single(object value, object input) => value switch
    {
        string text when text.Length > Longest => throw new FormatException($"{InputValue.Quote(text)} is too long: {Longest.ToString("N0", CultureInfo.InvariantCulture)} characters are permitted."),
        string text => InputValue.Whole(text),

        // PowerShell writes numbers as they were typed: 007, 1.50.
        _ when InputValue.IsNumber(value) => input,
        bool flag => flag ? "true" : "false",
        SwitchParameter flag => flag.ToBool() ? "true" : "false",
        char character => InputValue.Whole(character.ToString()),
        Guid or Version or Enum => value.ToString(),
        Uri address => InputValue.Whole(address.OriginalString),
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ssK", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-ddTHH:mm:ssK", CultureInfo.InvariantCulture),
        _ => DayAndTime.Day(value) ?? DayAndTime.Time(value) ?? throw new FormatException($"This is {InputValue.Describe(value)}: pass text."),
    };
}

/// <summary>Several texts, also from one cell.</summary>
internal sealed class TextListAttribute : TextAttribute
{
    public TextListAttribute() => Several = Separated = true;
}

/// <summary>A path as text; files and folders, as Get-Item gives them, stand for theirs.</summary>
internal sealed class FilePathAttribute : TextAttribute
{
    /// <summary>True for a parameter that runs a script block for each object, to get the path.</summary>
    public bool TakesScripts { get; set; }

    protected override object? Convert(object value, object input) => value switch
    {
        FileSystemInfo file => file.FullName,
        PathInfo path => path.Path,
        ScriptBlock when TakesScripts => value,
        _ => base.Convert(value, input),
    };
}
