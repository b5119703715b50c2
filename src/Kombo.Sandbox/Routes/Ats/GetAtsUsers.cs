namespace Kombo.Sandbox;

/// <summary>GET ats/users.</summary>
internal sealed class GetAtsUsers : ListRoute<AtsUsers>
{
    /// <inheritdoc/>
    public override string Template => "ats/users";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters => [Filter.List("emails", row => [row.Text("email")], ignoreCase: true)];
}
