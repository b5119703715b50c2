using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Kombo.Benchmarks;

/// <summary>The <see cref="PageServer"/>, which runs in a process of its own.</summary>
internal sealed class Server : IDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http = new();
    private readonly Uri _stats;

    private Server(Process process, Announcement announcement)
    {
        _process = process;
        Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{announcement.Port}/v1");
        BytesPerRow = announcement.BytesPerRow;
        _stats = new Uri(new Uri(Address), "/stats");
    }

    /// <summary>The API's address.</summary>
    public string Address { get; }

    /// <summary>The size of a row as JSON, on average.</summary>
    public int BytesPerRow { get; }

    public static async Task<Server> StartAsync()
    {
        var process = Child.StartSelf("serve");
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new BenchmarkException("The server did not start.");
        return new Server(process, JsonSerializer.Deserialize<Announcement>(line)!);
    }

    /// <summary>Runs something that reads, and counts its requests for the measured list.</summary>
    public async Task<Measured> CountAsync(Func<Task<Measured>> read)
    {
        await RequestsAsync();
        var measured = await read();
        return measured with { Requests = (await RequestsAsync()).Where(pair => pair.Key.StartsWith("measured:", StringComparison.Ordinal)).Sum(pair => pair.Value) };
    }

    public void Dispose()
    {
        _http.Dispose();
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task<Dictionary<string, int>> RequestsAsync() => (await _http.GetFromJsonAsync<Dictionary<string, int>>(_stats))!;

    private sealed record Announcement(int Port, int BytesPerRow);
}
