using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A position, a requisition or a job: the need for people, before there are employees.</summary>
[Model(Columns = [nameof(Id), nameof(Name), nameof(ModelType), nameof(Status), nameof(Groups)])]
public sealed partial class StaffingEntity : SyncedEntity, IEntity
{
    /// <summary>The Kombo id, unique among staffing entities.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string StaffingEntityId => Id;

    /// <summary>The id in the connected tool; it may be put together from several.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The name, such as a job title.</summary>
    public string? Name { get; set; }

    /// <summary>POSITION (a seat in the organisation), REQUISITION (the request to fill one), JOB (a need in general); null when not known.</summary>
    public string? ModelType { get; set; }

    /// <summary>What the work is about; it may be HTML.</summary>
    public string? Description { get; set; }

    /// <summary>OPEN_LIMITED, OPEN_UNLIMITED (hiring goes on for good), PENDING, FROZEN, FILLED or CLOSED; null when not known.</summary>
    public string? Status { get; set; }

    /// <summary>The kinds of employment that are meant; null when not known.</summary>
    public KomboList<StaffingEmploymentType>? EmploymentTypes { get; set; }

    /// <summary>How many people are wanted; it only means something when the status is OPEN_LIMITED.</summary>
    public double? NumberOfOpenings { get; set; }

    /// <summary>The id of the staffing entity this one was made for, such as a requisition's position; null when there is none.</summary>
    public string? ParentId { get; set; }

    /// <summary>Where the tool shows the record.</summary>
    public string? RemoteUrl { get; set; }

    /// <summary>The places of work, in short form.</summary>
    public KomboList<LocationReference>? Locations { get; set; }

    /// <summary>The employing legal entities, in short form.</summary>
    public KomboList<LegalEntityReference>? LegalEntities { get; set; }

    /// <summary>The groups it belongs to, in short form.</summary>
    public KomboList<GroupReference>? Groups { get; set; }

    /// <summary>The skills that are expected, and at which level; null when the answer leaves them out.</summary>
    public KomboList<StaffingEntitySkill>? Skills { get; set; }

    /// <summary>When the connected tool says it created the record, in UTC; null when it does not say.</summary>
    public DateTime? RemoteCreatedAt { get; set; }

    /// <summary>When the connected tool says it last changed the record, in UTC; null when it does not say.</summary>
    public DateTime? RemoteUpdatedAt { get; set; }

    /// <summary>The values of your custom fields, by key; null when there are none.</summary>
    public KomboMap? CustomFields { get; set; }

    /// <summary>The source fields that are switched on for pass-through.</summary>
    public KomboList<IntegrationFieldValue>? IntegrationFields { get; set; }

    /// <summary>The name, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name, Id);
}
