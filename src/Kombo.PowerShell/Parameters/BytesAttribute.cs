using System.Collections;
using System.Globalization;

namespace Kombo.PowerShell;

/// <summary>The bytes of a file: an array of them, or a list of numbers from 0 to 255.</summary>
internal sealed class BytesAttribute : ConversionAttribute
{
    protected override bool TakesAsOne(object value) => true;

    protected override object? Convert(object value, object input) => value switch
    {
        byte[] bytes => bytes,
        byte single => new[] { single },
        _ when InputValue.IsList(value) => InputValue.Items((IEnumerable)value).Select(Byte).ToArray(),
        _ => throw new FormatException($"This is {InputValue.Describe(value)}: pass bytes, such as the output of Get-Content -AsByteStream."),
    };

    private static byte Byte(object? item, int index) => InputValue.Of(item) switch
    {
        byte value => value,
        int and >= 0 and <= 255 and var value => (byte)value,
        var other => throw new FormatException($"Value {(index + 1).ToString(CultureInfo.InvariantCulture)} of the list is {InputValue.Describe(other)}, which is not a byte."),
    };
}
