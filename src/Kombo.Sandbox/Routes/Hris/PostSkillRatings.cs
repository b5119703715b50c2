using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>POST hris/skill-proficiency-ratings, with the level in the place that it has now, or in the one that it had before.</summary>
internal sealed class PostSkillRatings : SandboxRoute
{
    private const string Proficiency = "proficiency";

    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "hris/skill-proficiency-ratings";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var employee = request.Table<Employees>().Require((string)request.Body["employee_id"]!, "employee_id");
        var skill = request.Table<Skills>().Require((string)request.Body["skill_id"]!, "skill_id");
        var rating = request.Body.TryGetValue("rating", out var given) ? (KomboMap)given! : request.Body;
        rating.TryGetValue(Proficiency, out var level);
        var source = rating.TryGetValue("rating_source", out var named) ? (string)named! : "EXTERNAL";
        var ratings = request.Table<SkillRatings>();
        return ratings.Full(ratings.Rate(employee, skill, source, level));
    }
}
