using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>POST hris/provisioning-groups/{group_id}/setup-links.</summary>
internal sealed class PostProvisioningSetupLinks : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "hris/provisioning-groups/{group_id}/setup-links";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        ProvisioningGroup.Require(request.Segments["group_id"]);
        var now = request.Database.Now();
        return new KomboMap
        {
            ["url"] = "https://connect.kombo.invalid/provisioning/" + Ids.Make("provisioning link " + now, 0),
            ["expires_at"] = Calendar.Moment(Calendar.Parse(now).AddHours(1).ToString("o", System.Globalization.CultureInfo.InvariantCulture)),
        };
    }
}
