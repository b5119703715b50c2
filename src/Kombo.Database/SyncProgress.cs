namespace Kombo.Database;

/// <summary>How far a run is.</summary>
/// <param name="Model">The model that is being read.</param>
/// <param name="Number">Which of the models it is, from 1 on.</param>
/// <param name="Count">How many models there are.</param>
/// <param name="Read">How many of its rows were read in this run.</param>
/// <param name="Waiting">How long the run waits now for the first sync of the integration; null when it reads.</param>
public sealed record SyncProgress(SyncModel Model, int Number, int Count, long Read, TimeSpan? Waiting) : SyncEvent(Model);
