namespace Kombo.Sandbox;

/// <summary>GET ats/tags.</summary>
internal sealed class GetTags : ListRoute<Tags>
{
    /// <inheritdoc/>
    public override string Template => "ats/tags";
}
