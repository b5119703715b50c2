using System.Text;
using System.Text.Json;
using Kombo.Json;
using Kombo.Models;

namespace Kombo.Database;

/// <summary>Makes tables and views, and mends what an older version, or somebody by hand, made otherwise.</summary>
internal static class Schema
{
    /// <summary>The models that ids in columns are of.</summary>
    private static readonly Dictionary<string, string> Targets = new(StringComparer.Ordinal)
    {
        ["employee_id"] = nameof(Employee),
        ["manager_id"] = nameof(Employee),
        ["approver_id"] = nameof(Employee),
        ["reviewee_id"] = nameof(Employee),
        ["reviewer_id"] = nameof(Employee),
        ["type_id"] = nameof(AbsenceType),
        ["legal_entity_id"] = nameof(LegalEntity),
        ["work_location_id"] = nameof(Location),
        ["skill_id"] = nameof(Skill),
        ["pay_run_id"] = nameof(PayRun),
        ["review_cycle_id"] = nameof(PerformanceReviewCycle),
        ["candidate_id"] = nameof(Candidate),
        ["job_id"] = nameof(Job),
        ["current_stage_id"] = nameof(ApplicationStage),
        ["stage_id"] = nameof(ApplicationStage),
        ["application_id"] = nameof(Application),
        ["interview_id"] = nameof(Interview),
        ["author_id"] = nameof(AtsUser),
        ["user_id"] = nameof(LmsUser),
    };

    /// <summary>Sees to it that the table of a model is there, whole. Inside a transaction.</summary>
    /// <returns>True when a column had to be added: what it would hold has to be read anew.</returns>
    public static bool Ensure(Store store, SyncModel model)
    {
        var table = Store.Quote(model.Table);
        var existing = store.ColumnNames(model.Table);
        if (existing.Count == 0)
        {
            var columns = model.Columns.Where(column => column.Name != "id").Select(column => $"{Store.Quote(column.Name)} {store.TypeOf(column.Kind)}")
                .Append($"additional_data {store.TypeOf(ColumnKind.Json)}")
                .Concat(model.Derived.Select(column => $"{Store.Quote(column.Name)} {store.Computed(store.JsonText(Store.Quote(column.Source), column.Member))}"));
            store.Execute($"create table {table} (integration_id text not null, id text not null, {string.Join(", ", columns)}, primary key (integration_id, id))");
        }
        else if (!existing.Contains("integration_id") || !existing.Contains("id"))
        {
            throw new KomboDatabaseException(
                DatabaseFailure.ChangedTable, $"The table {model.Table} lacks its key, integration_id and id. Remove the table: the next run makes and fills it anew.");
        }

        var isMended = false;
        if (existing.Count > 0)
        {
            var missing = model.Columns.Where(column => !existing.Contains(column.Name)).ToList();
            var missingDerived = model.Derived.Where(column => !existing.Contains(column.Name)).ToList();
            if (missing.Count + missingDerived.Count > 0)
            {
                DropViews(store, model);
            }

            foreach (var column in missing)
            {
                store.Execute($"alter table {table} add column {Store.Quote(column.Name)} {store.TypeOf(column.Kind)}");
            }

            isMended = missing.Count > 0;
            if (!existing.Contains("additional_data"))
            {
                store.Execute($"alter table {table} add column additional_data {store.TypeOf(ColumnKind.Json)}");
                isMended = true;
            }
            else if (missing.Count > 0)
            {
                Move(store, model, missing);
            }

            foreach (var column in missingDerived)
            {
                store.Execute($"alter table {table} add column {Store.Quote(column.Name)} {store.Computed(store.JsonText(Store.Quote(column.Source), column.Member))}");
            }
        }

        foreach (var name in ForeignIds(model))
        {
            store.Execute($"create index if not exists {Store.Quote($"{model.Table}_by_{name}")} on {table} (integration_id, {Store.Quote(name)})");
        }

        return isMended;
    }

