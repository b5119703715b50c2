using System.Reflection;

namespace Kombo.Tests;

/// <summary>What the API knows, operation by operation, from Operations.tsv: facts to hold the cmdlets against.</summary>
internal sealed record ApiOperation(string Method, string Path, bool NeedsIntegration, IReadOnlyList<string> Query, IReadOnlyList<string> Body, string Lifecycle, IReadOnlyList<string> Owners)
{
    public static IReadOnlyDictionary<string, ApiOperation> All { get; } = Read();

    public string Key => $"{Method} {Path}";

    private static Dictionary<string, ApiOperation> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Operations.tsv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split('\t'))
            .Select(cells => new ApiOperation(cells[0], cells[1], cells[2] == "header", Words(cells[3]), Words(cells[4]), cells[5], Words(cells[6])))
            .ToDictionary(operation => operation.Key, StringComparer.Ordinal);
    }

    private static string[] Words(string cell) => cell == "-" ? [] : cell.Split(' ');
}
