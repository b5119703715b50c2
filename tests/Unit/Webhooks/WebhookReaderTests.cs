using System.Text;
using Kombo.Models;
using Kombo.Webhooks;

namespace Kombo.Tests;

/// <summary>What is made of the body of a webhook.</summary>
public sealed class WebhookReaderTests
{
    private const string EndUser = "\"end_user\":{\"organization_name\":\"Acme\",\"creator_email\":null,\"origin_id\":\"36123\"}";
    private const string Integration = "\"integration_id\":\"personio:1\",\"integration_tool\":\"personio\",\"integration_category\":\"HRIS\"";
    private const string Named = "\"id\":\"personio:1\",\"tool\":\"personio\",\"category\":\"HRIS\"";
    private const string Order = "\"id\":\"o1\",\"integration_id\":\"workday:1\",\"package_id\":\"p1\",\"status\":\"OPEN\",\"candidate\":{\"first_name\":\"Ada\",\"last_name\":\"L\",\"email\":\"a@example.com\"},\"application\":{\"remote_id\":\"5\"},\"job\":{\"name\":\"Clerk\",\"hiring_team\":[{\"email\":\"h@example.com\"}]}";

    public static TheoryData<string, string, string, string?> Events => new()
    {
        { "data-changed", $"{Integration},\"changed_models\":[{{\"name\":\"hris_employees\"}},{{\"name\":\"hris_teams\"}}]", nameof(DataChangedEvent), "personio:1" },
        { "sync-finished", $"{Integration},{EndUser},\"sync_id\":\"s\",\"sync_state\":\"SUCCEEDED\",\"sync_started_at\":\"2026-11-02T01:00:00.000Z\",\"sync_ended_at\":\"2026-11-02T01:30:00.000Z\",\"sync_duration_seconds\":1800,\"log_url\":\"https://x\"", nameof(SyncFinishedEvent), "personio:1" },
        { "integration-created", $"{Named},{EndUser}", nameof(IntegrationCreatedEvent), "personio:1" },
        { "integration-deleted", $"{Named},{EndUser},\"deleted_at\":\"2026-11-02T01:00:00.000Z\"", nameof(IntegrationDeletedEvent), "personio:1" },
        { "integration-state-changed", $"{Integration},{EndUser},\"qa_status\":\"PASSED\",\"setup_status\":\"COMPLETED\",\"state\":\"ACTIVE\",\"updated_at\":\"2026-11-02T01:00:00.000Z\"", nameof(IntegrationStateChangedEvent), "personio:1" },
        { "connection-flow-failed", $"\"integration_tool\":\"personio\",\"integration_category\":\"HRIS\",{EndUser},\"log_url\":\"https://x\"", nameof(ConnectionFlowFailedEvent), null },
        { "assessment:order-received", Order, nameof(AssessmentOrderReceivedEvent), "workday:1" },
        { "inline-assessment:order-received", Order, nameof(AssessmentOrderReceivedEvent), "workday:1" },
        { "issue-status-changed", $"\"change\":\"raised\",\"issue\":{{\"id\":\"i1\",\"type\":\"integration.authentication_failed\",\"title\":\"Wrong password\",\"status\":\"OPEN\",\"markdown_message\":\"**x**\",\"first_observed_at\":\"2026-11-02T01:00:00.000Z\",\"resolved_at\":null}},\"integration\":{{{Named},{EndUser}}}", nameof(IssueStatusChangedEvent), "personio:1" },
        { "ai-apply-data-changed", "\"changed_models\":[{\"name\":\"ai_apply_job_postings\"}]", nameof(AiApplyDataChangedEvent), null },
        { "ai-apply-application-status-updated", "\"id\":\"a1\",\"job_posting_id\":\"p1\",\"status\":\"PENDING\",\"created_at\":\"2026-11-02T01:00:00.000Z\",\"updated_at\":\"2026-11-02T01:00:00.000Z\"", nameof(AiApplyApplicationStatusUpdatedEvent), null },
        { "ai-apply-job-posting-status-updated", "\"id\":\"p1\",\"career_site\":{\"id\":\"c1\",\"label\":\"Acme\"},\"url\":\"https://x\",\"job_code\":\"J\",\"archived_at\":null,\"archived_reason\":null,\"created_at\":\"2026-11-02T01:00:00.000Z\",\"updated_at\":\"2026-11-02T01:00:00.000Z\",\"availability\":\"PENDING\"", nameof(AiApplyJobPostingStatusUpdatedEvent), null },
    };