    /// <summary>
    /// Makes the views of all tables that are there, as far as they are not there already. Those of a table that lacks a column come
    /// when it has been mended: PostgreSQL refuses them before.
    /// </summary>
    public static void EnsureViews(Store store)
    {
        var tables = store.Rows("select distinct model from kombo_models").ConvertAll(row => (string)row[0]!);
        var columns = SyncModel.All.Where(model => tables.Contains(model.Table)).ToDictionary(model => model, model => store.ColumnNames(model.Table));
        var models = SyncModel.All.Where(model => columns.TryGetValue(model, out var names) && IsWhole(model, names)).ToList();
        var known = store.Rows("select name, definition from kombo_views").ToDictionary(row => (string)row[0]!, row => (string)row[1]!, StringComparer.Ordinal);
        var stale = models.SelectMany(model => Children(store, model).Append(Named(model, models, columns[model])))
            .Where(view => !known.TryGetValue(view.Name, out var definition) || definition != view.Definition || !store.HasView(view.Name)).ToList();
        if (stale.Count == 0)
        {
            return;
        }

        store.InTransaction(() =>
        {
            foreach (var (name, definition) in stale)
            {
                store.Execute($"drop view if exists {Store.Quote(name)}");
                store.Execute($"create view {Store.Quote(name)} as {definition}");
                store.Execute("insert into kombo_views (name, definition) values (@n, @d) on conflict (name) do update set definition = excluded.definition", ("@n", name), ("@d", definition));
            }
        });
    }

    private static bool IsWhole(SyncModel model, IReadOnlyList<string> columns)
    {
        var existing = new HashSet<string>(columns, StringComparer.Ordinal);
        return existing.Contains("integration_id") && existing.IsSupersetOf(model.Columns.Select(column => column.Name)) && existing.IsSupersetOf(model.Derived.Select(column => column.Name));
    }

    /// <summary>Drops the views of a model, which keep the columns that they were made with.</summary>
    private static void DropViews(Store store, SyncModel model)
    {
        foreach (var row in store.Rows("select name from kombo_views"))
        {
            var name = (string)row[0]!;
            if (name.StartsWith(model.Table + "_", StringComparison.Ordinal))
            {
                store.Execute($"drop view if exists {Store.Quote(name)}");
            }
        }
    }

    private static IEnumerable<string> ForeignIds(SyncModel model) =>
        model.Columns.Select(column => column.Name).Concat(model.Derived.Select(column => column.Name)).Where(name => TargetOf(model, name) is not null);

    private static SyncModel? TargetOf(SyncModel model, string column) =>
        column == "parent_id" ? model : Targets.TryGetValue(column, out var name) ? SyncModel.Find(name) : null;

    /// <summary>The expression for the name of a row; null for models whose rows have none.</summary>
    private static string? NameOf(SyncModel model, string alias)
    {
        bool Has(string name) => model.Columns.Any(column => column.Name == name);
        var parts = new List<string>();
        if (Has("display_full_name"))
        {
            parts.Add($"{alias}.display_full_name");
        }

        if (Has("first_name") && Has("last_name"))
        {
            parts.Add($"nullif(trim(coalesce({alias}.first_name, '') || ' ' || coalesce({alias}.last_name, '')), '')");
        }

        if (parts.Count == 0 && (Has("name") || Has("title")))
        {
            parts.Add($"{alias}.{(Has("name") ? "name" : "title")}");
        }

        return parts.Count switch { 0 => null, 1 => parts[0], _ => $"coalesce({string.Join(", ", parts)})" };
    }

    /// <summary>The view with names beside the ids.</summary>
    private static (string Name, string Definition) Named(SyncModel model, List<SyncModel> models, IReadOnlyList<string> columns)
    {
        var select = new StringBuilder("select ").Append(string.Join(", ", columns.Select(name => "t." + Store.Quote(name))));
        var from = new StringBuilder($" from {Store.Quote(model.Table)} t");
        var taken = new HashSet<string>(columns, StringComparer.Ordinal);
        var number = 0;
        Join(model, "t", isFirst: true);
        return ($"{model.Table}_named", select.Append(from).ToString());

        void Join(SyncModel owner, string alias, bool isFirst)
        {
            foreach (var id in ForeignIds(owner))
            {
                var target = TargetOf(owner, id)!;
                var name = id.Substring(0, id.Length - "id".Length) + "name";
                if (!models.Contains(target) || (taken.Contains(name) && NameOf(target, "x") is not null))
                {
                    continue;
                }

                var other = $"j{++number}";
                from.Append(FormattableString.Invariant($" left join {Store.Quote(target.Table)} {other} on {other}.integration_id = {alias}.integration_id and {other}.id = {alias}.{Store.Quote(id)}"));
                if (NameOf(target, other) is { } expression)
                {
                    taken.Add(name);
                    select.Append(", ").Append(expression).Append(" as ").Append(Store.Quote(name));
                }
                else if (isFirst)
                {
                    Join(target, other, isFirst: false); // An application has no name of its own: its candidate and its job have.
                }
            }
        }
    }

