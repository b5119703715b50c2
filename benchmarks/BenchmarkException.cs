namespace Kombo.Benchmarks;

/// <summary>Something did not run. A missed aim is not a failure.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
