using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>GET assessment/packages: one list, in a member of its own.</summary>
internal sealed class GetAssessmentPackages : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "GET";

    /// <inheritdoc/>
    public override string Template => "assessment/packages";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request) => new KomboMap
    {
        ["packages"] = request.Table<AssessmentPackages>().Rows.Where(row => !row.IsDeleted).Select(row => row.Without("remote_deleted_at")).ToList(),
    };
}
