namespace Kombo.Sandbox;

/// <summary>GET hris/absences.</summary>
internal sealed class GetAbsences : ListRoute<Absences>
{
    /// <inheritdoc/>
    public override string Template => "hris/absences";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters =>
    [
        EndsFrom("date_from"),
        StartsUntil("date_until"),
        Filter.List("type_ids", "type_id"),
        Filter.Text("employee_id", "employee_id"),
        EndsFrom("time_from"),
        StartsUntil("time_until"),
    ];

    private static Filter EndsFrom(string name) => new(name, (value, _) =>
    {
        var day = Filter.Day(name, value);
        return row => row.Text("end_date") is not { } end || string.CompareOrdinal(end, day) >= 0;
    });

    private static Filter StartsUntil(string name) => new(name, (value, _) =>
    {
        var day = Filter.Day(name, value);
        return row => row.Text("start_date") is { } start && string.CompareOrdinal(start, day) <= 0;
    });
}
