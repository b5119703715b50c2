using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>One record: its own members as they go over the wire.</summary>
internal sealed class Row
{
    private bool _isShared;

    /// <summary>A new record.</summary>
    public Row(KomboMap fields)
    {
        Fields = fields;
        Id = (string)fields["id"]!;
    }

    /// <summary>A record of the seed data. It is copied when it is first changed.</summary>
    public Row(Row seed)
    {
        Fields = seed.Fields;
        Id = seed.Id;
        Seed = seed;
        _isShared = true;
    }

    /// <summary>The members; to change one, use the indexer.</summary>
    public KomboMap Fields { get; private set; }

    public string Id { get; }

    public string? RemoteId => Text("remote_id");

    public bool IsDeleted => Text("remote_deleted_at") is not null;

    /// <summary>Whether the record was gone for so long that its values were forgotten.</summary>
    public bool IsPurged { get; private set; }

    /// <summary>When something that is shown with the record, but is not part of it, was last changed.</summary>
    public string? LinkedAt { get; set; }

    /// <summary>The record of the seed data, as long as this one looks the same.</summary>
    public Row? Seed { get; private set; }

    /// <summary>The record as JSON, with what is shown along with it, until one of them changes.</summary>
    public byte[]? Json { get; set; }

    public object? this[string name]
    {
        get => Fields.TryGetValue(name, out var value) ? value : null;
        set
        {
            Invalidate();
            Fields = _isShared ? new KomboMap(Fields) : Fields;
            _isShared = false;
            Fields[name] = value;
        }
    }

    /// <summary>The record, or something shown along with it, looks different now.</summary>
    public void Invalidate()
    {
        Json = null;
        Seed = null;
    }

    /// <summary>Forgets the values.</summary>
    /// <param name="shown">The record as its list shows it: the members that stay, without their values.</param>
    /// <param name="changedAt">The moment.</param>
    public void Purge(KomboMap shown, string changedAt)
    {
        var fields = new KomboMap();
        foreach (var name in shown.Keys)
        {
            fields[name] = name switch { "id" => Id, "remote_deleted_at" => this[name], "changed_at" => changedAt, _ => null };
        }

        Invalidate();
        IsPurged = true;
        Fields = fields;
        _isShared = false;
    }

    public string? Text(string name) => this[name] as string;

    /// <summary>Adds something that has no place among the members to the source's own data, where it can be seen.</summary>
    public void AddRemote(string path, KomboMap item)
    {
        var data = new KomboMap(this["remote_data"] as KomboMap ?? []);
        var items = data.TryGetValue(path, out var before) ? (KomboList<object?>)before! : [];
        data[path] = new KomboList<object?>(items.Concat([item]));
        this["remote_data"] = data;
    }

    /// <summary>A short form of the record: only these members.</summary>
    public KomboMap Pick(params string[] names)
    {
        var map = new KomboMap();
        foreach (var name in names)
        {
            map[name] = this[name];
        }

        return map;
    }

    /// <summary>The record without these members.</summary>
    public KomboMap Without(params string[] names) => new(Fields.Where(entry => !names.Contains(entry.Key)));
}
