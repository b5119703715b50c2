using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>POST custom/datev/passthrough.</summary>
internal sealed class PostDatevPassthrough : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "custom/datev/passthrough";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        DatevAccess.Require(request);
        var body = request.Body;
        if ((string)body["target_system"]! != DatevFile.TargetSystem)
        {
            throw SandboxException.Invalid($"'target_system' must be {DatevFile.TargetSystem}, which is what this client uses.");
        }

        request.Table<DatevDataPushes>().Send(
            body["file_type"] is "STAMMDATEN" ? "GENERAL" : "PAYROLL",
            [new KomboMap { ["name"] = body["file_name"], ["content"] = body["file_content"] }]);
        return Nothing();
    }
}
