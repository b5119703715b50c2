namespace Kombo.Http;

/// <summary>One attempt to carry a request out.</summary>
/// <param name="Request">The request.</param>
/// <param name="IntegrationId">The integration of the header; null for none.</param>
/// <param name="Timeout">How long it may take; null for what the connection and the operation say.</param>
/// <param name="Number">Counts from 1.</param>
/// <param name="Watch">Who is told that it is sent, and ends it from then on; null for nobody.</param>
/// <param name="Notify">Told what happens meanwhile; null for nobody.</param>
internal sealed record Attempt(KomboRequest Request, string? IntegrationId, TimeSpan? Timeout, int Number, ChangeWatch? Watch, Action<KomboNotice>? Notify);