    /// <summary>A view for each list of objects in a row: one row for each of them.</summary>
    private static IEnumerable<(string Name, string Definition)> Children(Store store, SyncModel model)
    {
        var (value, position) = store.JsonItem;
        var owner = Singular(model) + "_id";
        foreach (var column in model.Columns.Where(column => column.Type.IsGenericType && typeof(KomboObject).IsAssignableFrom(column.Type.GetGenericArguments()[0])))
        {
            var members = SyncModel.ColumnsOf(column.Type.GetGenericArguments()[0]).Where(member => member.Name != owner && member.Name is not ("integration_id" or "position"))
                .Select(member => $"{store.JsonValue(value, member.Name, member.Kind)} as {Store.Quote(member.Name)}");
            yield return ($"{model.Table}_{column.Name}", $"select t.integration_id, t.id as {Store.Quote(owner)}, {position} as position, {string.Join(", ", members)} from {Store.Quote(model.Table)} t cross join {store.JsonItems("t." + Store.Quote(column.Name))} where t.remote_deleted_at is null");
        }
    }

    private static string Singular(SyncModel model) => model.Table.Substring(model.Table.IndexOf('_') + 1) switch
    {
        var table when table.EndsWith("ies", StringComparison.Ordinal) => table.Substring(0, table.Length - 3) + "y",
        var table => table.TrimEnd('s'),
    };

    /// <summary>What lay in additional_data for want of a column moves into the column.</summary>
    private static void Move(Store store, SyncModel model, List<Column> columns)
    {
        var table = Store.Quote(model.Table);
        foreach (var row in store.Rows($"select integration_id, id, additional_data from {table} where additional_data is not null"))
        {
            if (PlainJson.TryParse(Encoding.UTF8.GetBytes((string)row[2]!), out var parsed) && parsed is KomboMap map && columns.Exists(column => map.ContainsKey(column.Name)))
            {
                Move(store, model, columns, row);
            }
        }
    }

    private static void Move(Store store, SyncModel model, List<Column> columns, object?[] row)
    {
        var json = Encoding.UTF8.GetBytes((string)row[2]!);
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = PlainJson.MaxDepth });
        var rest = new List<string>();
        var set = new List<string>();
        var parameters = new List<(string, object?)> { ("@i", row[0]), ("@id", row[1]) };
        foreach (var member in document.RootElement.EnumerateObject())
        {
            var raw = Encoding.UTF8.GetBytes(member.Value.GetRawText());
            var reader = new Utf8JsonReader(raw, PlainJson.AnyDepth);
            reader.Read();
            if (columns.Find(column => column.Name == member.Name) is { } column && RowReader.TryRead(column.Kind, ref reader, raw, out var value))
            {
                // Through text, which both databases cast: a parameter for each kind is not worth its code here.
                set.Add($"{Store.Quote(column.Name)} = cast(@v{set.Count} as {(store is PostgresStore ? store.TypeOf(column.Kind) : column.Kind is ColumnKind.Number or ColumnKind.Flag ? "numeric" : "text")})");
                parameters.Add(($"@v{set.Count - 1}", value is null ? null : TextOf(column.Kind, value, store)));
            }
            else
            {
                rest.Add($"{PlainJson.ToText(member.Name)}:{member.Value.GetRawText()}");
            }
        }

        set.Add(rest.Count == 0 ? "additional_data = null" : $"additional_data = cast(@rest as {(store is PostgresStore ? "jsonb" : "text")})");
        if (rest.Count > 0)
        {
            parameters.Add(("@rest", "{" + string.Join(",", rest) + "}"));
        }

        store.Execute($"update {Store.Quote(model.Table)} set {string.Join(", ", set)} where integration_id = @i and id = @id", [.. parameters]);
    }

    private static string TextOf(ColumnKind kind, object value, Store store) => value switch
    {
        DateTime day when kind == ColumnKind.Day => KomboTime.FormatBareDate(day),
        DateTime moment => KomboTime.FormatInstant(moment),
        bool flag => store is PostgresStore ? (flag ? "true" : "false") : flag ? "1" : "0",
        double number => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        ReadOnlyMemory<byte> json => Encoding.UTF8.GetString(json.ToArray()),
        _ => (string)value,
    };
}
