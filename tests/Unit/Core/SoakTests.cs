using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Kombo.Models;

namespace Kombo.Tests;

/// <summary>
/// Everything that can go wrong between client and server, by a seed, in a fifth of the answers and more: a list is whole
/// and in order, and of every write it is known whether it was carried out, or said that it is not known.
/// </summary>
public sealed class SoakTests
{
    private const int RowsOfPage = 250;

    /// <summary>A hanging server costs real time, so it hangs only so often.</summary>
    private const int MostHangs = 3;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private static readonly string BalancerPage =
        "<html><head><title>503 Service Temporarily Unavailable</title></head><body><center><h1>503 Service Temporarily Unavailable</h1></center></body></html>";

    /// <summary>Answers that say that nothing was done, of which the first ones are tried again for writes, too.</summary>
    private static readonly (string Name, bool IsRepeated, Func<LoopbackReply> Reply)[] Refusals =
    [
        ("rate limit, reset", true, () => Code(429, "PLATFORM.RATE_LIMIT_EXCEEDED").WithQuota(300, 0, 30)),
        ("rate limit, Retry-After", true, () => Code(429, "PLATFORM.RATE_LIMIT_EXCEEDED").With("Retry-After", "7")),
        ("rate limit, milliseconds", true, () => Code(429, "PLATFORM.RATE_LIMIT_EXCEEDED").With("retry-after-ms", "1500")),
        ("rate limit, nothing", true, () => Code(429, "PLATFORM.RATE_LIMIT_EXCEEDED")),
        ("rate limit, nonsense", true, () => Code(429, "PLATFORM.RATE_LIMIT_EXCEEDED").With("ratelimit-reset", "soon").With("Retry-After", "-1")),
        ("rate limit with HTTP 200", true, () => Code(200, "PLATFORM.RATE_LIMIT_EXCEEDED")),
        ("concurrency limit", true, () => Code(429, "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED")),
        ("concurrency limit with HTTP 503", true, () => Code(503, "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED")),
        ("balancer, HTML", true, () => LoopbackReply.Html(503, BalancerPage)),
        ("balancer, text", true, () => LoopbackReply.Text(503, "no healthy upstream").With("Retry-After", "2")),
        ("invalid input", false, () => Code(400, "PLATFORM.INPUT_INVALID")),
        ("closed", false, () => Code(500, "ATS.JOB_CLOSED")),
        ("setup", false, () => Code(503, "INTEGRATION.SETUP_SYNC_PENDING")),
        ("not found", false, () => LoopbackReply.Html(404, "<html></html>")),
        ("forbidden", false, () => LoopbackReply.Json("""{"message":"Forbidden"}""", 403)),
    ];

