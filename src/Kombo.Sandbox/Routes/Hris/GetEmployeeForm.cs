using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>GET hris/employees/form.</summary>
internal sealed class GetEmployeeForm : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "GET";

    /// <inheritdoc/>
    public override string Template => "hris/employees/form";

    /// <inheritdoc/>
    public override bool IsAction => true;

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        if (request.Query.TryGetValue(PostEmployeeForm.StaffingEntityId, out var id))
        {
            PostEmployeeForm.OpenEntity(request, id);
        }

        return new KomboMap { ["properties"] = EmployeeForm.Fields };
    }
}
