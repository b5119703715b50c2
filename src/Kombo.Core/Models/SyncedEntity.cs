namespace Kombo.Models;

/// <summary>What Kombo keeps of each record that it syncs. Each entity has an <see cref="IEntity.Id"/> of its own.</summary>
/// <remarks>
/// PowerShell, and so every table, list and CSV file, shows the properties of a class before those of its base. Entities in which
/// other members come after these, or which lack one, have them themselves.
/// </remarks>
public abstract class SyncedEntity : KomboObject
{
    /// <summary>When this record last changed, in UTC; changes of related records do not count.</summary>
    public DateTime? ChangedAt { get; set; }

    /// <summary>When the record was found missing in the connected tool, in UTC; null while it exists.</summary>
    public DateTime? RemoteDeletedAt { get; set; }

    /// <summary>The tool's own data, by the tool's endpoint; null unless the plan and the scope include it.</summary>
    public KomboMap? RemoteData { get; set; }
}
