using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>One record: its own members as they go over the wire.</summary>
internal sealed class Row(KomboMap fields)
{
    public KomboMap Fields { get; } = fields;

    public string Id { get; } = (string)fields["id"]!;

    public string? RemoteId => Text("remote_id");

    public bool IsDeleted => Text("remote_deleted_at") is not null;

    /// <summary>When something that is shown with the record, but is not part of it, was last changed.</summary>
    public string? LinkedAt { get; set; }

    /// <summary>The record as JSON, with what is shown along with it, until one of them changes.</summary>
    public byte[]? Json { get; set; }

    public object? this[string name]
    {
        get => Fields.TryGetValue(name, out var value) ? value : null;
        set => Fields[name] = value;
    }

    public string? Text(string name) => this[name] as string;

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
