namespace Kombo.Sandbox;

/// <summary>GET ats/rejection-reasons.</summary>
internal sealed class GetRejectionReasons : ListRoute<RejectionReasons>
{
    /// <inheritdoc/>
    public override string Template => "ats/rejection-reasons";
}
