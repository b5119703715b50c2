using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A stage that applications to a job go through.</summary>
public sealed partial class JobStage : KomboObject
{
    /// <summary>The Kombo id of the application stage.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string ApplicationStageId => Id;

    /// <summary>The id in the connected tool; it may be put together from several, and null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The stage's name.</summary>
    public string? Name { get; set; }

    /// <summary>The stage's place in the job's process; null when not known.</summary>
    public long? Index { get; set; }

    /// <summary>ACTIVE or INACTIVE (no longer in use); null when not known.</summary>
    public string? Status { get; set; }

    /// <summary>The values of your custom fields, by key; null when there are none.</summary>
    public KomboMap? CustomFields { get; set; }

    /// <summary>The tool's own data, by the tool's endpoint; null unless the plan and the scope include it.</summary>
    public KomboMap? RemoteData { get; set; }

    /// <summary>The stage's name, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name, Id);
}
