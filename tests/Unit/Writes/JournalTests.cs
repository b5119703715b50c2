using System.Text.Json;
using Kombo.Json;
using Kombo.Models;
using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>The file that knows every row's fate: what it says after any end of a run.</summary>
public sealed class JournalTests : IDisposable
{
    private const string Command = "New-KomboAbsence";

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.jsonl");
    private readonly KomboClient _client = Given.Client(new Uri("https://api.example.com/v1/"), key: "kombo_key_one");

    public void Dispose()
    {
        File.Delete(_path);
        _client.Dispose();
    }

    [Fact]
    public void A_request_is_known_again_by_the_next_run()
    {
        using (var journal = Open())
        {
            var done = journal.Enter(1, Given.Absence("e1"));
            done.Write(JournalEvent.Sending);
            done.Write(JournalEvent.Done, "a1");
            var failed = journal.Enter(2, Given.Absence("e2"));
            failed.Write(JournalEvent.Sending);
            failed.Write(JournalEvent.Failed, code: "PLATFORM.INPUT_INVALID");
            journal.Enter(3, Given.Absence("e3")).Write(JournalEvent.Sending);
            var refused = journal.Enter(4, Given.Absence("e4"));
            refused.Write(JournalEvent.Sending);
            refused.Write(JournalEvent.Refused);
        }

        using var next = Open();
        var known = new[] { "e1", "e2", "e3", "e4", "e5" }.Select(employee => next.Enter(1, Given.Absence(employee))).ToArray();
        Assert.Equal([JournalEvent.Done, JournalEvent.Failed, JournalEvent.Sending, JournalEvent.Refused, null], known.Select(entry => entry.Fate));
        Assert.Equal(["a1", null, null, null, null], known.Select(entry => entry.Id));
    }

    [Fact]
    public void Equal_rows_are_told_apart_by_how_often_they_occurred()
    {
        using (var journal = Open())
        {
            journal.Enter(1, Given.Absence("e1")).Write(JournalEvent.Done);
            journal.Enter(2, Given.Absence("e1")).Write(JournalEvent.Sending);
        }

        using var next = Open();
        Assert.Equal([JournalEvent.Done, JournalEvent.Sending, null], new[] { 7, 8, 9 }.Select(row => next.Enter(row, Given.Absence("e1")).Fate));
    }

    [Fact]
    public void The_order_of_keys_does_not_matter()
    {
        static KomboRequest Request(params string[] keys) => new("POST", "hris/absences")
        {
            Body = new KomboMap { ["map"] = new KomboMap(keys.Select(key => new KeyValuePair<string, object?>(key, key))) },
            Query = [.. keys.Select(key => new KeyValuePair<string, string>(key, key))],
        };

        using (var journal = Open())
        {
            journal.Enter(1, Request("a", "b", "c")).Write(JournalEvent.Done);
        }

        using var next = Open();
        Assert.Equal(JournalEvent.Done, next.Enter(1, Request("c", "a", "b")).Fate);
        Assert.Null(next.Enter(2, Request("a", "b")).Fate);
    }

    [Theory]
    [InlineData("POST", "hris/absences", "e1", true)]
    [InlineData("PUT", "hris/absences", "e1", false)]
    [InlineData("POST", "hris/absence", "e1", false)]
    [InlineData("POST", "hris/absences", "e2", false)]
    public void Another_request_is_another(string method, string path, string employee, bool isSame)
    {
        using var journal = Open();
        var one = journal.Enter(1, Given.Absence("e1")).Request;
        var other = journal.Enter(2, new KomboRequest(method, path) { Body = new KomboMap { ["employee_id"] = employee } }).Request;
        Assert.Equal(isSame, one == other);
    }

