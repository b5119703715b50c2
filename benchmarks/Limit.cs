using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Kombo.Json;
using Kombo.Models;

namespace Kombo.Benchmarks;

/// <summary>
/// The practical limit: HttpClient and System.Text.Json, page after page, into the module's own classes with the module's
/// own readers; no PowerShell, no retry, no pacing, no tolerance for odd answers.
/// </summary>
internal static class Limit
{
    public static async Task RunAsync(string server, string warmSeconds, string rows)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Authorization", "Bearer benchmark");
        var clock = Stopwatch.StartNew();
        var first = await TimeAsync(http, server, $"warm:{rows}:0");
        while (clock.Elapsed.TotalSeconds < int.Parse(warmSeconds, CultureInfo.InvariantCulture))
        {
            await TimeAsync(http, server, $"warm:{rows}:0");
        }

        var measured = await TimeAsync(http, server, $"measured:{rows}:0");
        Console.WriteLine(JsonSerializer.Serialize(new Measured { FirstMilliseconds = first, Milliseconds = measured }));
    }

    private static async Task<double> TimeAsync(HttpClient http, string server, string integration)
    {
        var clock = Stopwatch.StartNew();
        var count = await ReadAsync(http, server, integration);
        var milliseconds = clock.Elapsed.TotalMilliseconds;
        return integration.Split(':')[1] == count.ToString(CultureInfo.InvariantCulture)
            ? milliseconds
            : throw new InvalidOperationException($"{count} rows arrived for {integration}.");
    }

    private static async Task<int> ReadAsync(HttpClient http, string server, string integration)
    {
        using var body = new MemoryStream();
        var count = 0;
        string? cursor = null;
        do
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{server}/hris/employees?page_size=250{(cursor is null ? "" : "&cursor=" + cursor)}");
            request.Headers.Add("X-Integration-Id", integration);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            response.EnsureSuccessStatusCode();
            body.SetLength(0);
            await response.Content.CopyToAsync(body);
            (var page, cursor) = Parse(body.GetBuffer().AsSpan(0, (int)body.Length));
            count += page.Count;
        }
        while (cursor is not null);

        return count;
    }

    private static (List<Employee> Rows, string? Next) Parse(ReadOnlySpan<byte> json)
    {
        var rows = new List<Employee>();
        string? next = null;
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            if (reader.ValueTextEquals("next"))
            {
                reader.Read();
                next = reader.GetString();
            }
            else if (reader.ValueTextEquals("results"))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    rows.Add(ModelReader.Read<Employee>(ref reader, new HashSet<string>())!);
                }
            }
        }

        return (rows, next);
    }
}
