namespace Kombo.Sandbox;

/// <summary>A query parameter of a list: its name, and what it makes of its text.</summary>
/// <param name="Name">The name of the parameter.</param>
/// <param name="Build">Turns the text into a condition; throws if the text is wrong.</param>
internal sealed record Filter(string Name, Func<string, Database, Func<Row, bool>> Build)
{
    /// <summary>Rows whose field is one of the comma-separated values.</summary>
    public static Filter List(string name, string field) => List(name, row => [row.Text(field)]);

    /// <summary>Rows of which one of the texts is one of the comma-separated values.</summary>
    public static Filter List(string name, Func<Row, IEnumerable<string?>> texts, bool ignoreCase = false) =>
        List(name, (row, _) => texts(row), ignoreCase);

    /// <summary>Rows of which one of the texts, found with the help of other tables, is one of the comma-separated values.</summary>
    public static Filter List(string name, Func<Row, Database, IEnumerable<string?>> texts, bool ignoreCase = false) => new(name, (value, database) =>
    {
        var wanted = new HashSet<string>(Split(value), ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        return row => texts(row, database).Any(text => text is not null && wanted.Contains(text));
    });

    /// <summary>Rows whose field is the value.</summary>
    public static Filter Text(string name, string field, bool ignoreCase = false) => new(name, (value, _) =>
        row => string.Equals(row.Text(field), value, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));

    /// <summary>Rows whose field contains the value, whatever the case.</summary>
    public static Filter Contains(string name, string field) => new(name, (value, _) =>
        row => row.Text(field)?.IndexOf(value, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>Rows whose field is one of the comma-separated values, of which only these are allowed.</summary>
    public static Filter Enums(string name, string field, params string[] allowed) => new(name, (value, _) =>
    {
        var wanted = Split(value).ToArray();
        foreach (var text in wanted.Where(text => !allowed.Contains(text)))
        {
            throw Wrong(name, $"'{text}' is not one of {string.Join(", ", allowed)}");
        }

        return row => wanted.Contains(row.Text(field) ?? "null");
    });

    /// <summary>Rows whose field is the value, of which only these are allowed.</summary>
    public static Filter Enum(string name, string field, params string[] allowed) => new(name, (value, _) =>
        allowed.Contains(value) ? row => row.Text(field) == value
        : throw Wrong(name, $"'{value}' is not one of {string.Join(", ", allowed)}"));

    /// <summary>Rows with a moment at or behind the value.</summary>
    public static Filter Since(string name, string field) => new(name, (value, _) =>
    {
        var start = Moment(name, value);
        return row => string.CompareOrdinal(row.Text(field), start) >= 0;
    });

    /// <summary>The value as a moment, written the way the rows have it.</summary>
    public static string Moment(string name, string value) =>
        TextForms.IsDate(value) ? Calendar.Moment(value) : throw Wrong(name, $"'{value}' is not a moment in UTC (yyyy-MM-ddTHH:mm:ss.fffZ)");

    /// <summary>The value as a day.</summary>
    public static string Day(string name, string value) =>
        TextForms.IsDate(value) ? value.Substring(0, 10) : throw Wrong(name, $"'{value}' is not a date (yyyy-MM-dd)");

    /// <summary>The value as true or false.</summary>
    public static bool Flag(string name, string value) => value switch
    {
        "true" => true,
        "false" => false,
        _ => throw Wrong(name, $"'{value}' is neither true nor false"),
    };

    public static IEnumerable<string> Split(string value) => value.Split(',').Where(text => text.Length > 0);

    public static SandboxException Wrong(string name, string why) =>
        SandboxException.Invalid($"The query parameter '{name}' is invalid: {why}.");
}