    [Fact]
    public void A_journal_cut_at_any_byte_is_understood_and_goes_on()
    {
        using (var journal = Open())
        {
            var entry = journal.Enter(1, Given.Absence("e1"));
            entry.Write(JournalEvent.Sending);
            entry.Write(JournalEvent.Done, "a1");
        }

        var whole = File.ReadAllBytes(_path);
        var ends = whole.Select((value, index) => (value, index)).Where(pair => pair.value == '\n').Select(pair => pair.index + 1).ToArray();
        for (var length = 0; length <= whole.Length; length++)
        {
            File.WriteAllBytes(_path, whole[..length]);
            using (var cut = Open())
            {
                var entry = cut.Enter(1, Given.Absence("e1"));
                Assert.Equal(length < ends[1] ? null : length < ends[2] ? JournalEvent.Sending : JournalEvent.Done, entry.Fate);
                cut.Enter(2, Given.Absence("e2")).Write(JournalEvent.Sending);
            }

            using var next = Open();
            Assert.Equal(JournalEvent.Sending, next.Enter(1, Given.Absence("e2")).Fate);
        }
    }

    [Fact]
    public void A_last_line_of_zeros_is_what_a_lost_write_leaves()
    {
        using (var journal = Open())
        {
            journal.Enter(1, Given.Absence("e1")).Write(JournalEvent.Done);
        }

        File.AppendAllText(_path, new string('\0', 100));
        using var next = Open();
        Assert.Equal(JournalEvent.Done, next.Enter(1, Given.Absence("e1")).Fate);
    }