    /// <summary>Answers that leave open whether something was done. All of them are tried again for reads.</summary>
    private static readonly (string Name, Func<string, LoopbackReply> Reply)[] Open =
    [
        ("unknown error", _ => Code(500, "PLATFORM.UNKNOWN_ERROR")),
        ("tool is down", _ => Code(503, "REMOTE.SERVICE_UNAVAILABLE")),
        ("tool's rate limit", _ => Code(429, "REMOTE.RATE_LIMIT_EXCEEDED").WithQuota(300, 200, 40)),
        ("500 without a code", _ => LoopbackReply.Error(500, null)),
        ("500 HTML", _ => LoopbackReply.Html(500, "<html></html>")),
        ("502 empty", _ => LoopbackReply.Empty(502)),
        ("504 text", _ => LoopbackReply.Text(504, "upstream request timeout")),
        ("408", _ => LoopbackReply.Empty(408)),
        ("425", _ => LoopbackReply.Empty(425)),
        ("429 HTML", _ => LoopbackReply.Html(429, "<html></html>")),
        ("429 cut", _ => LoopbackReply.Text(429, """{"status":"error","error":{"code":"REMOTE.RA""")),
        ("503 upstream", _ => LoopbackReply.Text(503, "upstream connect error or disconnect/reset before headers")),
        ("503 cut", _ => LoopbackReply.Bytes(503, "application/json", Encoding.UTF8.GetBytes("""{"status":"error","err"""))),
        ("503 cut page", _ => LoopbackReply.Html(503, BalancerPage.Substring(0, 60))),
        ("503 until the end", _ => LoopbackReply.Raw("HTTP/1.0 503 Service Unavailable\r\nContent-Type: text/plain\r\n\r\nno healthy upstream")),
        ("503 other JSON", _ => LoopbackReply.Json("""{"errorCode":"GONE"}""", 503)),
        ("503 empty", _ => LoopbackReply.Empty(503)),
        ("503 packed and cut", _ => LoopbackReply.Bytes(503, "application/json", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B]).With("Content-Encoding", "gzip")),
        ("520", _ => LoopbackReply.Html(520, "<html></html>")),
        ("524", _ => LoopbackReply.Html(524, "<html></html>")),
        ("529", _ => LoopbackReply.Empty(529)),
        ("530", _ => LoopbackReply.Html(530, "<html></html>")),
        ("reset", _ => LoopbackReply.Reset()),
        ("close", _ => LoopbackReply.Close()),
        ("no HTTP", _ => LoopbackReply.Raw("what?\r\n\r\n")),
        ("half a head", _ => LoopbackReply.Raw("HTTP/1.1 200 OK\r\nContent-Le")),
        ("reset in the body", LoopbackReply.ResetInBody),
        ("half a body", LoopbackReply.HalfBody),
        ("half the JSON", LoopbackReply.HalfChunked),
        ("chunks without an end", LoopbackReply.UnendedChunks),
        ("empty 200", _ => LoopbackReply.Raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")),
    ];

    /// <summary>Answers that leave it open, but are not tried again for reads either.</summary>
    private static readonly (string Name, Func<string, LoopbackReply> Reply)[] Final =
    [
        ("unknown code, 500", _ => Code(500, "PLATFORM.NEVER_HEARD_OF")),
        ("unknown code, 400", _ => Code(400, "HRIS.NEVER_HEARD_OF")),
        ("tool's time-out", _ => Code(400, "REMOTE.TIMED_OUT")),
        ("import's time-out", _ => Code(408, "AI_APPLY.JOB_FEED_IMPORT_TIMED_OUT")),
        ("tool's error", _ => Code(422, "REMOTE.UNKNOWN_HTTP_ERROR")),
        ("501", _ => LoopbackReply.Empty(501)),
        ("HTML with HTTP 200", _ => LoopbackReply.Html(200, "<html><title>Sign in</title></html>")),
        ("redirect", _ => LoopbackReply.Redirect(302, "/login")),
        ("error without a code and HTTP 200", _ => LoopbackReply.Error(200, null)),
        ("cut 400", _ => LoopbackReply.Text(400, """{"status":"error","error":{"code":"REMOTE.UNK""")),
    ];

    [Fact]
    public async Task A_list_through_faults_of_all_kinds_is_whole_and_in_order()
    {
        var rows = 50_000 * Attack.Size;
        var random = new Random(Attack.Seed);
        var pages = rows / RowsOfPage;
        var faults = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var hangs = 0;
        using var server = new LoopbackServer(request =>
        {
            var page = int.Parse(request.Query("cursor") ?? "0", CultureInfo.InvariantCulture);
            var json = Given.Rows(
                page + 1 < pages ? (page + 1).ToString(CultureInfo.InvariantCulture) : null,
                [.. Enumerable.Range(page * RowsOfPage, RowsOfPage).Select(row => row.ToString(CultureInfo.InvariantCulture))]);
            if (random.NextDouble() >= 0.2)
            {
                var whole = LoopbackReply.Json(json);
                return random.Next(3) == 0 ? whole.WithQuota(300, random.Next(4), random.Next(60)) : whole;
            }

            var repeated = Refusals.Where(refusal => refusal.IsRepeated).ToArray();
            var kind = random.Next(repeated.Length + Open.Length + 2);
            var (name, reply) = kind < repeated.Length ? (repeated[kind].Name, repeated[kind].Reply())
                : kind - repeated.Length < Open.Length ? (Open[kind - repeated.Length].Name, Open[kind - repeated.Length].Reply(json))
                : hangs++ < MostHangs ? ("hang", random.Next(2) == 0 ? LoopbackReply.Hang() : LoopbackReply.HangInBody(json))
                : ("close", LoopbackReply.Close());
            faults[name] = faults.TryGetValue(name, out var count) ? count + 1 : 1;
            return reply;
        });

        // What is left out would only make the faults rarer: with 20 tries, none of them is the last.
        using var client = Given.Client(server, maxRetry: 20, timeout: Timeout, unit: TimeSpan.FromSeconds(1), time: new HastyTime());
        using var list = client.Pages<Employee>(Given.List);
        var ids = await list.AllIds();
        Assert.Equal(Enumerable.Range(0, rows).Select(row => row.ToString(CultureInfo.InvariantCulture)), ids);
        Assert.True(faults.Count > 20, string.Join(", ", faults)); // Else this test shows nothing.
        Attack.Report($"{rows:N0} rows read through {faults.Values.Sum():N0} faults of {faults.Count} kinds");
    }

