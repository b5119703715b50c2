using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>GET custom/datev/eau-requests/{eau_id}.</summary>
internal sealed class GetDatevEauRequest : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "GET";

    /// <inheritdoc/>
    public override string Template => "custom/datev/eau-requests/{eau_id}";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        DatevAccess.Require(request);
        return new KomboMap { ["raw"] = DatevEauRequests.Read(request.Named<DatevEauRequests>("eau_id")) };
    }
}
