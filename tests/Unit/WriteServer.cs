#nullable enable
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;

namespace Kombo.Tests;

/// <summary>
/// A Kombo that carries out changes of absences, and counts how often it did: by the body of the request. It can allow only so
/// many at the same time, and fail before or after it has carried them out. Other suites compile this file, too.
/// </summary>
public sealed class WriteServer : IDisposable
{
    private const string BalancerPage =
        "<html>\r\n<head><title>503 Service Temporarily Unavailable</title></head>\r\n<body>\r\n<center><h1>503 Service Temporarily Unavailable</h1></center>\r\n</body>\r\n</html>\r\n";

    private readonly LoopbackServer _server;
    private readonly ConcurrentDictionary<string, int> _executed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _employees = new(StringComparer.Ordinal);
    private readonly object _lock = new();
    private readonly Dictionary<string, LoopbackReply> _refusals = new(StringComparer.Ordinal);
    private readonly List<(int Count, TaskCompletionSource<bool> Arrived)> _waiting = new();
    private Random _random = new(1);
    private int _underWay;
    private int _number;

    /// <summary>A server that carries out everything at once.</summary>
    public WriteServer() => _server = new LoopbackServer(Respond);

    /// <summary>Where it is.</summary>
    public Uri Address => _server.Address;

    /// <summary>How long it works on a change.</summary>
    public TimeSpan Work { get; set; }

    /// <summary>Changes wait until this has ended; null for none.</summary>
    public Task? Gate { get; set; }

    /// <summary>How many changes it allows at the same time; 0 for any number.</summary>
    public int ConcurrencyLimit { get; set; }

    /// <summary>Whether answers tell the limit.</summary>
    public bool TellsLimit { get; set; } = true;

    /// <summary>How many requests a minute it allows; 0 for any number.</summary>
    public int Quota { get; set; }

    /// <summary>The share of requests that fail, 0 to 1.</summary>
    public double FaultShare { get; set; }

    /// <summary>Where chance begins.</summary>
    public int Seed
    {
        set => _random = new Random(value);
    }

    /// <summary>How often each body was carried out.</summary>
    public IReadOnlyDictionary<string, int> Executed => _executed;

    /// <summary>How many changes were carried out.</summary>
    public int Count => _executed.Values.Sum();

    /// <summary>How many requests have arrived.</summary>
    public int Arrived => Volatile.Read(ref _number);

    /// <summary>The most changes that were under way at the same time.</summary>
    public int MostUnderWay { get; private set; }

    /// <summary>How many requests were refused because too many were under way.</summary>
    public int ConcurrencyRefusals { get; private set; }

    /// <summary>How many requests were refused because the quota was used up.</summary>
    public int QuotaRefusals { get; private set; }

    /// <summary>How often two changes for the same employee were under way at the same time.</summary>
    public int Overlaps { get; private set; }

    /// <summary>Refuses the changes for an employee, as soon as so many requests have arrived; all others are answered after that.</summary>
    public void Refuse(string employee, int status, string code, int whenArrived)
    {
        var arrived = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting.Add((whenArrived, arrived));
            var reply = LoopbackReply.Error(status, code).After(arrived.Task);
            _refusals[employee] = reply;
            Gate = reply.Sent;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _server.Dispose();

    private LoopbackReply Respond(LoopbackRequest request)
    {
        lock (_lock)
        {
            var number = ++_number;
            foreach (var waiting in _waiting.Where(waiting => waiting.Count <= number))
            {
                waiting.Arrived.TrySetResult(true);
            }

            var body = request.BodyText;
            var employee = Regex.Match(body, "\"employee_id\":\"([^\"]*)\"").Groups[1].Value;
            if (_refusals.TryGetValue(employee, out var refusal))
            {
                return refusal;
            }

            if (Quota > 0 && number > Quota)
            {
                QuotaRefusals++;
                return Told(LoopbackReply.Error(429, "PLATFORM.RATE_LIMIT_EXCEEDED"));
            }

            if (ConcurrencyLimit > 0 && _underWay >= ConcurrencyLimit)
            {
                ConcurrencyRefusals++;
                return Told(LoopbackReply.Error(429, "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED"));
            }

            var fault = _random.NextDouble() < FaultShare ? _random.Next(8) : -1;
            switch (fault)
            {
                case 0:
                    return Told(LoopbackReply.Html(503, BalancerPage));
                case 1:
                    return Told(LoopbackReply.Error(400, "PLATFORM.INPUT_INVALID"));
                case 2:
                    return Told(LoopbackReply.Error(403, "INTEGRATION.PERMISSION_MISSING"));
                default:
                    break;
            }

            _executed.AddOrUpdate(body, 1, (_, count) => count + 1);
            _underWay++;
            MostUnderWay = Math.Max(MostUnderWay, _underWay);
            _employees.TryGetValue(employee, out var same);
            _employees[employee] = same + 1;
            Overlaps += same > 0 ? 1 : 0;
            var answer = $"{{\"status\":\"success\",\"data\":{{\"id\":\"a{number.ToString(CultureInfo.InvariantCulture)}\",\"employee_id\":\"{employee}\"}},\"warnings\":[]}}";
            var reply = Told(fault switch
            {
                3 => LoopbackReply.Text(500, "it broke"),
                4 => LoopbackReply.Html(502, "<html><body>Bad gateway</body></html>"),
                5 => LoopbackReply.Reset(),
                6 => LoopbackReply.HalfBody(answer),
                7 => LoopbackReply.Error(503, "REMOTE.SERVICE_UNAVAILABLE"),
                _ => LoopbackReply.Json(answer),
            });
            return reply.After(WorkAsync(employee));
        }
    }

    private LoopbackReply Told(LoopbackReply reply)
    {
        if (ConcurrencyLimit > 0 && TellsLimit)
        {
            reply.With("Concurrency-Limit", ConcurrencyLimit.ToString(CultureInfo.InvariantCulture))
                .With("Concurrency-Remaining", Math.Max(0, ConcurrencyLimit - _underWay).ToString(CultureInfo.InvariantCulture));
        }

        return Quota > 0 ? reply.WithQuota(Quota, Math.Max(0, Quota - _number), 60) : reply;
    }

    private async Task WorkAsync(string employee)
    {
        await Task.Delay(Work).ConfigureAwait(false);
        if (Gate is { } gate)
        {
            await gate.ConfigureAwait(false);
        }

        lock (_lock)
        {
            _underWay--;
            _employees[employee]--;
        }
    }
}
