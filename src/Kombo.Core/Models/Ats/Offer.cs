using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>An offer of employment to a candidate.</summary>
[Model(Columns = [nameof(Id), nameof(Status), nameof(EmploymentStartDate), nameof(RemoteCreatedAt), nameof(Application)])]
public sealed partial class Offer : KomboObject, IEntity
{
    /// <summary>The Kombo id, unique among offers.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string OfferId => Id;

    /// <summary>The id in the connected tool; it may be put together from several, and null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>DRAFT, APPROVED, SENT, ACCEPTED, DECLINED or ABANDONED (lapsed); null when not known.</summary>
    public string? Status { get; set; }

    /// <summary>The day on which the employment is to begin; null when not known.</summary>
    [CalendarDay]
    public DateTime? EmploymentStartDate { get; set; }

    /// <summary>The Kombo id of the application that the offer belongs to; null when not known.</summary>
    public string? ApplicationId { get; set; }

    /// <summary>The values of your custom fields, by key; null when there are none.</summary>
    public KomboMap? CustomFields { get; set; }

    /// <summary>The source fields that are switched on for pass-through.</summary>
    public KomboList<IntegrationFieldValue>? IntegrationFields { get; set; }

    /// <summary>When this record last changed, in UTC; changes of related records do not count.</summary>
    public DateTime? ChangedAt { get; set; }

    /// <summary>When the record was found missing in the connected tool, in UTC; null while it exists.</summary>
    public DateTime? RemoteDeletedAt { get; set; }

    /// <summary>When the connected tool says it created the record, in UTC; null when it does not say.</summary>
    public DateTime? RemoteCreatedAt { get; set; }

    /// <summary>When the connected tool says it last changed the record, in UTC; null when it does not say.</summary>
    public DateTime? RemoteUpdatedAt { get; set; }

    /// <summary>The tool's own data, by the tool's endpoint; null unless the plan and the scope include it.</summary>
    public KomboMap? RemoteData { get; set; }

    /// <summary>Whom the offer is for, and which job it is about; null when not known.</summary>
    public OfferApplication? Application { get; set; }

    /// <summary>The candidate, the job and the status, else the status, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Application is { } application ? $"{application}: {Status}" : Status, Id);
}
