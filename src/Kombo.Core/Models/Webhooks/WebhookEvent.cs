using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>
/// What Kombo tells with a webhook. The members of the event's data are the properties of its class; the same thing has
/// the same name on all of them (<see cref="IntegrationId"/>), however the event spells it.
/// </summary>
[Model(Columns = [nameof(Type), nameof(IntegrationId), nameof(Summary), nameof(EventId)])]
public abstract class WebhookEvent : KomboObject
{
    /// <summary>The event's own id. Kombo signs no time, so this is what tells an event that arrives again.</summary>
    [JsonIgnore]
    public string? EventId { get; internal set; }

    /// <summary>The kind of event, such as data-changed. New kinds can appear at any time.</summary>
    [JsonIgnore]
    public string Type { get; internal set; } = "";

    /// <summary>The integration the event is about; null for events about none.</summary>
    public string? IntegrationId { get; set; }

    /// <summary>What the event tells, in short.</summary>
    [JsonIgnore]
    public string Summary => ToString() ?? "";

    /// <summary>The whole body as it came, by its own names.</summary>
    [JsonIgnore]
    public KomboMap? Payload { get; internal set; }
}
