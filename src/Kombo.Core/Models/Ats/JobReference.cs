using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A job, in short form.</summary>
public sealed partial class JobReference : KomboObject
{
    /// <summary>The Kombo id of the job.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string JobId => Id;

    /// <summary>The id in the connected tool; it may be put together from several.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The job's title.</summary>
    public string? Name { get; set; }

    /// <summary>The job's title, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name, Id);
}
