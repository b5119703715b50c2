using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>An assessment or a background check that you offer, as the users of the ATS can order it.</summary>
[Model(Columns = [nameof(Id), nameof(Name), nameof(Type), nameof(UpdatedAt), nameof(Description)])]
public sealed partial class AssessmentPackage : KomboObject, IEntity
{
    /// <summary>Your own id of the package.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string AssessmentPackageId => Id;

    /// <summary>The name that people see.</summary>
    public string? Name { get; set; }

    /// <summary>What the package is about; some tools show it.</summary>
    public string? Description { get; set; }

    /// <summary>BEHAVIORAL, VIDEO_INTERVIEW, SKILLS_TEST, BACKGROUND_CHECK or REFERENCE_CHECK; null when not known.</summary>
    public string? Type { get; set; }

    /// <summary>When the package last changed, in UTC; null when not known.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The package's name, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name, Id);
}
