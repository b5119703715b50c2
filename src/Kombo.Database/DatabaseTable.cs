namespace Kombo.Database;

/// <summary>The copy of a model of an integration.</summary>
/// <param name="IntegrationId">The integration.</param>
/// <param name="Model">The model's name; null for a table of a newer version.</param>
/// <param name="Table">The table.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Deleted">How many of them are gone from the connected tool.</param>
/// <param name="Watermark">The time up to which it is current, in UTC, by the server's clock; null before the first whole read.</param>
/// <param name="LastFull">When everything was read last, in UTC.</param>
/// <param name="IsInterrupted">Whether the next run goes on where an earlier one was interrupted.</param>
/// <param name="Age">How old it is, by the local clock.</param>
public sealed record DatabaseTable(
    string IntegrationId, string? Model, string Table, long Rows, long Deleted, DateTime? Watermark, DateTime? LastFull, bool IsInterrupted, TimeSpan? Age);
