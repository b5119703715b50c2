using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A kind of absence, such as holiday or sick leave.</summary>
[Model(Columns = [nameof(Id), nameof(Name), nameof(Unit), nameof(HalfDaysSupported), nameof(ExactTimesSupported), nameof(RemoteId)])]
public sealed partial class AbsenceType : SyncedEntity, IEntity
{
    /// <summary>The Kombo id, unique among absence types.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string AbsenceTypeId => Id;

    /// <summary>The id in the connected tool; it may be put together from several.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The type's name.</summary>
    public string? Name { get; set; }

    /// <summary>What its absences are counted in: HOURS or DAYS; null when not known.</summary>
    public string? Unit { get; set; }

    /// <summary>Whether absences of this type may start or end with half a day; null when not known.</summary>
    public bool? HalfDaysSupported { get; set; }

    /// <summary>Whether absences of this type may have a start and an end time; null when not known.</summary>
    public bool? ExactTimesSupported { get; set; }

    /// <summary>The values of your custom fields, by key; null when there are none.</summary>
    public KomboMap? CustomFields { get; set; }

    /// <summary>The source fields that are switched on for pass-through.</summary>
    public KomboList<IntegrationFieldValue>? IntegrationFields { get; set; }

    /// <summary>The type's name, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name, Id);
}
