namespace Kombo.Sandbox;

/// <summary>GET hris/absence-types.</summary>
internal sealed class GetAbsenceTypes : ListRoute<AbsenceTypes>
{
    /// <inheritdoc/>
    public override string Template => "hris/absence-types";
}
