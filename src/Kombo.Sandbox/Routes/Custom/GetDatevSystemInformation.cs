using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>GET custom/datev/system-information.</summary>
internal sealed class GetDatevSystemInformation : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "GET";

    /// <inheritdoc/>
    public override string Template => "custom/datev/system-information";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request) => new KomboMap
    {
        ["consultant_number"] = DatevFile.ConsultantNumber,
        ["client_number"] = DatevFile.ClientNumber,
        ["target_system"] = DatevFile.TargetSystem,
    };
}
