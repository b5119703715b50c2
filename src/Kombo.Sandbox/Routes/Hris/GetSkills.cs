namespace Kombo.Sandbox;

/// <summary>GET hris/skills.</summary>
internal sealed class GetSkills : ListRoute<Skills>
{
    /// <inheritdoc/>
    public override string Template => "hris/skills";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters => [Filter.Contains("name_contains", "name")];
}
