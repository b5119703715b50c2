namespace Kombo.Sandbox;

/// <summary>GET hris/locations.</summary>
internal sealed class GetLocations : ListRoute<Locations>
{
    /// <inheritdoc/>
    public override string Template => "hris/locations";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters =>
    [
        Filter.Contains("name_contains", "name"),
    ];
}
