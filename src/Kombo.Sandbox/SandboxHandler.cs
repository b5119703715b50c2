using System.Net;
using System.Net.Http.Headers;

namespace Kombo.Sandbox;

/// <summary>
/// An in-memory Kombo: answers requests as the API does, from a company of its own. Any base address will do; the path
/// behind <c>/v1/</c> counts.
/// </summary>
/// <remarks>
/// A text <c>fail:&lt;what&gt;</c> as an integration id, an id in the path, a value in the query or a text in the body
/// provokes a failure. What: any Kombo code, or http500, http502, http503, http504, html, empty, truncated, shape, text,
/// reset, refused, slow. <c>*n</c> behind it: the first n times only; <c>@n</c>: from the n-th page of a list on. A text
/// <c>warn:&lt;message&gt;</c> in a body adds a warning to answers that have warnings.
/// </remarks>
public sealed class SandboxHandler : HttpMessageHandler
{
    private const int MaxCalls = 10_000;
    private readonly SandboxOptions _options;
    private readonly Dispatcher _dispatcher;
    private readonly Queue<SandboxCall> _calls = new();

    /// <summary>A sandbox with fresh data.</summary>
    /// <param name="options">What differs from the defaults.</param>
    public SandboxHandler(SandboxOptions? options = null)
    {
        _options = options ?? new SandboxOptions();
        _dispatcher = new Dispatcher(_options);
    }

    /// <summary>The requests seen so far, oldest first. Empty unless <see cref="SandboxOptions.RecordCalls"/> is set.</summary>
    public IReadOnlyList<SandboxCall> Calls
    {
        get
        {
            lock (_calls)
            {
                return _calls.ToArray();
            }
        }
    }

    /// <summary>
    /// Lets days pass: people join, leave and move, absences are asked for and decided, applications move on, records are
    /// deleted. The same days give the same company. Answers have the sandbox's own time in their header Date.
    /// </summary>
    /// <param name="count">How many.</param>
    public void PassDays(int count)
    {
        if (count < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, "At least one day must pass.");
        }

        _dispatcher.PassDays(count);
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request?.RequestUri is null)
        {
            throw new ArgumentException("The request has no address.", nameof(request));
        }

        var raw = new RawRequest(
            request.Method.Method,
            request.RequestUri,
            request.Headers.Authorization?.ToString(),
            Header(request, "X-Integration-Id"),
            request.Content?.Headers.ContentType?.MediaType,
            await Body(request.Content, cancellationToken).ConfigureAwait(false));
        var reply = _dispatcher.Answer(raw);
        Record(raw, reply);
        try
        {
            var wait = reply.Never ? Timeout.InfiniteTimeSpan : _options.Latency;
            if (wait != TimeSpan.Zero)
            {
                await Task.Delay(wait, cancellationToken).ConfigureAwait(false);
            }

            return reply.Broken is null ? Message(request, reply) : throw reply.Broken();
        }
        finally
        {
            _dispatcher.Done(reply);
        }
    }

    private static string? Header(HttpRequestMessage request, string name) =>
        request.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static async Task<byte[]> Body(HttpContent? content, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
#if NET
        return content is null ? [] : await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
#else
        return content is null ? [] : await content.ReadAsByteArrayAsync().ConfigureAwait(false);
#endif
    }

    private static HttpResponseMessage Message(HttpRequestMessage request, SandboxResponse reply)
    {
        var message = new HttpResponseMessage((HttpStatusCode)reply.Status)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(reply.Body),
        };
        message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(reply.ContentType);
        foreach (var header in reply.Headers)
        {
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return message;
    }

    private void Record(RawRequest raw, SandboxResponse reply)
    {
        if (!_options.RecordCalls)
        {
            return;
        }

        lock (_calls)
        {
            _calls.Enqueue(new SandboxCall(raw.Method, raw.PathAndQuery, reply.Never || reply.Broken is not null ? 0 : reply.Status));
            if (_calls.Count > MaxCalls)
            {
                _calls.Dequeue();
            }
        }
    }
}
