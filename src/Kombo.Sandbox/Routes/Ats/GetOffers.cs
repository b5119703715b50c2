namespace Kombo.Sandbox;

/// <summary>GET ats/offers.</summary>
internal sealed class GetOffers : ListRoute<Offers>
{
    /// <inheritdoc/>
    public override string Template => "ats/offers";
}
