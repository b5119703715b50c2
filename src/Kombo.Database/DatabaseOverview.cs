using System.Globalization;

namespace Kombo.Database;

/// <summary>What a database has.</summary>
public static class DatabaseOverview
{
    /// <summary>The tables of each integration.</summary>
    /// <param name="target">The database.</param>
    /// <returns>One entry for each model of each integration.</returns>
    /// <exception cref="KomboDatabaseException">The database cannot be read.</exception>
    public static IReadOnlyList<DatabaseTable> Read(DatabaseTarget target) => Read(target, null);

    /// <summary>The same by a clock: null for the system's.</summary>
    internal static IReadOnlyList<DatabaseTable> Read(DatabaseTarget target, TimeProvider? time)
    {
        using var store = Store.OpenToRead(target ?? throw new ArgumentNullException(nameof(target)));
        var now = (time ?? TimeProvider.System).GetUtcNow().UtcDateTime;
        return store.Guard(() => store.HasTable("kombo_models")
            ? store.Rows("select integration_id, model, watermark, last_full, run_cursor from kombo_models order by 1, 2").Select(row => Entry(store, row, now)).ToList()
            : throw new KomboDatabaseException(DatabaseFailure.NotFound, $"{target} is no database of Sync-KomboDatabase: it does not have its tables. Check the path, or the database and the schema of the connection string."));
    }

    private static DatabaseTable Entry(Store store, object?[] row, DateTime now)
    {
        var (integration, table) = ((string)row[0]!, (string)row[1]!);
        var model = SyncModel.Find(table);
        var counts = model is not null && store.HasTable(table)
            ? store.Rows($"select count(*), count(remote_deleted_at) from {Store.Quote(table)} where integration_id = @i", ("@i", integration))[0]
            : [0L, 0L];
        var watermark = store.Moment(row[2]);
        return new DatabaseTable(
            integration,
            model?.Name,
            table,
            Convert.ToInt64(counts[0], CultureInfo.InvariantCulture),
            Convert.ToInt64(counts[1], CultureInfo.InvariantCulture),
            watermark,
            store.Moment(row[3]),
            row[4] is not null,
            now - watermark);
    }
}
