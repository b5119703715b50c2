using System.Diagnostics;

namespace Kombo.Benchmarks;

/// <summary>What the scripts need inside their PowerShell process. They load this assembly for it, and nothing that it refers to.</summary>
public static class InProcess
{
    private static readonly TimeSpan WorkPerRow = TimeSpan.FromMilliseconds(0.2);
    private static Timer? _sampler;
    private static long _heapPeak;

    /// <summary>The largest managed heap that was seen, garbage that waits for its collection included.</summary>
    public static long HeapPeak => _heapPeak;

    /// <summary>Begins to look at the managed heap, every five milliseconds.</summary>
    public static void WatchHeap() =>
        _sampler ??= new Timer(static _ => _heapPeak = Math.Max(_heapPeak, GC.GetTotalMemory(forceFullCollection: false)), null, 0, 5);

    /// <summary>Keeps a core busy, as a script does that works on a row: 50 ms for a page of 250.</summary>
    public static void Work()
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < WorkPerRow)
        {
        }
    }
}
