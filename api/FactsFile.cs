using System.Text;
using Kombo.Facts;

namespace Kombo.Api;

/// <summary>One file of facts as text.</summary>
internal static class FactsFile
{
    /// <summary>Writes operations or webhooks of one source.</summary>
    public static string Write(Source source, IEnumerable<ApiOperation> operations, IEnumerable<ApiWebhook> webhooks)
    {
        var text = new StringBuilder();
        text.Append("{\n  \"source\": ").Append(ShapeText.Json(source.Name)).Append(",\n  \"certainty\": ").Append(ShapeText.Json(source.Certainty));
        List(text, "operations", operations, Operation);
        List(text, "webhooks", webhooks, Webhook);
        return text.Append("\n}\n").ToString();
    }

    private static void List<T>(StringBuilder text, string name, IEnumerable<T> all, Action<StringBuilder, T> write)
    {
        var isFirst = true;
        foreach (var one in all)
        {
            text.Append(isFirst ? $",\n  \"{name}\": [\n    " : ",\n    ");
            write(text, one);
            isFirst = false;
        }

        text.Append(isFirst ? "" : "\n  ]");
    }

    private static void Operation(StringBuilder text, ApiOperation operation)
    {
        text.Append($"{{ \"method\": \"{operation.Method}\", \"path\": {ShapeText.Json(operation.Path)}, \"lifecycle\": \"{operation.Lifecycle}\"")
            .Append(operation.NeedsIntegration ? ", \"integration\": true" : "")
            .Append(operation.Permission is { } permission ? $", \"permission\": {ShapeText.Json(permission)}" : "")
            .Append(operation.Errors is { } errors ? $", \"errors\": {ShapeText.Json(errors)}" : "")
            .Append(operation.HasWarnings ? ", \"warnings\": true" : "")
            .Append(operation.TakesLines ? ", \"lines\": true" : "");
        if (operation.Reach.Count > 0)
        {
            text.Append(",\n      \"reach\": [").Append(string.Join(", ", operation.Reach.Select(reach =>
                $"{{ \"path\": {ShapeText.Json(reach.Path)}{(reach.Entries is { } entries ? $", \"entries\": {ShapeText.Json(entries)}" : "")}, \"linked\": {ShapeText.Json(reach.Linked)} }}"))).Append(']');
        }

        if (operation.Query.Count > 0)
        {
            text.Append(",\n      \"query\": {");
            ShapeText.Members(text, operation.Query, 6);
            text.Append('}');
        }

        Part("body", operation.Body);
        Part("answer", operation.Answer);
        text.Append(" }");

        void Part(string name, Shape? shape)
        {
            if (shape is not null)
            {
                text.Append($",\n      \"{name}\": ");
                ShapeText.Write(text, shape, 6);
            }
        }
    }

    private static void Webhook(StringBuilder text, ApiWebhook webhook)
    {
        text.Append($"{{ \"type\": \"{webhook.Type}\"{(webhook.IsDeprecated ? ", \"deprecated\": true" : "")},\n      \"payload\": ");
        ShapeText.Write(text, webhook.Payload, 6);
        text.Append(" }");
    }
}
