namespace Kombo;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">The kind of row.</typeparam>
/// <param name="Rows">The rows, in the server's order.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, string? Next);
