using System.Text.Json;
using Kombo.Json;
using Kombo.Models;

namespace Kombo.Webhooks;

/// <summary>Reads the body of a webhook: <c>{"id": ..., "type": ..., "data": {...}}</c>. It does not look at the signature.</summary>
public static class WebhookReader
{
    private delegate WebhookEvent? DataReader(byte[] data, ISet<string> setAside);

    private static readonly Dictionary<string, DataReader> Kinds = new(StringComparer.Ordinal)
    {
        ["data-changed"] = Read<DataChangedEvent>,
        ["sync-finished"] = Read<SyncFinishedEvent>,
        ["integration-created"] = Read<IntegrationCreatedEvent>,
        ["integration-deleted"] = Read<IntegrationDeletedEvent>,
        ["integration-state-changed"] = Read<IntegrationStateChangedEvent>,
        ["connection-flow-failed"] = Read<ConnectionFlowFailedEvent>,
        ["assessment:order-received"] = Read<AssessmentOrderReceivedEvent>,
        ["inline-assessment:order-received"] = Read<AssessmentOrderReceivedEvent>,
        ["issue-status-changed"] = Read<IssueStatusChangedEvent>,
        ["ai-apply-data-changed"] = Read<AiApplyDataChangedEvent>,
        ["ai-apply-application-status-updated"] = Read<AiApplyApplicationStatusUpdatedEvent>,
        ["ai-apply-job-posting-status-updated"] = Read<AiApplyJobPostingStatusUpdatedEvent>,
    };

    /// <summary>The types of events that have a class of their own.</summary>
    public static IReadOnlyCollection<string> KnownTypes => Kinds.Keys;

    /// <summary>Reads an event.</summary>
    /// <param name="body">The bytes of the body.</param>
    /// <param name="notify">Told when a member came in another shape than documented; null to ignore that.</param>
    /// <returns>The event; an <see cref="UnknownEvent"/> when its type is not known.</returns>
    /// <exception cref="KomboException">The body is not a webhook of Kombo.</exception>
    public static WebhookEvent Read(byte[] body, Action<KomboNotice>? notify = null)
    {
        var payload = Parse(body ?? throw new ArgumentNullException(nameof(body)));
        if (!payload.TryGetValue("type", out var value) || value is not string { Length: > 0 } type)
        {
            throw Invalid("it has no type, so it is not a webhook of Kombo.");
        }

        payload.TryGetValue("data", out var data);
        var setAside = new SortedSet<string>(StringComparer.Ordinal);
        var result = data is KomboMap map ? ReadKnown(type, map, setAside) : null;
        result ??= new UnknownEvent { Data = data, IntegrationId = (data as KomboMap)?.TryGetValue("integration_id", out var id) is true ? id as string : null };
        result.Type = type;
        result.EventId = payload.TryGetValue("id", out var eventId) ? eventId as string : null;
        result.Payload = payload;
        foreach (var member in setAside)
        {
            notify?.Invoke(new KomboNotice(
                KomboNoticeKind.Warning, $"'{member}' of the event '{type}' has a form that this version does not know. Its value is in AdditionalData."));
        }

        return result;
    }

    private static WebhookEvent? ReadKnown(string type, KomboMap data, ISet<string> setAside)
    {
        try
        {
            return Kinds.TryGetValue(type, out var read) ? read(PlainJson.ToBytes(data), setAside) : null;
        }
        catch (JsonException)
        {
            // Nothing in it is as documented: then it is read as an event that is not known, with its data untouched.
            return null;
        }
    }

    private static T? Read<T>(byte[] data, ISet<string> setAside)
        where T : WebhookEvent
    {
        var reader = new Utf8JsonReader(data, PlainJson.AnyDepth);
        reader.Read();
        return ModelReader.Read<T>(ref reader, setAside);
    }

    private static KomboMap Parse(byte[] body)
    {
        if (body.All(character => character is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
        {
            throw Invalid("it is empty.");
        }

        try
        {
            return PlainJson.Parse(body) as KomboMap ?? throw Invalid("it is JSON, but not an object.");
        }
        catch (JsonException)
        {
            // The parser's message quotes the body, which may hold personal data.
            throw Invalid(Envelope.IsTruncated(body)
                ? "it is only the beginning of a JSON object. Read files with Get-Content -Raw."
                : "it is not JSON. Pass the body as it arrived, not a parsed object.");
        }
    }

    private static KomboException Invalid(string problem) => new(KomboFailure.InvalidWebhook, "The body cannot be read as a webhook: " + problem);
}
