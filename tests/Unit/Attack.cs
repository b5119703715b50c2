using System.Globalization;

namespace Kombo.Tests;

/// <summary>
/// How large the tests are that attack the client by chance. The suite runs a small part of each; the environment variable
/// KOMBO_ATTACK makes it that many times as large, and KOMBO_SEED has chance begin elsewhere. What was tried is told in
/// artifacts/TestResults/attacks.txt.
/// </summary>
internal static class Attack
{
    private static readonly object Gate = new();

    public static int Size { get; } = Setting("KOMBO_ATTACK", 1);

    public static int Seed { get; } = Setting("KOMBO_SEED", 20261126);

    public static void Report(string text)
    {
        var folder = Path.Combine(Repository.Root, "artifacts", "TestResults");
        Directory.CreateDirectory(folder);
        lock (Gate)
        {
            File.AppendAllText(Path.Combine(folder, "attacks.txt"), $"{text} (size {Size}, seed {Seed})\n");
        }
    }

    private static int Setting(string name, int usual) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
