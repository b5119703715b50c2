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
    private const string Raw = "Pass the body as it arrived. Web frameworks keep it as the raw body, and Azure Functions as $Request.RawBody.";

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject { BaseObject: not PSCustomObject } wrapper ? wrapper.BaseObject : inputData;
        return value switch
        {
            null or byte[] => value,
            string text => Encoding.UTF8.GetBytes(text),

            // A pipeline takes arrays of bytes apart; the cmdlet puts them together again.
            byte single => new[] { single },
            // A record of a log or queue: an object that holds the body.
            PSObject record when Held(record) is { } held => Transform(engineIntrinsics, held),
            IDictionary or PSObject => throw Refuse($"This is {EntityIdAttribute.Describe(value)}, so the body has been parsed already, and its signature cannot be checked any more. {Raw}"),
            IList list when list.Count > 0 && list.Cast<object?>().All(item => Plain(item) is byte) => list.Cast<object?>().Select(item => (byte)Plain(item)!).ToArray(),
            IList { Count: > 1 } list when list.Cast<object?>().All(item => Plain(item) is string) =>
                throw Refuse($"These are {list.Count} lines, not the one text that arrived: read files with Get-Content -Raw."),
            IList { Count: 1 } list => Transform(engineIntrinsics, list[0]!),
            _ => throw Refuse($"This is {EntityIdAttribute.Describe(value)}. {Raw}"),
        };
    }

    private static object? Held(PSObject record) => record.Properties["Body"]?.Value ?? record.Properties["RawBody"]?.Value;

    private static object? Plain(object? value) => value is PSObject wrapper ? wrapper.BaseObject : value;

    private static ArgumentTransformationMetadataException Refuse(string message) => new(message);
}
