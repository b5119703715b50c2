namespace Kombo.Database;

/// <summary>Something that a run tells.</summary>
/// <param name="Model">The model that it is about.</param>
public abstract record SyncEvent(SyncModel Model);
