namespace Kombo.Database;

/// <summary>What a run would do for a model.</summary>
/// <param name="Model">The model.</param>
/// <param name="IntegrationId">The integration.</param>
/// <param name="From">The time from which on changes would be asked for, in UTC; null for everything.</param>
/// <param name="IsFull">Whether everything would be read.</param>
/// <param name="IsResumed">Whether the run would go on where an earlier one was interrupted.</param>
public sealed record SyncPlan(SyncModel Model, string IntegrationId, DateTime? From, bool IsFull, bool IsResumed);
