namespace Kombo.Benchmarks;

/// <summary>How much is measured, and how often.</summary>
internal sealed record Scale
{
    public static Scale Full { get; } = new();

    /// <summary>To see that everything runs; its figures say little.</summary>
    public static Scale Quick { get; } = new() { Rounds = 2, FewRounds = 1, WarmSeconds = 2, Rows = 5_000, ManyRows = 50_000, OverlapPages = 10, ImportRounds = 5, ColdRounds = 3, WriteRows = 60, WriteWork = TimeSpan.FromSeconds(0.3), JournalRows = 100, DatabaseRows = 20_000 };

    public int Rounds { get; init; } = 5;

    public int FewRounds { get; init; } = 3;

    public int ImportRounds { get; init; } = 21;

    public int ColdRounds { get; init; } = 15;

    /// <summary>How long each contestant reads before it is measured: .NET goes on compiling what runs often.</summary>
    public int WarmSeconds { get; init; } = 5;

    public int Rows { get; init; } = 20_000;

    public int FewRows { get; init; } = 10_000;

    public int ManyRows { get; init; } = 200_000;

    public int DatabaseRows { get; init; } = 100_000;

    public int OverlapPages { get; init; } = 40;

    public int WriteRows { get; init; } = 200;

    /// <summary>How long the server works on a change.</summary>
    public TimeSpan WriteWork { get; init; } = TimeSpan.FromSeconds(2);

    public int JournalRows { get; init; } = 500;
}
