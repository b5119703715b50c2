using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A reason for which applications are rejected.</summary>
[Model(Columns = [nameof(Id), nameof(Name), nameof(RemoteId), nameof(ChangedAt)])]
public sealed partial class RejectionReason : SyncedEntity, IEntity
{
    /// <summary>The Kombo id, unique among rejection reasons.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string RejectionReasonId => Id;

    /// <summary>The id in the connected tool; it may be put together from several.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The reason's name.</summary>
    public string? Name { get; set; }

    /// <summary>The reason's name, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name, Id);
}