    [Theory, MemberData(nameof(Events))]
    public void Each_type_has_its_class_and_every_member_its_property(string type, string data, string expected, string? integrationId)
    {
        var result = Read(type, data);
        Assert.Equal(expected, result.GetType().Name);
        Assert.Equal(type, result.Type);
        Assert.Equal("evt", result.EventId);
        Assert.Equal(integrationId, result.IntegrationId);
        Assert.Null(result.AdditionalData);
        Assert.NotEmpty(result.Summary);
        Assert.NotEqual(type, result.Summary);
    }

    [Fact]
    public void All_known_types_are_tested() => Assert.Equal(
        WebhookReader.KnownTypes.Order(), Events.Select(row => row.Data.Item1).Order());

    [Fact]
    public void Both_spellings_of_an_integration_are_one_property()
    {
        foreach (var result in new[] { Read("integration-created", $"{Named},{EndUser}"), Read("integration-deleted", Named) })
        {
            Assert.Equal("personio:1", result.IntegrationId);
            dynamic known = result;
            Assert.Equal("personio", known.IntegrationTool);
            Assert.Equal("HRIS", known.IntegrationCategory);
        }

        // Should Kombo ever use its other names here, they are understood, too.
        Assert.Equal("a:1", Read("integration-created", Integration.Replace("personio:1", "a:1", StringComparison.Ordinal)).IntegrationId);
    }

    [Fact]
    public void Values_are_read_as_what_they_are()
    {
        var sync = Assert.IsType<SyncFinishedEvent>(Read("sync-finished", Events.Single(row => row.Data.Item1 == "sync-finished").Data.Item2));
        Assert.Equal(new DateTime(2026, 11, 2, 1, 30, 0, DateTimeKind.Utc), sync.SyncEndedAt);
        Assert.Equal(DateTimeKind.Utc, sync.SyncEndedAt!.Value.Kind);
        Assert.Equal(1800, sync.SyncDurationSeconds);
        Assert.Equal("36123", sync.EndUser!.OriginId);
        var order = Assert.IsType<AssessmentOrderReceivedEvent>(Read("assessment:order-received", Order));
        Assert.Equal("o1", order.AssessmentOrderId);
        Assert.Equal("h@example.com", Assert.Single(order.Job!.HiringTeam!).Email);
        var changed = Assert.IsType<DataChangedEvent>(Read("data-changed", "\"changed_models\":[{\"name\":\"hris_teams\"},{\"name\":\"something_new\"}]"));
        Assert.Equal(["hris_teams", "something_new"], changed.ChangedModels!.Select(model => model.Name));
    }

    [Fact]
    public void A_problem_may_be_that_of_the_whole_environment()
    {
        var whole = Assert.IsType<IssueStatusChangedEvent>(Read("issue-status-changed", "\"change\":\"resolved\",\"issue\":{\"id\":\"i1\",\"title\":\"T\",\"resolved_at\":\"2026-11-02T01:00:00.000Z\"},\"integration\":null"));
        Assert.Equal((null, null, "resolved: T"), (whole.IntegrationId, whole.Integration, whole.Summary));
        Assert.Equal(new DateTime(2026, 11, 2, 1, 0, 0, DateTimeKind.Utc), whole.Issue!.ResolvedAt);
        var one = Assert.IsType<IssueStatusChangedEvent>(Read("issue-status-changed", $"\"integration\":{{{Named},{EndUser}}}"));
        Assert.Equal(("personio:1", "personio", "36123"), (one.Integration!.IntegrationId, one.Integration.Tool, one.Integration.EndUser!.OriginId));
    }

    [Fact]
    public void The_ids_of_events_and_of_what_they_are_about_are_not_mixed_up()
    {
        var posting = Assert.IsType<AiApplyJobPostingStatusUpdatedEvent>(Read("ai-apply-job-posting-status-updated", "\"id\":\"p1\""));
        Assert.Equal(("evt", "p1"), (posting.EventId, posting.PostingId));
        var application = Assert.IsType<AiApplyApplicationStatusUpdatedEvent>(Read("ai-apply-application-status-updated", "\"id\":\"a1\",\"job_posting_id\":\"p1\""));
        Assert.Equal(("evt", "a1", "p1"), (application.EventId, application.AiApplyApplicationId, application.PostingId));
    }

