using System.Collections;
using System.Management.Automation;
using System.Text;

namespace Kombo.PowerShell;

/// <summary>
/// The body of a webhook: its bytes, or the text that they are in UTF-8. Objects made of it are refused: the signature
/// counts for the bytes, and no object can give those back.
/// </summary>
internal sealed class WebhookBodyAttribute : ArgumentTransformationAttribute
{
    private static readonly string[] Names = ["Body", "RawBody"];

    /// <summary>How often a record may hold another one, or a list only one value, before this is no body any more.</summary>
    private const int Layers = 3;

    private const string Raw = "Pass the body as it arrived. Web frameworks keep it as the raw body, and Azure Functions as $Request.RawBody.";

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        try
        {
            return Read(inputData);
        }
        catch (FormatException refusal)
        {
            throw new ArgumentTransformationMetadataException(refusal.Message);
        }
    }

    /// <summary>The bytes of a body.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    internal static byte[]? Read(object? input) => Bytes(input, Layers);

    private static byte[]? Bytes(object? input, int layers)
    {
        var value = InputValue.Of(input);
        return value switch
        {
            null => null,
            byte[] bytes => bytes,
            string text => Encoding.UTF8.GetBytes(text),

            // A pipeline takes arrays of bytes apart; the cmdlet puts them together again.
            byte single => [single],
            _ when layers == 0 => throw new FormatException($"This is {InputValue.Describe(value)} inside others like it. {Raw}"),

            // A record of a log or queue: an object that holds the body.
            PSObject record when Held(record) is { } held => Bytes(held, layers - 1),
            IDictionary or PSObject => throw new FormatException($"This is {InputValue.Describe(value)}, so the body has been parsed already, and its signature cannot be checked any more. {Raw}"),
            _ when InputValue.IsList(value) => FromList(InputValue.Items((IEnumerable)value), layers),
            _ => throw new FormatException($"This is {InputValue.Describe(value)}. {Raw}"),
        };
    }

    private static byte[]? FromList(List<object?> list, int layers)
    {
        if (list.Count == 1)
        {
            return Bytes(list[0], layers - 1);
        }

        if (list.Count > 0 && list.TrueForAll(item => InputValue.Of(item) is byte))
        {
            return list.Select(item => (byte)InputValue.Of(item)!).ToArray();
        }

        throw new FormatException(list.Count > 1 && list.TrueForAll(item => InputValue.Of(item) is string)
            ? $"These are {list.Count} lines, not the one text that arrived: read files with Get-Content -Raw."
            : $"This is {InputValue.Describe(list)}. {Raw}");
    }

    private static object? Held(PSObject record) =>
        Names.Select(name => record.Properties[name]).Where(property => property is not null).Select(InputValue.Read).FirstOrDefault(held => held is not null);
}
