using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>
/// How well an employee has a skill, by one source. The same employee and skill can have several ratings. The members are known
/// from one example only: what comes in another form is in AdditionalData.
/// </summary>
[Model(Columns = [nameof(Id), nameof(EmployeeId), nameof(SkillId), nameof(RatingSource), nameof(Level)])]
public sealed partial class SkillRating : KomboObject, IEntity
{
    /// <summary>The Kombo id, unique among skill ratings.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string SkillRatingId => Id;

    /// <summary>The id in the connected tool; it may be put together from several.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The Kombo id of the employee.</summary>
    public string? EmployeeId { get; set; }

    /// <summary>The Kombo id of the skill.</summary>
    public string? SkillId { get; set; }

    /// <summary>The level as the API has it, in whatever form; null when the skill was given without a level.</summary>
    public object? Proficiency { get; set; }

    /// <summary>The number or the name of the level, where <see cref="Proficiency"/> has one of the known forms; null otherwise.</summary>
    [JsonIgnore]
    public object? Level => Proficiency is not KomboMap map ? Proficiency
        : NameOf(map) ?? (map.TryGetValue("value", out var value) ? value : null);

    /// <summary>Who says so: SELF, MANAGER, EXTERNAL, or another source.</summary>
    public string? RatingSource { get; set; }

    /// <summary>When this record last changed, in UTC; changes of related records do not count.</summary>
    public DateTime? ChangedAt { get; set; }

    /// <summary>When the record was found missing in the connected tool, in UTC; null while it exists.</summary>
    public DateTime? RemoteDeletedAt { get; set; }

    /// <summary>The source and the level, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(FormattableString.Invariant($"{RatingSource} {Level}"), Id);

    private static object? NameOf(KomboMap proficiency)
    {
        if (!proficiency.TryGetValue("selected_option_id", out var selected) || selected is null)
        {
            return null;
        }

        var options = proficiency.TryGetValue("options", out var list) ? list as IEnumerable<object?> : null;
        var option = options?.OfType<KomboMap>().FirstOrDefault(option => option.TryGetValue("id", out var id) && Equals(id, selected));
        return option is not null && option.TryGetValue("name", out var name) ? name : selected;
    }
}
