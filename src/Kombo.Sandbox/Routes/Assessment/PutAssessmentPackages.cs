using Kombo.Models;
using static Kombo.Sandbox.Must;

namespace Kombo.Sandbox;

/// <summary>PUT assessment/packages.</summary>
internal sealed class PutAssessmentPackages : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "PUT";

    /// <inheritdoc/>
    public override string Template => "assessment/packages";

    /// <inheritdoc/>
    public override bool HasWarnings => true;

    /// <inheritdoc/>
    public override Check Body { get; } = Be(Have("packages", ListOf(Be(
        Have("id", Text),
        Have("type", OneOf("BEHAVIORAL", "VIDEO_INTERVIEW", "SKILLS_TEST", "BACKGROUND_CHECK", "REFERENCE_CHECK")),
        Have("name", Text),
        Have("description", Text)))));

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        request.Table<AssessmentPackages>().Replace(((KomboList<object?>)request.Body["packages"]!).Cast<KomboMap>());
        return Nothing();
    }
}
