namespace Kombo.Sandbox;

/// <summary>GET ats/roles.</summary>
internal sealed class GetRoles : ListRoute<Roles>
{
    /// <inheritdoc/>
    public override string Template => "ats/roles";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters => [Filter.Enums("scopes", "scope", "SYSTEM", "JOB")];
}
