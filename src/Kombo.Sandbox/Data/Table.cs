using Kombo.Json;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>All records of one entity. Records keep their place; deleted ones stay, marked.</summary>
/// <remarks>
/// Who changes a record also calls <see cref="Linked"/> or <see cref="Row.Invalidate"/> for the records that show it.
/// </remarks>
internal abstract class Table
{
    /// <summary>How many days a record that is gone in the source keeps its values.</summary>
    public const int KeptDays = 14;

    private readonly Dictionary<string, Row> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Row> _byRemoteId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Row>> _byOwner = new(StringComparer.Ordinal);
    private Database? _database;
    private Table? _seed;

    /// <summary>What one record is called, for ids and messages: <c>absence type</c>.</summary>
    public abstract string Noun { get; }

    public List<Row> Rows { get; } = [];

    /// <summary>The member with the id of the record that this one belongs to; see <see cref="Of"/>.</summary>
    protected virtual string? Owner => null;

    protected Database Database => _database!;

    /// <summary>The id that the next record gets.</summary>
    public virtual string NextId => Ids.Make(Noun, Rows.Count);

    /// <summary>Makes the seed data, or begins with that of another database.</summary>
    public void Start(Database database, Table? seed)
    {
        _database = database;
        _seed = seed;
        if (seed is null)
        {
            Seed();
            return;
        }

        foreach (var row in seed.Rows)
        {
            Add(new Row(row));
        }
    }

    public Row Add(KomboMap fields) => Add(new Row(fields));

    /// <summary>The records that belong to another one, without the deleted ones.</summary>
    public IEnumerable<Row> Of(string ownerId) =>
        _byOwner.TryGetValue(ownerId, out var rows) ? rows.Where(row => !row.IsDeleted) : [];

    /// <summary>The record with this Kombo id. A trigger that did not fire stands for the first record there is.</summary>
    public Row? Find(string? id) =>
        id is null ? null
        : _byId.TryGetValue(id, out var row) && !row.IsDeleted ? row
        : FailureTrigger.Is(id) ? Rows.Find(candidate => !candidate.IsDeleted)
        : null;

    /// <summary>The record with this Kombo id, even if it is deleted; null if there never was one.</summary>
    public Row? FindEver(string? id) => id is not null && _byId.TryGetValue(id, out var row) ? row : null;

    /// <summary>The record with this Kombo id.</summary>
    /// <exception cref="SandboxException">There is none.</exception>
    public Row Require(string id, string member) =>
        Find(id) ?? throw SandboxException.Invalid($"'{member}' is '{id}', but there is no {Noun} with this id.");

    /// <summary>The record with this Kombo id, or behind <c>remote:</c> with this id in the source.</summary>
    /// <exception cref="SandboxException">There is none.</exception>
    public Row RequireAny(string id, string member)
    {
        const string prefix = "remote:";
        return id.StartsWith(prefix, StringComparison.Ordinal) && !FailureTrigger.Is(id)
            ? _byRemoteId.TryGetValue(id.Substring(prefix.Length), out var row) && !row.IsDeleted ? row
                : throw SandboxException.Invalid($"'{member}' is '{id}', but there is no {Noun} with this id in the source system.")
            : Require(id, member);
    }

    /// <summary>The record has changed.</summary>
    public void Changed(Row row)
    {
        row["changed_at"] = Database.Now();
        if (row.Fields.ContainsKey("remote_updated_at"))
        {
            row["remote_updated_at"] = row["changed_at"];
        }
    }

    /// <summary>Something shown along with the record has changed.</summary>
    public void Linked(Row? row)
    {
        if (row is not null)
        {
            row.LinkedAt = Database.Now();
            row.Invalidate();
        }
    }

    /// <summary>The record is gone in the source.</summary>
    public void Delete(Row row)
    {
        Changed(row);
        row["remote_deleted_at"] = row["changed_at"];
    }

    /// <summary>The values of the records that were gone in the source before a moment are forgotten; only their ids stay.</summary>
    public void Purge(string before)
    {
        foreach (var row in Rows.Where(row => row.IsDeleted && !row.IsPurged && string.CompareOrdinal(row.Text("remote_deleted_at"), before) < 0))
        {
            row.Purge(Expand(row), Database.Now());
        }
    }

    /// <summary>What updated_after compares with.</summary>
    public virtual string? UpdatedAt(Row row) => Later(row.Text("changed_at"), row.LinkedAt);

    public byte[] Json(Row row) => row.Json ??= row.Seed is { } seed ? _seed!.SeedJson(seed) : PlainJson.ToBytes(row.IsPurged ? row.Fields : Expand(row));

    /// <summary>The record as the list shows it, with what is shown along with it.</summary>
    protected virtual KomboMap Expand(Row row) => row.Fields;

    /// <summary>Makes the seed data.</summary>
    protected abstract void Seed();

    protected static string? Later(string? one, string? other) => string.CompareOrdinal(one, other) >= 0 ? one : other;

    private Row Add(Row row)
    {
        Rows.Add(row);
        _byId.Add(row.Id, row);
        if (row.RemoteId is { } remote)
        {
            _byRemoteId[remote] = row;
        }

        if (Owner is not null && row.Text(Owner) is { } owner)
        {
            if (!_byOwner.TryGetValue(owner, out var rows))
            {
                _byOwner[owner] = rows = [];
            }

            rows.Add(row);
        }

        return row;
    }

    private byte[] SeedJson(Row row)
    {
        lock (Database.Seed)
        {
            return Json(row);
        }
    }
}
