using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>
/// The base of the conversions that every parameter has one of, so that PowerShell's own are never used: those turn '0,5'
/// into 5, 20261224 into a day of the year 1 and a hashtable into the name of its type, and what they refuse they refuse
/// with the names of .NET types.
/// </summary>
internal abstract class ConversionAttribute : ArgumentTransformationAttribute
{
    /// <summary>True for a parameter that takes a list. A list inside a list is refused, so nothing here goes deeper.</summary>
    public bool Several { get; set; }

    /// <summary>True when one text, such as a CSV cell, is the list of what stands between its semicolons, the way this module's lists are exported.</summary>
    public bool Separated { get; set; }

    /// <summary>True for a secret, which errors must not show.</summary>
    public bool Secret { get; set; }

    /// <inheritdoc/>
    public sealed override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        try
        {
            return Bound(inputData);
        }
        catch (FormatException refusal)
        {
            throw new ArgumentTransformationMetadataException(refusal.Message);
        }
    }

    /// <summary>What the parameter gets for a value.</summary>
    /// <param name="input">The value.</param>
    /// <param name="culture">How text is written; null for the invariant form.</param>
    /// <exception cref="FormatException">It is refused; the message says what it is and what is needed.</exception>
    internal object? Read(object? input, CultureInfo? culture = null)
    {
        object? result;
        try
        {
            result = InputValue.Of(input) switch
            {
                string text when Several && Separated => string.IsNullOrWhiteSpace(text) ? null : Parts(text).Select((item, index) => Item(item, index, culture)).ToArray(),
                IEnumerable list when Several && InputValue.IsList(list) => InputValue.Items(list).Select((item, index) => Item(item, index, culture)).ToArray(),
                _ => One(input, culture),
            };
        }
        catch (FormatException) when (Secret)
        {
            throw new FormatException("This is not text that can be sent. The value is a secret and is not shown.");
        }

        return Secret && result is string secret && secret.Trim().Length < secret.Length
            ? throw new FormatException("The value begins or ends with white space, such as a line break. Pass it without, for example with .Trim().")
            : result;
    }

    /// <summary>Converts a value that is neither null nor a list.</summary>
    /// <param name="value">The value itself.</param>
    /// <param name="input">The value as PowerShell gave it, perhaps in a wrapper.</param>
    /// <exception cref="FormatException">It cannot be meant; the message says what it is and what is needed.</exception>
    protected abstract object? Convert(object value, object input);

    /// <summary>As the other one, where text is written in different ways in different cultures.</summary>
    protected virtual object? ConvertAs(object value, object input, CultureInfo? culture) => Convert(value, input);

    /// <summary>What PowerShell binds for a value: what the command gets, or something that it is made of later.</summary>
    private protected virtual object? Bound(object? input) => Read(input);

    /// <summary>True for what can be enumerated and is one value all the same.</summary>
    protected virtual bool TakesAsOne(object value) => false;

    private static IEnumerable<string> Parts(string text) => text.Split(';').Select(part => part.Trim()).Where(part => part.Length > 0);

    private object? One(object? input, CultureInfo? culture)
    {
        var value = InputValue.Of(input);
        if (value is null)
        {
            return null;
        }

        return InputValue.IsList(value) && !TakesAsOne(value)
            ? throw new FormatException($"This is {InputValue.Describe(value)}: pass one value.")
            : ConvertAs(value, input!, culture);
    }

    private object? Item(object? input, int index, CultureInfo? culture)
    {
        try
        {
            return One(input, culture);
        }
        catch (FormatException refusal)
        {
            throw new FormatException($"Value {(index + 1).ToString(CultureInfo.InvariantCulture)} of the list: {refusal.Message}");
        }
    }
}
