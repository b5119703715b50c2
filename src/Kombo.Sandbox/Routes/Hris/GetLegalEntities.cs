namespace Kombo.Sandbox;

/// <summary>GET hris/legal-entities.</summary>
internal sealed class GetLegalEntities : ListRoute<LegalEntities>
{
    /// <inheritdoc/>
    public override string Template => "hris/legal-entities";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters =>
    [
        Filter.Contains("name_contains", "name"),
    ];
}
