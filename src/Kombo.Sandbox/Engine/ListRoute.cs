using System.Globalization;
using Kombo.Facts;
using Kombo.Json;

namespace Kombo.Sandbox;

/// <summary>A list: pages, ids, updated_after, include_deleted, and the filters that a class adds.</summary>
internal abstract class ListRoute<T> : SandboxRoute, IListRoute
    where T : Table
{
    private const int DefaultPageSize = 100;

    private static readonly byte[] Start = SandboxResponse.Bytes("{\"results\":[");

    private static readonly byte[] Comma = SandboxResponse.Bytes(",");

    /// <inheritdoc/>
    public sealed override string Method => "GET";

    /// <summary>The further query parameters.</summary>
    public virtual IEnumerable<Filter> Filters => [];

    /// <inheritdoc/>
    public Table TableOf(Database database) => database.Get<T>();

    private IReadOnlyDictionary<string, Shape> Query => Api!.Query;

    private int MaxPageSize => Query.TryGetValue("page_size", out var size) ? (int)size.Max! : 0;

    /// <summary>Whether the answer repeats <c>next</c> under its old name.</summary>
    private bool HasNextCursor => Api!.Answer!.Members!.ContainsKey("next_cursor");

    /// <inheritdoc/>
    public sealed override object? Handle(SandboxRequest request)
    {
        var cursor = Cursor.Read(request.Query);
        var size = PageSize(request.Query);
        var table = request.Table<T>();
        var conditions = Conditions(request, table);
        List<byte[]> page = [Start];
        var count = 0;
        string? next = null;
        for (var i = cursor.Row; i < table.Rows.Count; i++)
        {
            var row = table.Rows[i];
            if (!conditions.TrueForAll(condition => condition(row)))
            {
                continue;
            }

            if (count == size)
            {
                next = new Cursor(cursor.Page + 1, i).ToString();
                break;
            }

            if (count++ > 0)
            {
                page.Add(Comma);
            }

            page.Add(Json(table, row));
        }

        var position = PlainJson.ToText(next);
        page.Add(SandboxResponse.Bytes($"],\"next\":{position}{(HasNextCursor ? ",\"next_cursor\":" + position : string.Empty)}}}"));
        return page;
    }

    /// <summary>Whether the list has the row at all, whatever the filters.</summary>
    protected virtual bool Shows(Row row) => true;

    /// <summary>The row as this list shows it.</summary>
    protected virtual byte[] Json(T table, Row row) => table.Json(row);

    private int PageSize(Dictionary<string, string> query)
    {
        if (MaxPageSize == 0)
        {
            return int.MaxValue;
        }

        if (!query.TryGetValue("page_size", out var text))
        {
            return Math.Min(DefaultPageSize, MaxPageSize);
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size >= 1 && size <= MaxPageSize
            ? size
            : throw Filter.Wrong("page_size", $"'{text}' is not a whole number from 1 to {MaxPageSize}");
    }

    private List<Func<Row, bool>> Conditions(SandboxRequest request, T table)
    {
        var query = request.Query;
        var conditions = new List<Func<Row, bool>> { Shows };
        if (!(query.TryGetValue("include_deleted", out var deleted) && Filter.Flag("include_deleted", deleted)))
        {
            conditions.Add(row => !row.IsDeleted);
        }

        if (query.TryGetValue("ignore_unsupported_filters", out var ignore))
        {
            Filter.Flag("ignore_unsupported_filters", ignore);
        }

        if (query.TryGetValue("updated_after", out var after) && after.Length > 0)
        {
            var start = Filter.Moment("updated_after", after);
            conditions.Add(row => string.CompareOrdinal(table.UpdatedAt(row), start) > 0);
        }

        foreach (var filter in new[] { Filter.List("ids", "id"), Filter.List("remote_ids", "remote_id") }.Concat(Filters))
        {
            if (query.TryGetValue(filter.Name, out var value) && value.Length > 0)
            {
                var condition = filter.Build(value, request.Database);
                conditions.Add(filter.Name == "ids" ? condition : row => !row.IsPurged && condition(row));
            }
        }

        return conditions;
    }
}