    [Fact]
    public async Task Of_every_write_it_is_known_whether_it_was_carried_out_or_said_that_it_is_not()
    {
        var rows = 1_500 * Attack.Size;
        var random = new Random(Attack.Seed);
        var executions = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var kinds = new SortedSet<string>(StringComparer.Ordinal);
        var hangs = 0;
        using var server = new LoopbackServer(request =>
        {
            void Execute() => executions.AddOrUpdate(request.Path, 1, (_, count) => count + 1);

            // The server never lies, but whatever leaves it open may have been carried out or not.
            var answer = Given.Success("""{"id":"1","name":"a name that makes the body a bit longer"}""");
            var kind = random.Next(2) == 0 ? random.Next(Refusals.Length + Open.Length + Final.Length + 1) : -1;
            if (kind >= 0 && kind < Refusals.Length)
            {
                kinds.Add(Refusals[kind].Name);
                return Refusals[kind].Reply();
            }

            if (kind < 0 || random.Next(2) == 0)
            {
                Execute();
            }

            if (kind < 0)
            {
                return LoopbackReply.Json(answer);
            }

            kind -= Refusals.Length;
            if (kind == Open.Length + Final.Length)
            {
                kinds.Add("hang");
                return hangs++ < MostHangs ? LoopbackReply.Hang() : LoopbackReply.Close();
            }

            var (name, reply) = kind < Open.Length ? Open[kind] : Final[kind - Open.Length];
            kinds.Add(name);
            return reply(answer);
        });
        using var client = Given.Client(server, timeout: Timeout, unit: TimeSpan.FromSeconds(1), time: new HastyTime());
        var outcomes = new Dictionary<string, int> { ["done"] = 0, ["not done"] = 0, ["open, done"] = 0, ["open, not done"] = 0 };
        for (var row = 0; row < rows; row++)
        {
            var method = new[] { "POST", "PUT", "PATCH", "DELETE" }[row % 4];
            var request = new KomboRequest(method, $"row/{row}") { Body = method == "DELETE" ? null : new KomboMap { ["row"] = row } };
            string outcome;
            try
            {
                await client.Send(request);
                outcome = "done";
            }
            catch (KomboException failure)
            {
                outcome = failure.MayHaveExecuted ? "open" : "not done";
            }

            var count = executions.TryGetValue($"/v1/row/{row}", out var executed) ? executed : 0;
            Assert.True(
                outcome switch { "done" => count == 1, "not done" => count == 0, _ => count <= 1 },
                $"Row {row} was carried out {count} times, and reported as {outcome}; it had the answers {string.Join(", ", kinds)}.");
            outcomes[outcome == "open" ? count == 1 ? "open, done" : "open, not done" : outcome]++;
        }

        Assert.All(outcomes, outcome => Assert.True(outcome.Value > rows / 50, $"{outcome.Key}: {outcome.Value}")); // Else this test shows nothing.
        Assert.Equal(Refusals.Length + Open.Length + Final.Length + 1, kinds.Count);
        Attack.Report($"{rows:N0} writes through faults of {kinds.Count} kinds: {string.Join(", ", outcomes.Select(outcome => $"{outcome.Value:N0} {outcome.Key}"))}");
    }

    private static LoopbackReply Code(int status, string code) => LoopbackReply.Error(status, code);
}
