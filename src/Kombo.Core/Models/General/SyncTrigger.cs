namespace Kombo.Models;

/// <summary>What became of the request for a sync.</summary>
[Model(Columns = [nameof(SyncId), nameof(Type), nameof(AlreadyQueued)])]
public sealed partial class SyncTrigger : KomboObject
{
    /// <summary>The id of the sync: the new one, or the one that was running or waiting already.</summary>
    public string? SyncId { get; set; }

    /// <summary>FULL or DELTA: what is run. Kombo may choose another type than was asked for.</summary>
    public string? Type { get; set; }

    /// <summary>Whether a sync of the same type was running or waiting already, so that no new one was started.</summary>
    public bool? AlreadyQueued { get; set; }

    /// <summary>The id of the sync.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(SyncId);
}
