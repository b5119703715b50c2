namespace Kombo.Sandbox;

/// <summary>GET hris/staffing-entities.</summary>
internal sealed class GetStaffingEntities : ListRoute<StaffingEntities>
{
    /// <inheritdoc/>
    public override string Template => "hris/staffing-entities";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters =>
    [
        Filter.Enums("model_types", "model_type", "JOB", "POSITION", "REQUISITION"),
        Filter.Enums("statuses", "status", "OPEN_LIMITED", "OPEN_UNLIMITED", "PENDING", "FROZEN", "FILLED", "CLOSED"),
    ];
}
