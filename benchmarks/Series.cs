namespace Kombo.Benchmarks;

/// <summary>The same measured several times; its figures are medians.</summary>
internal sealed class Series
{
    private List<Measured> _all = [];

    public double Time => Median(one => one.Milliseconds);

    public double Fastest => _all.Min(one => one.Milliseconds);

    public double Slowest => _all.Max(one => one.Milliseconds);

    /// <summary>The same of the first reads in each process.</summary>
    public Series First => new() { _all = [.. _all.Select(one => one with { Milliseconds = one.FirstMilliseconds })] };

    public double Heap => Median(one => one.HeapPeak);

    public double WorkingSet => Median(one => one.WorkingSetPeak);

    public double Requests => Median(one => one.Requests);

    public double Methods => Median(one => one.Methods);

    public double FileSize => Median(one => one.FileSize);

    /// <summary>What was measured last.</summary>
    public Measured Last => _all[^1];

    public void Add(Measured measured) => _all.Add(measured);

    private double Median(Func<Measured, double> figure)
    {
        var sorted = _all.Select(figure).Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
