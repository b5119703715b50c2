namespace Kombo.Sandbox;

/// <summary>GET ats/application-stages.</summary>
internal sealed class GetApplicationStages : ListRoute<Stages>
{
    /// <inheritdoc/>
    public override string Template => "ats/application-stages";
}
