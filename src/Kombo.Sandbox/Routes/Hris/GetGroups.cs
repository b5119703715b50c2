namespace Kombo.Sandbox;

/// <summary>GET hris/groups.</summary>
internal sealed class GetGroups : ListRoute<Groups>
{
    /// <inheritdoc/>
    public override string Template => "hris/groups";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters =>
    [
        Filter.Enums("types", "type", "DEPARTMENT", "TEAM", "COST_CENTER", "null"),
        Filter.Contains("name_contains", "name"),
    ];
}
