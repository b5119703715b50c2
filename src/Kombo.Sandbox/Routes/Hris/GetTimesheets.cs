namespace Kombo.Sandbox;

/// <summary>GET hris/timesheets.</summary>
internal sealed class GetTimesheets : ListRoute<Timesheets>
{
    /// <inheritdoc/>
    public override string Template => "hris/timesheets";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters =>
    [
        Filter.Text("employee_id", "employee_id"),
        Until("started_before", "started_at", isInclusive: false),
        Filter.Since("started_after", "started_at"),
        Until("ended_before", "ended_at", isInclusive: true),
        Filter.Since("ended_after", "ended_at"),
    ];

    private static Filter Until(string name, string field, bool isInclusive) => new(name, (value, _) =>
    {
        var end = Filter.Moment(name, value);
        return row => row.Text(field) is { } time && string.CompareOrdinal(time, end) < (isInclusive ? 1 : 0);
    });
}