    [Theory]
    [InlineData("{}\n")]
    [InlineData("nonsense\n")]
    [InlineData("{\"row\":1,\"request\":\"x\",\"occurrence\":1,\"event\":\"Something\"}\n")]
    public void A_line_that_means_nothing_is_refused(string line)
    {
        using (var journal = Open())
        {
            journal.Enter(1, Given.Absence("e1")).Write(JournalEvent.Done);
        }

        File.AppendAllText(_path, line + File.ReadAllLines(_path)[1] + "\n");
        Assert.Contains("damaged at line 3", Assert.Throws<KomboException>(() => Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_file_is_refused_and_left_as_it_is()
    {
        File.WriteAllText(_path, "EmployeeId,StartDate\ne1,2026-12-24\n");
        Assert.Contains("is not a journal", Assert.Throws<KomboException>(() => Open()).Message, StringComparison.Ordinal);
        Assert.Equal("EmployeeId,StartDate\ne1,2026-12-24\n", File.ReadAllText(_path));
    }

    [Fact]
    public void The_journal_of_another_command_connection_or_integration_is_refused()
    {
        Open().Dispose();
        using var otherKey = Given.Client(new Uri("https://api.example.com/v1/"), key: "kombo_key_two");
        using var otherServer = Given.Client(new Uri("https://api.us.example.com/v1/"), key: "kombo_key_one");
        Assert.Contains("Update-KomboEmployee", Refusal(() => Open(command: "Update-KomboEmployee")), StringComparison.Ordinal);
        Assert.Contains("test:2", Refusal(() => Open(integrationId: "test:2")), StringComparison.Ordinal);
        Assert.Contains("another API key", Refusal(() => Open(otherKey)), StringComparison.Ordinal);
        Assert.Contains("api.us.example.com", Refusal(() => Open(otherServer)), StringComparison.Ordinal);
        Open().Dispose();
    }

    [Fact]
    public void A_new_key_of_the_same_environment_goes_on()
    {
        using var newKey = Given.Client(new Uri("https://api.example.com/v1/"), key: "kombo_key_two");
        Open(environment: "env1").Dispose();
        Open(newKey, environment: "env1").Dispose();
        Assert.Contains("env2", Refusal(() => Open(environment: "env2")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_cannot_be_written_is_an_error_and_nothing_follows_it()
    {
        var journal = Open();
        var entry = journal.Enter(1, Given.Absence("e1"));
        entry.Write(JournalEvent.Sending);
        journal.Dispose();
        Assert.Equal(KomboFailure.FileNotWritten, Assert.Throws<KomboException>(() => entry.Write(JournalEvent.Done)).Failure);
        Assert.Equal(KomboFailure.FileNotWritten, Assert.Throws<KomboException>(() => entry.Write(JournalEvent.Done)).Failure);
        using var next = Open();
        Assert.Equal(JournalEvent.Sending, next.Enter(1, Given.Absence("e1")).Fate);
    }

    [Fact]
    public void Two_runs_cannot_use_one_journal()
    {
        using var first = Open();
        Assert.Contains("at the same time", Refusal(() => Open()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_preview_writes_nothing()
    {
        using (var preview = Open(isPreview: true))
        {
            preview.Enter(1, Given.Absence("e1")).Write(JournalEvent.Sending);
        }

        Assert.False(File.Exists(_path));
        using (var journal = Open())
        {
            journal.Enter(1, Given.Absence("e1")).Write(JournalEvent.Done);
        }

        var before = File.ReadAllText(_path);
        using (var preview = Open(isPreview: true))
        {
            Assert.Equal(JournalEvent.Done, preview.Enter(1, Given.Absence("e1")).Fate);
            preview.Enter(2, Given.Absence("e2")).Write(JournalEvent.Sending);
        }

        Assert.Equal(before, File.ReadAllText(_path));
    }

    [Fact]
    public void Every_line_holds_what_the_documentation_says_and_no_content_of_rows()
    {
        using (var journal = Open())
        {
            var entry = journal.Enter(17, new KomboRequest("POST", "hris/employees/jane@example.com/notes") { Body = new KomboMap { ["employee_note"] = "Skiing", ["iban"] = "DE02120300000000202051" } });
            entry.Write(JournalEvent.Sending);
            entry.Write(JournalEvent.Done, "a1");
        }

        var text = File.ReadAllText(_path);
        Assert.All(["Skiing", "DE02", "jane", "kombo_key_one"], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        var lines = File.ReadAllLines(_path).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(["journal", "version", "command", "server", "environment", "account", "integration", "salt", "at"], lines[0].EnumerateObject().Select(member => member.Name));
        Assert.Equal(["row", "request", "occurrence", "event", "at"], lines[1].EnumerateObject().Select(member => member.Name));
        Assert.Equal(["row", "request", "occurrence", "event", "id", "at"], lines[2].EnumerateObject().Select(member => member.Name));
        Assert.Equal(17, lines[1].GetProperty("row").GetInt32());
    }

    [Fact]
    public void The_same_row_has_another_hash_in_another_journal()
    {
        using var one = Open();
        var path = _path + "2";
        using var other = WriteJournal.Open(path, Command, Connection(_client, null), "test:1", isPreview: false);
        try
        {
            Assert.NotEqual(one.Enter(1, Given.Absence("e1")).Request, other.Enter(1, Given.Absence("e1")).Request);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void What_is_left_open_and_does_not_come_again_is_counted()
    {
        using (var journal = Open())
        {
            journal.Enter(1, Given.Absence("e1")).Write(JournalEvent.Sending);
            journal.Enter(2, Given.Absence("e2")).Write(JournalEvent.Unknown);
            journal.Enter(3, Given.Absence("e3")).Write(JournalEvent.Done);
        }

        using var next = Open();
        Assert.Equal(2, next.Orphans);
        next.Enter(1, Given.Absence("e1"));
        Assert.Equal(1, next.Orphans);
    }

    private static KomboConnection Connection(KomboClient client, string? environment) => new("Default", client, environment);

    private static string Refusal(Func<WriteJournal> open) => Assert.Throws<KomboException>(open).Message;

    private WriteJournal Open(KomboClient? client = null, string command = Command, string integrationId = "test:1", string? environment = null, bool isPreview = false) =>
        WriteJournal.Open(_path, command, Connection(client ?? _client, environment), integrationId, isPreview);
}
