using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>An application that was handed in with AI Apply.</summary>
[Model(Columns = [nameof(Id), nameof(JobPostingId), nameof(Status), nameof(CreatedAt), nameof(UpdatedAt)])]
public sealed partial class AiApplyApplication : KomboObject, IEntity
{
    /// <summary>The Kombo id, unique among AI Apply applications.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string AiApplyApplicationId => Id;

    /// <summary>The Kombo id of the posting.</summary>
    public string? JobPostingId { get; set; }

    /// <summary>The same as <see cref="JobPostingId"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string? PostingId => JobPostingId;

    /// <summary>PENDING at first, then SUBMITTED, DUPLICATE or FAILED.</summary>
    public string? Status { get; set; }

    /// <summary>When it was handed over, in UTC.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When it last changed, in UTC.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Id);
}
