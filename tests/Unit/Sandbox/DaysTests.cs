using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kombo.Sandbox;

namespace Kombo.Tests;

/// <summary>Days that pass in a sandbox: the changes that they bring, and what a copy that is kept current sees of them.</summary>
public sealed class DaysTests
{
    /// <summary>Members that show another record. Its changes do not count for all lists (see updated_after in the API's description).</summary>
    private static readonly HashSet<string> Nested =
    [
        "employments", "time_off_balances", "manager", "groups", "teams", "legal_entity", "work_location", "type", "reviewee", "reviewer", "review_cycle", "applications",
        "candidate", "current_stage", "job", "interviews", "offers", "tags", "application", "stages", "employee", "pay_run", "course_revision", "user", "revisions", "author",
    ];

    /// <summary>The lists that show what is deleted.</summary>
    private static readonly string[] Lists = [.. Router.Routes.Where(route => route is IListRoute && route.Api!.Query.ContainsKey("include_deleted")).Select(route => route.Template)];

    /// <summary>Those that bring something new in a month.</summary>
    private static readonly string[] Changing =
    [
        "hris/employees", "hris/employments", "hris/groups", "hris/locations", "hris/absences", "hris/absence-types", "hris/time-off-balances", "hris/timesheets",
        "hris/staffing-entities", "ats/candidates", "ats/applications", "ats/interviews", "ats/offers", "ats/jobs", "ats/tags", "lms/course-progressions",
    ];

    [Fact]
    public async Task The_same_days_give_the_same_company_one_by_one_and_at_once()
    {
        var (one, ones) = Open();
        var (other, others) = Open();
        for (var day = 0; day < 5; day++)
        {
            ones.PassDays(1);
            await Read(one, "hris/groups");
        }

        others.PassDays(5);
        foreach (var list in Lists)
        {
            var (rows, date) = await Read(one, list, "include_deleted=true", row => row.GetRawText());
            var (same, sameDate) = await Read(other, list, "include_deleted=true", row => row.GetRawText());
            Assert.Equal(date, sameDate);
            Assert.Equal(rows.Count, same.Count);
            Assert.All(rows, row => Assert.Equal(row.Value, same[row.Key]));
        }
    }

    [Fact]
    public async Task A_copy_that_reads_what_was_updated_stays_current()
    {
        var (client, handler) = Open();
        var copies = new Dictionary<string, (Dictionary<string, string> Rows, DateTimeOffset Watermark, int Updates)>(StringComparer.Ordinal);
        foreach (var list in Lists)
        {
            var (rows, date) = await Read(client, list, "include_deleted=true", Own);
            copies[list] = (rows, date, 0);
        }

        // A difference stays until its row changes again: after the short steps there is still one of the long steps before them.
        const int ShortStep = 3;
        foreach (var days in new[] { 1, 6, 2, 14, ShortStep })
        {
            handler.PassDays(days);
            foreach (var list in Lists)
            {
                var (copy, watermark, updates) = copies[list];
                var (changes, date) = await Read(client, list, "include_deleted=true&updated_after=" + Form(watermark), Own);
                Assert.True(watermark < date);
                foreach (var change in changes)
                {
                    copy[change.Key] = change.Value;
                }

                copies[list] = (copy, date, updates + changes.Count);
                if (days > ShortStep)
                {
                    continue;
                }

                var (now, _) = await Read(client, list, "include_deleted=true", Own);
                Assert.Equal(now.Keys.Order(StringComparer.Ordinal), copy.Keys.Order(StringComparer.Ordinal));
                Assert.All(now, row => Assert.Equal(row.Value, copy[row.Key]));
            }
        }

        Assert.All(Changing, list => Assert.True(copies[list].Updates > 0, list));
    }

    [Fact]
    public async Task A_change_is_later_than_the_time_that_was_given_out_before_and_what_is_deleted_for_long_keeps_no_values()
    {
        var (client, handler) = Open();
        var before = new Dictionary<string, Dictionary<string, JsonObject>>(StringComparer.Ordinal);
        DateTimeOffset date = default;
        foreach (var list in Lists)
        {
            (before[list], date) = await Read(client, list, "include_deleted=true");
        }

        handler.PassDays(15);
        var twoWeeksAgo = new DateTimeOffset(2026, 11, 3, 8, 0, 0, TimeSpan.Zero);
        string[] kept = ["id", "changed_at", "remote_deleted_at"];
        foreach (var list in Lists)
        {
            var (now, later) = await Read(client, list, "include_deleted=true");
            Assert.True(twoWeeksAgo.AddDays(14) <= later);
            Assert.Empty(before[list].Keys.Except(now.Keys));
            foreach (var (id, row) in now)
            {
                var isChanged = !before[list].TryGetValue(id, out var old) || (string?)old["changed_at"] != (string?)row["changed_at"];
                Assert.True(!isChanged || Moment(row["changed_at"]) > date, $"{list} {id}: {row["changed_at"]} is not later than {date:o}.");
                if (row["remote_deleted_at"] is { } deleted)
                {
                    Assert.All(kept.Where(row.ContainsKey), name => Assert.NotNull(row[name]));
                    Assert.True(row.All(member => member.Value is null || kept.Contains(member.Key)) == Moment(deleted) < twoWeeksAgo, $"{list}: {row.ToJsonString()}");
                }
            }

            var (shown, _) = await Read(client, list);
            Assert.All(shown.Values, row => Assert.Null(row["remote_deleted_at"]));
        }
    }

