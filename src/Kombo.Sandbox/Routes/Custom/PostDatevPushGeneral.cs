using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>POST custom/datev/push-data/general.</summary>
internal sealed class PostDatevPushGeneral : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "custom/datev/push-data/general";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        DatevAccess.Require(request);
        var pushes = request.Table<DatevDataPushes>();
        KomboMap[] files = [pushes.GeneralFile()];
        pushes.Send("GENERAL", files);
        return new KomboMap { ["files"] = files };
    }
}
