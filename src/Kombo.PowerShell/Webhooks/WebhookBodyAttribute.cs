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
    /// <summary>Where records and the requests of web hosts have the body. Those that parse it keep the bytes or the text beside it.</summary>
    private static readonly string[] Names = ["RawBody", "Body"];

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
            IDictionary or PSObject when Held(value) is { } held => Bytes(held, layers - 1),
            IDictionary or PSObject => throw new FormatException($"This is {InputValue.Describe(value)}, so the body has been parsed already, and its signature cannot be checked any more. {Raw}"),
            _ when InputValue.IsList(value) => FromList(InputValue.Items((IEnumerable)value), layers),
            _ when value is not ValueType && Held(value) is { } held => Bytes(held, layers - 1),
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

    /// <summary>The body that a record or a request holds: the first that is text or bytes, else whatever is there.</summary>
    private static object? Held(object record)
    {
        var held = Names.Select(name => Named(record, name)).Where(value => InputValue.Of(value) is not null).ToList();
        return held.Find(IsBody) ?? held.FirstOrDefault();
    }

    private static object? Named(object record, string name)
    {
        if (record is IDictionary map)
        {
            var key = map.Keys.Cast<object>().FirstOrDefault(key => name.Equals(InputValue.Of(key) as string, StringComparison.OrdinalIgnoreCase));
            return key is null ? null : map[key];
        }

        return PSObject.AsPSObject(record).Properties[name] is { } property ? InputValue.Read(property) : null;
    }

    private static bool IsBody(object? value) => InputValue.Of(value) switch
    {
        string or byte[] or byte => true,
        IEnumerable list when InputValue.IsList(list) => InputValue.Items(list) is { Count: > 0 } items && items.TrueForAll(item => InputValue.Of(item) is byte or string),
        _ => false,
    };
}
