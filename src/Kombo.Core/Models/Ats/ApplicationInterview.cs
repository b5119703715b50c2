using System.Text.Json.Serialization;
using Kombo.Json;

namespace Kombo.Models;

/// <summary>An interview of an application, in short form.</summary>
public sealed partial class ApplicationInterview : KomboObject
{
    /// <summary>The Kombo id of the interview.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string InterviewId => Id;

    /// <summary>The id in the connected tool; it may be put together from several, and null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The interview's title.</summary>
    public string? Title { get; set; }

    /// <summary>When the interview starts, in UTC.</summary>
    public DateTime? StartingAt { get; set; }

    /// <summary>When the interview ends, in UTC.</summary>
    public DateTime? EndingAt { get; set; }

    /// <summary>Where the interview takes place.</summary>
    public Address? Location { get; set; }

    /// <summary>Whether the interview was called off; null when not known.</summary>
    public bool? Canceled { get; set; }

    /// <summary>The interview's title, else its start, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Title, StartingAt is { } start ? KomboTime.FormatInstant(start) : null, Id);
}
