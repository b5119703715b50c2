namespace Kombo.Sandbox;

/// <summary>GET hris/teams.</summary>
internal sealed class GetTeams : ListRoute<Groups>
{
    /// <inheritdoc/>
    public override string Template => "hris/teams";
}
