using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>An event of a kind that this version does not know. Everything it tells is in <see cref="Data"/>.</summary>
public sealed partial class UnknownEvent : WebhookEvent
{
    /// <summary>The event's data as it came, by its own names; usually a map.</summary>
    [JsonIgnore]
    public object? Data { get; internal set; }

    /// <summary>The data as JSON.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Data?.ToString(), Type);
}
