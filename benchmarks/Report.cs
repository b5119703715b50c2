namespace Kombo.Benchmarks;

/// <summary>Prints the figures as they come.</summary>
internal sealed class Report(TextWriter output)
{
    private const int LabelWidth = 58;
    private const int FigureWidth = 18;
    private int _missed;

    public void Line(string text) => output.WriteLine(text);

    public void Title(string text)
    {
        output.WriteLine();
        output.WriteLine(text);
    }

    public void Speed(string label, Series series, int rows) => Row(
        label, $"{rows / series.Time * 1000,8:N0} rows/s", $"{Times(series)}; {series.Requests:0} requests");

    public void Time(string label, Series series) => Row(label, $"{series.Time,8:N0} ms", Times(series));

    public void Memory(string label, Series series) => Row(
        label, $"{series.WorkingSet / 1_048_576,8:N0} MB", $"working set; managed heap {series.Heap / 1_048_576:N0} MB; {series.Requests:0} requests");

    /// <summary>A number of things, and whether it is what we aim at.</summary>
    public void Count(string label, double count, double atMost) => Row("  = " + label, $"{count,8:N0}", $"aim: at most {atMost}{Mark(count <= atMost)}");

    /// <summary>A comparison, and whether it is what we aim at.</summary>
    public void Ratio(string label, double ratio, double? atLeast = null, double? atMost = null) => Row(
        "  = " + label,
        $"{ratio,8:0.00} x",
        (atLeast, atMost) switch
        {
            ({ } least, _) => $"aim: at least {least}{Mark(ratio >= least)}",
            (_, { } most) => $"aim: at most {most}{Mark(ratio <= most)}",
            _ => "",
        });

    public void End(TimeSpan elapsed)
    {
        output.WriteLine();
        output.WriteLine($"{(_missed == 0 ? "All aims are met." : $"{_missed} aims are missed.")} It took {elapsed.TotalSeconds:0} s.");
    }

    private static string Times(Series series) => $"median {series.Time:N0} ms, {series.Fastest:N0} to {series.Slowest:N0}";

    private string Mark(bool isMet)
    {
        _missed += isMet ? 0 : 1;
        return isMet ? "" : "   MISSED";
    }

    private void Row(string label, string figure, string remark) =>
        output.WriteLine($"  {label.PadRight(LabelWidth)}{figure.PadRight(FigureWidth)}{remark}".TrimEnd());
}
