using System.Runtime.CompilerServices;
using Kombo.Models;

namespace Kombo.Tests;

/// <summary>Lists over several pages.</summary>
public sealed class PagingTests
{
    [Fact]
    public async Task All_pages_are_read_in_order()
    {
        using var server = new LoopbackServer(ThreePages);
        using var client = Given.Client(server);
        using var pages = client.Pages<Employee>(Given.List);
        Assert.Equal(["E1", "E2", "E3", "E4", "E5"], await pages.AllIds());
        Assert.Null(await pages.NextAsync());
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Nothing_is_read_before_the_first_page_is_asked_for()
    {
        using var server = new LoopbackServer(ThreePages);
        using var client = Given.Client(server);
        client.Pages<Employee>(Given.List).Dispose();
        await client.Send(Given.Read);
        Assert.Equal("/v1/hris/employees/form", Assert.Single(server.Requests).Path);
    }

    [Fact]
    public async Task One_page_is_read_ahead_and_never_two()
    {
        var third = new TaskCompletionSource();
        using var server = new LoopbackServer(request => request.Query("cursor") is "c2" ? ThreePages(request).After(third.Task) : ThreePages(request));
        using var client = Given.Client(server);
        using (var pages = client.Pages<Employee>(Given.List))
        {
            await pages.NextAsync().Soon();
            await server.Arrived(2).Soon(); // Comes without being asked for.
            Assert.Equal("c1", server.Requests[1].Query("cursor"));

            // The second page is here for the consumer, who does not ask for it: the third must not be fetched.
            await client.Send(Given.Read);
            await client.Send(Given.Read);
            Assert.Equal(2, server.Requests.Count(request => request.Path == "/v1/hris/employees"));
            await pages.NextAsync().Soon();
            await server.Arrived(5).Soon();
            Assert.Equal("c2", server.Requests[4].Query("cursor"));
        }

        third.SetResult();
    }

    [Fact]
    public async Task Every_page_repeats_the_filters()
    {
        using var server = new LoopbackServer(ThreePages);
        using var client = Given.Client(server, integrationId: "personio:1");
        using var pages = client.Pages<Employee>(Given.List);
        await pages.AllIds();
        var requests = server.Requests;
        Assert.Equal("page_size=250&work_emails=a%40example.com", requests[0].RawQuery);
        Assert.Equal("page_size=250&work_emails=a%40example.com&cursor=c1", requests[1].RawQuery);
        Assert.Equal("page_size=250&work_emails=a%40example.com&cursor=c2", requests[2].RawQuery);
    }

    [Fact]
    public async Task Every_page_repeats_the_integration()
    {
        using var server = new LoopbackServer(ThreePages);
        using var client = Given.Client(server, integrationId: "personio:1");
        using var pages = client.Pages<Employee>(new KomboRequest("GET", "hris/employees")
        {
            IntegrationHeader = IntegrationHeader.Required,
            IntegrationId = "workday:2",
            ListMember = "results",
            IsPaged = true,
        });
        await pages.AllIds();
        Assert.Equal(3, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Equal("workday:2", request.Header("X-Integration-Id")));
    }

    [Fact]
    public async Task A_cursor_is_escaped()
    {
        using var server = new LoopbackServer(request => LoopbackReply.Json(Given.Rows(request.Query("cursor") is null ? "a+b/c=&d" : null, "E1")));
        using var client = Given.Client(server);
        using var pages = client.Pages<Employee>(Given.List);
        await pages.AllIds();
        Assert.EndsWith("&cursor=a%2Bb%2Fc%3D%26d", server.Requests[1].Target);
    }

    [Theory]
    [InlineData("second")]
    [InlineData("third")]
    public async Task A_broken_list_resumes_from_the_cursor_of_its_error_without_losing_or_doubling_a_row(string broken)
    {
        var brokenCursor = broken == "second" ? "c1" : "c2";
        var isBroken = true;
        using var server = new LoopbackServer(request =>
            isBroken && request.Query("cursor") == brokenCursor ? LoopbackReply.HalfBody(Given.Rows("c9", "E3", "E4")) : ThreePages(request));
        using var client = Given.Client(server, maxRetry: 1);
        using var first = client.Pages<Employee>(Given.List);
        var ids = new List<string>();
        var failure = await Assert.ThrowsAsync<KomboException>(async () =>
        {
            while (await first.NextAsync().Soon() is { } page)
            {
                ids.AddRange(page.Rows.Select(row => row.Id));
            }
        });
        Assert.Equal(brokenCursor, failure.Cursor);
        Assert.Null(await first.NextAsync());
        isBroken = false;
        using var rest = client.Pages<Employee>(Given.List, failure.Cursor);
        ids.AddRange(await rest.AllIds());
        Assert.Equal(["E1", "E2", "E3", "E4", "E5"], ids);
    }

    [Fact]
    public async Task A_list_that_fails_at_once_has_no_cursor_to_resume_from()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Error(403, "INTEGRATION.PERMISSION_MISSING"));
        using var client = Given.Client(server);
        using var pages = client.Pages<Employee>(Given.List);
        var failure = await Assert.ThrowsAsync<KomboException>(() => pages.NextAsync().Soon());
        Assert.Null(failure.Cursor);
        Assert.Equal("INTEGRATION.PERMISSION_MISSING", failure.Code);
    }

    [Fact]
    public async Task A_resumed_list_that_fails_at_once_can_be_resumed_from_the_same_place()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Error(403, "INTEGRATION.PERMISSION_MISSING"));
        using var client = Given.Client(server);
        using var pages = client.Pages<Employee>(Given.List, "c1");
        Assert.Equal("c1", (await Assert.ThrowsAsync<KomboException>(() => pages.NextAsync().Soon())).Cursor);
        Assert.Equal("c1", server.Requests[0].Query("cursor"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"  \\t\"")]
    [InlineData(null)]
    public async Task A_next_without_anything_in_it_ends_the_list(string? next)
    {
        var member = next is null ? "" : $",\"next\":{next}";
        using var server = new LoopbackServer(_ => LoopbackReply.Json(Given.Success($$"""{"results":[{"id":"E1"}]{{member}},"previous":null}""")));
        using var client = Given.Client(server);
        using var pages = client.Pages<Employee>(Given.List);
        Assert.Equal(["E1"], await pages.AllIds());
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("\"next_cursor\":\"old\",\"next\":\"c1\"", "\"next_cursor\":\"old\",\"next\":null")]
    [InlineData("\"next\":\"c1\"", "\"next\":null")]
    public async Task The_older_name_of_the_cursor_is_neither_needed_nor_obeyed(string first, string last)
    {
        using var server = new LoopbackServer();
        server.Enqueue(
            LoopbackReply.Json(Given.Success($$"""{"results":[{"id":"E1"}],{{first}}}""")),
            LoopbackReply.Json(Given.Success($$"""{"results":[{"id":"E2"}],{{last}}}""")));
        using var client = Given.Client(server);
        using var pages = client.Pages<Employee>(Given.List);
        Assert.Equal(["E1", "E2"], await pages.AllIds());
        Assert.Equal(2, server.Requests.Count);
        Assert.Contains("cursor=c1", server.Requests[1].Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_page_in_the_middle_does_not_end_the_list()
    {
        using var server = new LoopbackServer();
        server.Enqueue(LoopbackReply.Json(Given.Rows("c1")), LoopbackReply.Json(Given.Rows(null, "E1")));
        using var client = Given.Client(server);
        using var pages = client.Pages<Employee>(Given.List);
        Assert.Equal(["E1"], await pages.AllIds());
    }

    [Theory]
    [InlineData("{\"cursor\":\"c2\"}", "an object")]
    [InlineData("[\"c2\"]", "a list")]
    [InlineData("[]", "a list")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    public async Task A_next_that_is_no_cursor_is_an_error_and_no_end(string next, string described)
    {
        using var server = new LoopbackServer();
        server.Enqueue(LoopbackReply.Json(Given.Rows("c1", "E1")), LoopbackReply.Json(Given.Success($$"""{"next":{{next}},"results":[{"id":"E2"}]}""")));
        using var client = Given.Client(server);
        using var pages = client.Pages<Employee>(Given.List);
        await pages.NextAsync().Soon();
        var failure = await Assert.ThrowsAsync<KomboException>(() => pages.NextAsync().Soon());
        Assert.Equal("Kombo.UnexpectedResponse", failure.ErrorId);
        Assert.Equal("c1", failure.Cursor);
        Assert.Contains($"'next' is {described}", failure.Message);
        Assert.Equal("hris/employees", failure.Path);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("100", "100")]
    [InlineData("0", "0")]
    [InlineData("12345678901234567890123", "12345678901234567890123")]
    public async Task A_cursor_that_came_as_a_number_is_sent_as_it_came(string next, string cursor)
    {
        using var server = new LoopbackServer();
        server.Enqueue(LoopbackReply.Json(Given.Success($$"""{"next":{{next}},"results":[{"id":"E1"}]}""")), LoopbackReply.Json(Given.Rows(null, "E2")));
        using var client = Given.Client(server);
        using var pages = client.Pages<Employee>(Given.List);
        Assert.Equal(["E1", "E2"], await pages.AllIds());
        Assert.Equal(cursor, server.Requests[1].Query("cursor"));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public async Task Pages_that_lead_in_a_circle_are_an_error_before_a_row_comes_twice(int length)
    {
        using var server = new LoopbackServer(request =>
        {
            var page = int.Parse(request.Query("cursor") ?? "-1", System.Globalization.CultureInfo.InvariantCulture);
            return LoopbackReply.Json(Given.Rows($"{(page + 1) % length}", $"E{page}"));
        });
        using var client = Given.Client(server);
        using var pages = client.Pages<Employee>(Given.List);
        var ids = new List<string>();
        var failure = await Assert.ThrowsAsync<KomboException>(async () =>
        {
            while (await pages.NextAsync().Soon() is { } page)
            {
                ids.AddRange(page.Rows.Select(row => row.Id));
            }
        });
        Assert.Equal(Enumerable.Range(-1, length).Select(page => $"E{page}"), ids);
        Assert.Equal($"{length - 1}", failure.Cursor);
        Assert.Contains("never end", failure.Message);
    }

    [Fact]
    public async Task A_circle_that_leads_to_the_cursor_a_list_was_resumed_from_is_noticed_too()
    {
        using var server = new LoopbackServer(request => LoopbackReply.Json(Given.Rows(request.Query("cursor") == "a" ? "b" : "a", "E1")));
        using var client = Given.Client(server);
        using var pages = client.Pages<Employee>(Given.List, "a");
        await pages.NextAsync().Soon();
        Assert.Equal("b", (await Assert.ThrowsAsync<KomboException>(() => pages.NextAsync().Soon())).Cursor);
    }

    [Fact]
    public async Task The_same_cursor_twice_is_an_error_and_no_endless_list()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Json(Given.Rows("c1", "E1")));
        using var client = Given.Client(server);
        using var pages = client.Pages<Employee>(Given.List);
        await pages.NextAsync().Soon();
        var failure = await Assert.ThrowsAsync<KomboException>(() => pages.NextAsync().Soon());
        Assert.Equal("Kombo.UnexpectedResponse", failure.ErrorId);
        Assert.Equal("c1", failure.Cursor);
        Assert.Contains("never end", failure.Message);
        Assert.Null(await pages.NextAsync());
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("\"c1\"")]
    [InlineData("7")]
    [InlineData("true")]
    [InlineData("{}")]
    public async Task A_list_without_pages_is_read_once_and_warns_of_what_is_missing(string next)
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Json(Given.Success($$"""{"next":{{next}},"results":[{"id":"E1"},{"id":"E2"}]}""")));
        using var client = Given.Client(server);
        var notices = new Notices();
        using var pages = client.Pages<Employee>(new KomboRequest("GET", "hris/employees") { ListMember = "results" }, notices: notices);
        Assert.Equal(["E1", "E2"], await pages.AllIds());
        Assert.Single(server.Requests);
        Assert.Contains("more rows", Assert.Single(notices.Warnings));
    }

    [Fact]
    public void A_request_without_a_list_member_is_no_list()
    {
        using var client = Given.Client(new Uri("http://localhost/"));
        Assert.Throws<ArgumentException>(() => client.Pages<Employee>(Given.Read));
    }

    [Fact]
    public async Task Disposing_gives_up_the_page_under_way()
    {
        var hanging = LoopbackReply.Hang();
        using var server = new LoopbackServer();
        server.Enqueue(LoopbackReply.Json(Given.Rows("c1", "E1")), hanging);
        using var client = Given.Client(server);
        var pages = client.Pages<Employee>(Given.List);
        await pages.NextAsync().Soon();
        await server.Arrived(2).Soon();
        pages.Dispose();
        await hanging.Abandoned.Soon();
        Assert.Null(await pages.NextAsync());
        pages.Dispose();
    }

    [Fact]
    public async Task Disposing_gives_up_the_first_page_too()
    {
        var hanging = LoopbackReply.HangInBody(Given.Rows("c1", "E1"));
        using var server = new LoopbackServer();
        server.Enqueue(hanging);
        using var client = Given.Client(server);
        var pages = client.Pages<Employee>(Given.List);
        var next = pages.NextAsync();
        await hanging.Sent.Soon();
        pages.Dispose();
        await hanging.Abandoned.Soon();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.Soon());
    }

    [Fact]
    public async Task A_page_that_arrives_in_spite_of_disposal_starts_nothing_more()
    {
        var calls = 0;
        var arriving = new TaskCompletionSource<Page<int>>();
        var pages = new PageReader<int>(
            (_, _) =>
            {
                calls++;
                return arriving.Task;
            },
            null,
            CancellationToken.None);
        var next = pages.NextAsync();
        await SpinUntil(() => Volatile.Read(ref calls) == 1);
        pages.Dispose();
        arriving.SetResult(new Page<int>([1], "c1"));
        Assert.Null(await next.Soon());
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task A_page_that_fails_after_disposal_is_not_left_unobserved()
    {
        var marker = Guid.NewGuid().ToString();
        var control = Guid.NewGuid().ToString();
        var unobserved = new List<string>();
        void Note(object? sender, UnobservedTaskExceptionEventArgs args)
        {
            lock (unobserved)
            {
                unobserved.AddRange(args.Exception.InnerExceptions.Select(inner => inner.Message));
            }
        }

        bool Has(string message)
        {
            lock (unobserved)
            {
                return unobserved.Contains(message);
            }
        }

        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            await Abandon(marker);
            LeaveUnobserved(control);
            await SpinUntil(() =>
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                return Has(control);
            });
            Assert.False(Has(marker));
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }
    }

    [Fact]
    public async Task Reading_ahead_happens_on_another_thread_even_when_the_answer_is_there_at_once()
    {
        var threads = new List<int>();
        using var pages = new PageReader<int>(
            (_, _) =>
            {
                lock (threads)
                {
                    threads.Add(Environment.CurrentManagedThreadId);
                }

                return Task.FromResult(new Page<int>([1], null));
            },
            null,
            CancellationToken.None);
        var caller = 0;
        var thread = new Thread(() =>
        {
            caller = Environment.CurrentManagedThreadId;
            pages.NextAsync().GetAwaiter().GetResult();
        });
        thread.Start();
        await Task.Run(thread.Join, TestContext.Current.CancellationToken).Soon();
        Assert.DoesNotContain(caller, threads);
    }

    private static LoopbackReply ThreePages(LoopbackRequest request) => LoopbackReply.Json(request.Query("cursor") switch
    {
        null => Given.Rows("c1", "E1", "E2"),
        "c1" => Given.Rows("c2", "E3", "E4"),
        _ => Given.Rows(null, "E5"),
    });

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task Abandon(string message)
    {
        var failing = new TaskCompletionSource<Page<int>>();
        var calls = 0;
        var pages = new PageReader<int>(
            (_, _) => Interlocked.Increment(ref calls) == 1 ? Task.FromResult(new Page<int>([1], "c1")) : failing.Task, null, CancellationToken.None);
        await pages.NextAsync().Soon();
        await SpinUntil(() => Volatile.Read(ref calls) == 2);
        pages.Dispose();
        failing.SetException(new KomboException(KomboFailure.Timeout, message));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LeaveUnobserved(string message) => _ = Task.FromException(new InvalidOperationException(message));

    private static async Task SpinUntil(Func<bool> condition)
    {
        var until = DateTime.UtcNow + Given.Patience;
        while (!condition())
        {
            Assert.True(DateTime.UtcNow < until, "It did not happen.");
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task One_page_is_read_with_nothing_ahead_and_with_its_cursor()
    {
        using var server = new LoopbackServer(request => LoopbackReply.Json(request.Query("cursor") switch
        {
            null => Given.Rows("c2", "E1", "E2"),
            "c2" => Given.Rows(null, "E3"),
            _ => "{}",
        }));
        using var client = Given.Client(server, maxRetry: 0);
        var first = await client.ReadPageAsync<Employee>(Given.List, null, null, TestContext.Current.CancellationToken).Soon();
        Assert.Equal(["E1", "E2"], first.Rows.Select(row => row.Id));
        Assert.Equal("c2", first.Next);
        Assert.Single(server.Requests);
        var last = await client.ReadPageAsync<Employee>(Given.List, first.Next, null, TestContext.Current.CancellationToken).Soon();
        Assert.Equal(["E3"], last.Rows.Select(row => row.Id));
        Assert.Null(last.Next);
        var failure = await Assert.ThrowsAsync<KomboException>(() => client.ReadPageAsync<Employee>(Given.List, "c9", null, TestContext.Current.CancellationToken).Soon());
        Assert.Equal("c9", failure.Cursor);
        await Assert.ThrowsAsync<ArgumentException>(() => client.ReadPageAsync<Employee>(Given.Read, null, null, TestContext.Current.CancellationToken).Soon());
    }
}