    [Fact]
    public async Task People_join_leave_and_move_and_are_deleted()
    {
        var (client, handler) = Open();
        var (before, _) = await Read(client, "hris/employees");
        handler.PassDays(40);
        var (now, _) = await Read(client, "hris/employees", "include_deleted=true");
        Assert.Contains(now.Keys, id => !before.ContainsKey(id));
        Assert.Contains(before, row => Status(row.Value) == "ACTIVE" && Status(now[row.Key]) == "INACTIVE");
        Assert.Contains(before, row => Status(row.Value) == "PENDING" && Status(now[row.Key]) == "ACTIVE");
        Assert.Contains(before.Keys, id => now[id]["remote_deleted_at"] is not null);
        Assert.All(new[] { "manager_id", "work_location_id" }, name => Assert.Contains(before, row => now[row.Key]["remote_deleted_at"] is null && (string?)row.Value[name] != (string?)now[row.Key][name]));

        // Nobody is left behind with a manager or a group that is gone.
        var there = now.Values.Where(row => row["remote_deleted_at"] is null).ToList();
        Assert.All(there.Where(row => Status(row) == "ACTIVE" && row["manager_id"] is not null), row => Assert.NotNull(row["manager"]));
        Assert.Equal(there.Count, there.Select(row => (string?)row["work_email"] ?? (string)row["id"]!).Distinct().Count());
        static string? Status(JsonObject row) => (string?)row["employment_status"];
    }

    [Fact]
    public async Task A_better_contract_brings_back_an_employee_with_an_old_time_of_change()
    {
        var (client, handler) = Open();
        var (_, date) = await Read(client, "hris/groups");
        handler.PassDays(3);
        var (updated, _) = await Read(client, "hris/employees", "updated_after=" + Form(date));
        Assert.Contains(updated.Values, row => Moment(row["changed_at"]) < date);
    }

    [Fact]
    public async Task What_is_written_in_between_stays_and_keeps_its_order()
    {
        var (client, handler) = Open();
        handler.PassDays(2);
        var (types, _) = await Read(client, "hris/absence-types");
        var (employees, _) = await Read(client, "hris/employees");
        var body = new JsonObject
        {
            ["employee_id"] = employees.First(row => (string?)row.Value["employment_status"] == "ACTIVE").Key,
            ["absence_type_id"] = types.First().Key,
            ["start_date"] = "2026-12-24",
            ["end_date"] = "2026-12-24",
            ["employee_note"] = "mine",
        };
        using var request = Request(HttpMethod.Post, "hris/absences");
        request.Content = new StringContent(body.ToJsonString(), null, "application/json");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        handler.PassDays(1);
        var (absences, date) = await Read(client, "hris/absences");
        Assert.Single(absences.Values, row => (string?)row["employee_note"] == "mine");
        Assert.True(date >= new DateTimeOffset(2026, 11, 5, 8, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void At_least_one_day_passes() => Assert.Throws<ArgumentOutOfRangeException>(() => new SandboxHandler().PassDays(0));

    /// <summary>A row without what it shows of other records, as text.</summary>
    private static string Own(JsonElement row) => string.Join("\n", row.EnumerateObject().Where(member => !Nested.Contains(member.Name)).Select(member => $"{member.Name}: {member.Value.GetRawText()}"));

    private static DateTimeOffset Moment(JsonNode? text) => DateTimeOffset.Parse((string)text!, CultureInfo.InvariantCulture);

    private static string Form(DateTimeOffset time) => Uri.EscapeDataString(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    private static (HttpClient Client, SandboxHandler Handler) Open()
    {
        var handler = new SandboxHandler();
        return (new HttpClient(handler), handler);
    }

    private static HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(SandboxDefaults.BaseAddress, path));
        request.Headers.Add("Authorization", "Bearer " + SandboxDefaults.ApiKey);
        request.Headers.Add("X-Integration-Id", SandboxDefaults.IntegrationId);
        return request;
    }

    /// <summary>All rows of a list by their ids, and the server's time before they were read.</summary>
    private static Task<(Dictionary<string, JsonObject> Rows, DateTimeOffset Date)> Read(HttpClient client, string path, string query = "") =>
        Read(client, path, query, row => JsonObject.Create(row.Clone())!);

    /// <summary>The same, with what is made of each row: text compares many times faster than objects.</summary>
    private static async Task<(Dictionary<string, T> Rows, DateTimeOffset Date)> Read<T>(HttpClient client, string path, string query, Func<JsonElement, T> of)
    {
        var rows = new Dictionary<string, T>(StringComparer.Ordinal);
        string? cursor = null;
        DateTimeOffset? date = null;
        do
        {
            using var request = Request(HttpMethod.Get, $"{path}?{query}{(cursor is null ? "" : "&cursor=" + cursor)}");
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, Encoding.UTF8.GetString(body));
            date ??= answer.Headers.Date;
            using var json = JsonDocument.Parse(body);
            var data = json.RootElement.GetProperty("data");
            foreach (var row in data.GetProperty("results").EnumerateArray())
            {
                rows.Add(row.GetProperty("id").GetString()!, of(row));
            }

            cursor = data.GetProperty("next").GetString();
        }
        while (cursor is not null);
        return (rows, date!.Value);
    }
}
