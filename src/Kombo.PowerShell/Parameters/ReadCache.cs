using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Kombo.PowerShell;

/// <summary>
/// What completion and checks have read over a connection, by integration: forms, names. It is kept for a short time only: the
/// tool's administrators change it. Safe for use by several threads at once.
/// </summary>
/// <typeparam name="T">What was read.</typeparam>
internal sealed class ReadCache<T>
    where T : class
{
    internal static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    // What could not be read is not asked for again with every keystroke.
    internal static readonly TimeSpan LifeOfFailure = TimeSpan.FromSeconds(30);

    private static readonly ConditionalWeakTable<KomboClient, ReadCache<T>> Caches = new();

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    private static readonly Stopwatch SinceStart = Stopwatch.StartNew();

    /// <summary>A clock that nobody sets; tests bring their own.</summary>
    internal Func<TimeSpan> Clock { get; set; } = () => SinceStart.Elapsed;

    /// <summary>The cache of a connection.</summary>
    public static ReadCache<T> Of(KomboClient client) => Caches.GetOrCreateValue(client);

    /// <summary>What is known; null when there is nothing, or only something old.</summary>
    public T? Find(string? key) =>
        _entries.TryGetValue(key ?? "", out var entry) && IsFresh(entry) && entry.Reading.Status == TaskStatus.RanToCompletion ? entry.Reading.Result : null;

    /// <summary>Keeps something that was read.</summary>
    public void Keep(string? key, T value) => _entries[key ?? ""] = new Entry(Task.FromResult<T?>(value), Clock());

    /// <summary>What is known, or is being read; otherwise reading begins.</summary>
    public Task<T?> Get(string? key, Func<Task<T?>> read)
    {
        key ??= "";
        if (_entries.TryGetValue(key, out var entry) && IsFresh(entry))
        {
            return entry.Reading;
        }

        var reading = read();
        _entries[key] = new Entry(reading, Clock());
        return reading;
    }

    private bool IsFresh(Entry entry)
    {
        var hasFailed = entry.Reading.IsFaulted || entry.Reading.IsCanceled;
        return Clock() - entry.Since < (hasFailed ? LifeOfFailure : Life);
    }

    private sealed class Entry
    {
        public Entry(Task<T?> reading, TimeSpan since)
        {
            Reading = reading;
            Since = since;
        }

        public Task<T?> Reading { get; }

        public TimeSpan Since { get; }
    }
}
