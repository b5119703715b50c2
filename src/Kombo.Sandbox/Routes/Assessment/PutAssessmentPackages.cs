using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>PUT assessment/packages.</summary>
internal sealed class PutAssessmentPackages : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "PUT";

    /// <inheritdoc/>
    public override string Template => "assessment/packages";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        request.Table<AssessmentPackages>().Replace(((KomboList<object?>)request.Body["packages"]!).Cast<KomboMap>());
        return Nothing();
    }
}
