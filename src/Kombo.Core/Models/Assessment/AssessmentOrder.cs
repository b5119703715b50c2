using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>An assessment or a background check that was ordered in the ATS for a candidate.</summary>
[Model(Columns = [nameof(Id), nameof(Status), nameof(PackageId), nameof(Candidate), nameof(Job)])]
public sealed partial class AssessmentOrder : KomboObject, IEntity
{
    /// <summary>The Kombo id, unique among assessment orders.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string AssessmentOrderId => Id;

    /// <summary>Your own id of the package that was ordered.</summary>
    public string? PackageId { get; set; }

    /// <summary>OPEN, COMPLETED, CANCELLED or REJECTED; null where the list does not tell (open orders).</summary>
    public string? Status { get; set; }

    /// <summary>Who is to be assessed.</summary>
    public AssessmentOrderCandidate? Candidate { get; set; }

    /// <summary>The application that the order belongs to.</summary>
    public AssessmentOrderApplication? Application { get; set; }

    /// <summary>The job that the application is for.</summary>
    public AssessmentOrderJob? Job { get; set; }

    /// <summary>The order's id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Id);
}
