namespace Kombo.Sandbox;

/// <summary>GET hris/time-off-balances.</summary>
internal sealed class GetTimeOffBalances : ListRoute<TimeOffBalances>
{
    /// <inheritdoc/>
    public override string Template => "hris/time-off-balances";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters =>
    [
        Filter.Text("employee_id", "employee_id"),
    ];
}
