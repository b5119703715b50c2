using Kombo.Models;
using static Kombo.Sandbox.Must;

namespace Kombo.Sandbox;

/// <summary>POST custom/datev/passthrough.</summary>
internal sealed class PostDatevPassthrough : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "custom/datev/passthrough";

    /// <inheritdoc/>
    public override bool HasWarnings => true;

    /// <inheritdoc/>
    public override Check Body { get; } = Be(
        Have("file_content", FilledText),
        Have("accounting_month", Must.Date),
        Have("target_system", OneOf("LODAS", "LuG")),
        Have("file_type", OneOf("STAMMDATEN", "BEWEGUNGSDATEN")),
        Have("file_name", Text));

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
