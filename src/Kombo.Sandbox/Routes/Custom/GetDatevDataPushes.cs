using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>GET custom/datev/data-pushes.</summary>
internal sealed class GetDatevDataPushes : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "GET";

    /// <inheritdoc/>
    public override string Template => "custom/datev/data-pushes";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request) =>
        new KomboMap { ["data_pushes"] = request.Table<DatevDataPushes>().Rows.AsEnumerable().Reverse().Select(row => row.Fields) };
}
