using System.Collections.Concurrent;
using System.Diagnostics;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>
/// The forms that were read over a connection, by integration. They are kept for a short time only: the tool's
/// administrators change them, and their choices. Safe for use by several threads at once.
/// </summary>
internal sealed class FormCache
{
    internal static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    // A form that could not be read is not asked for again with every keystroke.
    internal static readonly TimeSpan LifeOfFailure = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    private static readonly Stopwatch SinceStart = Stopwatch.StartNew();

    /// <summary>A clock that nobody sets; tests bring their own.</summary>
    internal Func<TimeSpan> Clock { get; set; } = () => SinceStart.Elapsed;

    /// <summary>A form that is known; null when there is none, or only an old one.</summary>
    public EmployeeForm? Find(string? integrationId) =>
        _entries.TryGetValue(integrationId ?? "", out var entry) && IsFresh(entry) && entry.Reading.Status == TaskStatus.RanToCompletion ? entry.Reading.Result : null;

    /// <summary>Keeps a form.</summary>
    public void Keep(string? integrationId, EmployeeForm form) => _entries[integrationId ?? ""] = new Entry(Task.FromResult<EmployeeForm?>(form), Clock());

    /// <summary>A form that is known, or is being read; otherwise reading begins.</summary>
    public Task<EmployeeForm?> Get(string? integrationId, Func<Task<EmployeeForm?>> read)
    {
        var key = integrationId ?? "";
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
        public Entry(Task<EmployeeForm?> reading, TimeSpan since)
        {
            Reading = reading;
            Since = since;
        }

        public Task<EmployeeForm?> Reading { get; }

        public TimeSpan Since { get; }
    }
}
