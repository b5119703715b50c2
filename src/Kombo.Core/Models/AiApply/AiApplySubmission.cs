using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>An application that was just handed over.</summary>
[Model(Columns = [nameof(Id), nameof(PostingId), nameof(Status), nameof(CreatedAt)])]
public sealed partial class AiApplySubmission : KomboObject
{
    /// <summary>The Kombo id of the application.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string AiApplyApplicationId => Id;

    /// <summary>The Kombo id of the posting.</summary>
    public string? PostingId { get; set; }

    /// <summary>PENDING, as a rule: it is worked on in the background.</summary>
    public string? Status { get; set; }

    /// <summary>When it was handed over, in UTC.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When it last changed, in UTC.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Id);
}