    [Theory]
    [InlineData("remote-event-received")]
    [InlineData("Data-Changed")]
    [InlineData("something:new")]
    public void An_unknown_type_passes_with_its_data_untouched(string type)
    {
        var result = Assert.IsType<UnknownEvent>(Read(type, "\"integration_id\":\"personio:1\",\"Keep-Me\":{\"a\":[1,2.50,null]}"));
        Assert.Equal(type, result.Type);
        Assert.Equal("personio:1", result.IntegrationId);
        Assert.Equal("""{"integration_id":"personio:1","Keep-Me":{"a":[1,2.5,null]}}""", result.Data!.ToString());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("\"text\"")]
    public void Data_of_another_shape_passes_as_they_are(string data)
    {
        var result = Assert.IsType<UnknownEvent>(WebhookReader.Read(Encoding.UTF8.GetBytes($$"""{"id":"evt","type":"data-changed","data":{{data}}}""")));
        Assert.Equal(data.Trim('"'), Json.PlainJson.ToText(result.Data).Trim('"'));
    }

    [Fact]
    public void Unknown_members_survive_inside_and_outside_of_the_data()
    {
        var result = WebhookReader.Read(Encoding.UTF8.GetBytes("""{"sent_at":"now","id":"evt","type":"data-changed","data":{"integration_id":"a:1","reason":"x","type":"inner","summary":"s","payload":1,"event_id":"e","id":"d"}}"""));
        Assert.IsType<DataChangedEvent>(result);
        Assert.Equal("x", result.AdditionalData!["reason"]);
        Assert.Equal("inner", result.AdditionalData["type"]);
        Assert.Equal(["event_id", "id", "payload", "reason", "summary", "type"], result.AdditionalData.Keys.Order());
        Assert.Equal("evt", result.EventId);
        Assert.Equal("data-changed", result.Type);
        Assert.Equal("now", result.Payload!["sent_at"]);
    }

    [Fact]
    public void A_member_of_another_shape_costs_only_itself_and_is_told()
    {
        var notices = new List<KomboNotice>();
        var result = Assert.IsType<SyncFinishedEvent>(WebhookReader.Read(
            Encoding.UTF8.GetBytes("""{"id":"evt","type":"sync-finished","data":{"sync_state":"FAILED","sync_ended_at":{"odd":1},"end_user":[]}}"""), notices.Add));
        Assert.Equal("FAILED", result.SyncState);
        Assert.Equal(["end_user", "sync_ended_at"], result.AdditionalData!.Keys.Order());
        Assert.Equal(2, notices.Count(notice => notice.Kind == KomboNoticeKind.Warning));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \r\n", "empty")]
    [InlineData("{\"id\":\"evt\",", "beginning")]
    [InlineData("{", "Get-Content")]
    [InlineData("hello", "not JSON")]
    [InlineData("System.Collections.Hashtable", "not JSON")]
    [InlineData("[]", "not an object")]
    [InlineData("{}", "no type")]
    [InlineData("{\"type\":null}", "no type")]
    [InlineData("{\"type\":5,\"data\":{}}", "no type")]
    public void What_is_no_webhook_is_refused_with_the_reason(string body, string reason)
    {
        var failure = Assert.Throws<KomboException>(() => WebhookReader.Read(Encoding.UTF8.GetBytes(body)));
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.Equal("Kombo.InvalidWebhook", failure.ErrorId);
        Assert.False(failure.IsTransient);
        Assert.Null(failure.InnerException);
    }

    [Fact]
    public void A_byte_order_mark_does_no_harm() =>
        Assert.IsType<DataChangedEvent>(WebhookReader.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("""{"type":"data-changed","data":{}}""")]));

    private static WebhookEvent Read(string type, string data) =>
        WebhookReader.Read(Encoding.UTF8.GetBytes($$$"""{"id":"evt","type":"{{{type}}}","data":{{{{data}}}}}"""));
}
