namespace Kombo.Sandbox;

/// <summary>GET hris/employments.</summary>
internal sealed class GetEmployments : ListRoute<Employments>
{
    /// <inheritdoc/>
    public override string Template => "hris/employments";
}
