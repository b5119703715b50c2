using System.Collections;
using System.Collections.Specialized;
using Kombo.Json;
using Kombo.Models;
using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>What is particular to the requests and answers of recruiting.</summary>
public sealed class AtsTests
{
    private static readonly DateTime Start = new(2026, 11, 9, 10, 0, 0, DateTimeKind.Utc);

    private static string Body(KomboRequest request) => PlainJson.ToText(request.Body);

    [Fact]
    public void An_interview_is_sent_whole_and_in_UTC()
    {
        var request = Cmdlets.Request<NewKomboInterviewCommand>(
            ("ApplicationId", "a"), ("Title", "Call"), ("StartTime", Start.ToLocalTime()), ("EndTime", Start.AddHours(1)), ("InterviewerUserId", new[] { "u1", "u2" }), ("OrganizerUserId", "u1"), ("LocationType", "virtual"));
        Assert.Equal("POST ats/applications/a/interviews", request.ToString());
        Assert.Equal(
            """{"title":"Call","start_time":"2026-11-09T10:00:00.000Z","end_time":"2026-11-09T11:00:00.000Z","interviewer_user_ids":["u1","u2"],"organizer_user_id":"u1","location":{"type":"VIRTUAL"}}""",
            Body(request));
    }

    [Fact]
    public void A_changed_interview_is_named_in_the_body_and_its_application_in_the_path()
    {
        var request = Cmdlets.Request<UpdateKomboInterviewCommand>(
            ("InterviewId", "i"), ("ApplicationId", "a"), ("Title", "Call"), ("StartTime", Start), ("EndTime", Start), ("InterviewerUserId", Array.Empty<string>()), ("OrganizerUserId", "u1"), ("LocationType", "PHYSICAL"), ("LocationAddress", "Berlin"));
        Assert.Equal("PATCH ats/applications/a/interviews", request.ToString());
        Assert.Contains("\"interview_id\":\"i\"", Body(request), StringComparison.Ordinal);
        Assert.Contains("\"interviewer_user_ids\":[]", Body(request), StringComparison.Ordinal);
        Assert.Contains("\"location\":{\"type\":\"PHYSICAL\",\"address\":\"Berlin\"}", Body(request), StringComparison.Ordinal);
        Assert.DoesNotContain("application_id", Body(request), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Title")]
    [InlineData("EndTime")]
    [InlineData("OrganizerUserId")]
    [InlineData("LocationType")]
    public void Nothing_of_an_interview_can_be_left_out_although_it_is_only_changed(string missing)
    {
        (string, object?)[] all =
        [
            ("InterviewId", "i"), ("ApplicationId", "a"), ("Title", "Call"), ("StartTime", Start), ("EndTime", Start),
            ("InterviewerUserId", new[] { "u1" }), ("OrganizerUserId", "u1"), ("LocationType", "PHYSICAL"),
        ];
        Assert.Equal(missing, Assert.Throws<KomboException>(() => Cmdlets.Request<UpdateKomboInterviewCommand>(all.Where(parameter => parameter.Item1 != missing).ToArray())).Parameter);
    }

    [Fact]
    public void The_older_way_to_a_candidate_puts_the_job_into_the_body()
    {
        var request = Cmdlets.Request<NewKomboCandidateCommand>(("JobId", "remote:job-1"), ("StageId", "s"), ("FirstName", "Ada"), ("LastName", "L"), ("EmailAddress", "ada@example.com"));
        Assert.Equal("POST ats/candidates", request.ToString());
        Assert.Equal(
            """{"application":{"job_id":"remote:job-1","stage_id":"s"},"candidate":{"first_name":"Ada","last_name":"L","email_address":"ada@example.com"}}""", Body(request));
    }

    [Fact]
    public void Attributes_of_a_result_are_names_and_texts_in_their_order()
    {
        var command = new AddKomboApplicationResultLinkCommand
        {
            ApplicationId = "a",
            Label = "Result",
            Url = new Uri("https://example.com/a%20b?x=%2F"),
            CustomFieldNamePrefix = "Acme:",
            Attribute = new OrderedDictionary { ["Score"] = 92.5, ["Passed"] = true, ["Level"] = "B2" },
        };
        List<string> given = ["ApplicationId", "Label", "Url", "CustomFieldNamePrefix", "Attribute"];
        command.TakeAttributes(given);
        var body = Body(RequestBinder.Bind(command, given, "x:y"));
        Assert.Contains("\"url\":\"https://example.com/a%20b?x=%2F\"", body, StringComparison.Ordinal);
        Assert.Contains(
            """:[{"key":"Score","value":"92.5"},{"key":"Passed","value":"true"},{"key":"Level","value":"B2"}]""", body, StringComparison.Ordinal);
        Assert.Contains("\"custom_field_name_prefix\":\"Acme:\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_without_attributes_has_no_details()
    {
        var command = new AddKomboCandidateResultLinkCommand { CandidateId = "c", Label = "Result", Url = new Uri("https://example.com/") };
        List<string> given = ["CandidateId", "Label", "Url"];
        command.TakeAttributes(given);
        var request = RequestBinder.Bind(command, given, "x:y");
        Assert.Equal("POST ats/candidates/c/result-links", request.ToString());
        Assert.Equal("""{"label":"Result","url":"https://example.com/"}""", Body(request));
    }

    [Fact]
    public void Attributes_and_their_prefix_belong_together()
    {
        var one = new AddKomboApplicationResultLinkCommand { Attribute = new Hashtable { ["Score"] = 1 } };
        Assert.Equal("CustomFieldNamePrefix", Assert.Throws<KomboException>(() => one.TakeAttributes(["Attribute"])).Parameter);
        var other = new AddKomboApplicationResultLinkCommand { CustomFieldNamePrefix = "Acme:" };
        Assert.Equal("Attribute", Assert.Throws<KomboException>(() => other.TakeAttributes(["CustomFieldNamePrefix"])).Parameter);
    }

    [Theory]
    [InlineData("greenhouse", "ApplicationRemoteId", """{"greenhouse":{"id_type":"application_id","application_id":"1"},"tracked_at":null}""")]
    [InlineData("ONLYFY", "ApplicationRemoteId", """{"onlyfy":{"id_type":"application_id","application_id":"1"},"tracked_at":null}""")]
    [InlineData("successfactors", "ApplicationRemoteId", """{"successfactors":{"id_type":"application_remote_id","application_remote_id":"1"},"tracked_at":null}""")]
    [InlineData("recruitee", "PlacementRemoteId", """{"recruitee":{"id_type":"placement_id","placement_id":"4"},"tracked_at":null}""")]
    [InlineData("smartrecruiters", "CandidateRemoteId JobRemoteId", """{"smartrecruiters":{"id_type":"candidate_and_job_remote_ids","candidate_remote_id":"2","job_remote_id":"3"},"tracked_at":null}""")]
    [InlineData("erecruiter", "ApplicationRemoteId JobRemoteId", """{"erecruiter":{"id_type":"application_and_job_remote_ids","application_remote_id":"1","job_remote_id":"3"},"tracked_at":null}""")]
    [InlineData("erecruiter", "ApplicationRemoteId CandidateRemoteId", """{"erecruiter":{"id_type":"application_and_candidate_remote_ids","candidate_remote_id":"2","application_remote_id":"1"},"tracked_at":null}""")]
    public void Each_tool_identifies_an_application_in_its_own_way_and_the_time_is_null_when_it_is_not_known(string tool, string ids, string body) =>
        Assert.Equal(body, Imported(tool, null, ids.Split(' ')));

    [Theory]
    [InlineData("greenhouse", "JobRemoteId", "ApplicationRemoteId")]
    [InlineData("greenhouse", "ApplicationRemoteId JobRemoteId", "ApplicationRemoteId")]
    [InlineData("erecruiter", "ApplicationRemoteId", "ApplicationRemoteId")]
    [InlineData("personio", "ApplicationRemoteId", "Tool")]
    public void Ids_that_the_tool_does_not_take_are_refused_before_anything_is_sent(string tool, string ids, string parameter) =>
        Assert.Equal(parameter, Assert.Throws<KomboException>(() => Imported(tool, null, ids.Split(' '))).Parameter);

    [Fact]
    public void Both_connectors_of_Greenhouse_identify_an_application_by_its_id() => Assert.Equal(
        """{"greenhousev3":{"id_type":"application_id","application_id":"1"},"tracked_at":null}""",
        Imported("GreenhouseV3", null, "ApplicationRemoteId"));

    [Fact]
    public void The_integration_tells_the_tool() =>
        Assert.Contains("\"recruitee\":", Imported(null, "recruitee:HWUTwvyx2wLoSUHphiWVrp28", "PlacementRemoteId"), StringComparison.Ordinal);

    [Theory]
    [InlineData("ats_create_application")]
    [InlineData("ATS_CREATE_CANDIDATE")]
    [InlineData("ats_add_application_attachment")]
    [InlineData("ats_add_candidate_attachment")]
    public void Each_action_has_limits_of_its_own(string action)
    {
        var request = Cmdlets.Request<GetKomboAttachmentRestrictionCommand>(("Action", action));
        Assert.Equal("GET ats/actions/" + action.ToLowerInvariant(), request.ToString());
        Assert.True(request.IsLive);
    }

    [Theory]
    [InlineData("""{"attachment_restrictions":{"types":{"CV":{"is_supported":true,"max_file_size_bytes":5e6,"accepted_mime_types":["application/pdf"]},"COVER_LETTER":{"is_supported":false},"OTHER":{"is_supported":true,"max_file_size_bytes":null,"accepted_mime_types":null}}}}""", 5e6, "CV; OTHER")]
    [InlineData("""{"attachment_restrictions":{"total_size_bytes":10.0,"types":{"CV":{"is_supported":true,"min_amount":1,"max_amount":1,"max_file_size_bytes":1,"accepted_mime_types":null},"COVER_LETTER":{"is_supported":false},"OTHER":{"is_supported":false}}}}""", 1.0, "CV")]
    [InlineData("""{"attachment_restrictions":null}""", null, "")]
    [InlineData("{}", null, "")]
    public async Task Limits_may_be_few_or_unknown(string data, double? size, string text)
    {
        using var server = new LoopbackServer();
        server.Enqueue(LoopbackReply.Json(Given.Success(data)));
        using var client = Given.Client(server, integrationId: "x:y");
        var limits = await client.SendAsync<AttachmentRestriction>(Cmdlets.Request<GetKomboAttachmentRestrictionCommand>(), null, TestContext.Current.CancellationToken);
        Assert.Equal(size, limits!.AttachmentRestrictions?.Types?.Cv?.MaxFileSizeBytes);
        Assert.Null(limits.AttachmentRestrictions?.AdditionalData);
        Assert.Equal(text, limits.ToString());
    }

    [Fact]
    public void A_tag_is_named_and_not_identified()
    {
        var request = Cmdlets.Request<AddKomboCandidateTagCommand>(("CandidateId", "c"), ("Name", "vip"));
        Assert.Equal("POST ats/candidates/c/tags", request.ToString());
        Assert.Equal("""{"tag":{"name":"vip"}}""", Body(request));
    }

    [Fact]
    public void Jobs_of_Avionte_go_by_the_bare_id_of_the_tool_in_the_body_or_in_the_path()
    {
        Assert.Equal("""{"job_remote_id":"4711"}""", Body(Cmdlets.Request<AddKomboAvionteSyncedJobCommand>(("JobRemoteId", "4711"))));
        var removal = Cmdlets.Request<RemoveKomboAvionteSyncedJobCommand>(("JobRemoteId", "4711"));
        Assert.Equal("DELETE ats/custom/avionte/synced-jobs/4711", removal.ToString());
        Assert.Equal("{}", Body(removal));
    }

    [Fact]
    public async Task The_day_on_which_an_employment_begins_is_shifted_by_no_time_zone()
    {
        using var server = new LoopbackServer();
        server.Enqueue(LoopbackReply.Json(Given.Success("""{"results":[{"id":"o","employment_start_date":"2026-12-01T00:00:00.000Z"}],"next":null}""")));
        using var client = Given.Client(server, integrationId: "x:y");
        using var pages = client.ReadPages<Offer>(Cmdlets.Request<GetKomboOfferCommand>(), cancellationToken: TestContext.Current.CancellationToken);
        var offer = Assert.Single((await pages.NextAsync())!.Rows);
        Assert.Equal(new DateTime(2026, 12, 1), offer.EmploymentStartDate);
        Assert.Equal(DateTimeKind.Unspecified, offer.EmploymentStartDate!.Value.Kind);
    }

    [Fact]
    public void A_note_may_have_a_title() => Assert.Equal(
        """{"content":"x","title":"T","content_type":"PLAIN_TEXT"}""",
        Body(Cmdlets.Request<AddKomboApplicationNoteCommand>(("ApplicationId", "a"), ("Content", "x"), ("Title", "T"))));

    [Fact]
    public async Task Notes_are_filtered_by_application_and_candidate_and_show_no_content_as_their_name()
    {
        var request = Cmdlets.Request<GetKomboNoteCommand>(("ApplicationId", new[] { "a", "b" }), ("CandidateId", new[] { "c" }));
        Assert.Contains(new("application_ids", "a,b"), request.Query);
        Assert.Contains(new("candidate_ids", "c"), request.Query);

        var note = await ReadOne<Note>(
            request, """{"id":"n","candidate_id":"c","application_id":null,"author_id":"u","title":null,"content_html":"<p>secret</p>","is_private":true,"author":{"id":"u","remote_id":null,"first_name":"Ada","last_name":"L"}}""");
        Assert.Equal(("n", "c", null, true, "Ada L", "n"), (note.NoteId, note.CandidateId, note.ApplicationId, note.IsPrivate, note.Author!.ToString(), note.ToString()));
    }

    [Fact]
    public async Task A_scorecard_has_answers_of_every_type_and_of_types_that_nobody_knows_yet()
    {
        var request = Cmdlets.Request<GetKomboScorecardCommand>(("ApplicationId", new[] { "a" }), ("CandidateId", new[] { "c", "d" }));
        Assert.Contains(new("application_ids", "a"), request.Query);
        Assert.Contains(new("candidate_ids", "c,d"), request.Query);

        var scorecard = await ReadOne<Scorecard>(
            request,
            """
            {"id":"s","interview_id":"i","author":null,"responses":[
            {"remote_id":null,"label":"Overall","type":"SINGLE_SELECT","options":[{"remote_id":"1","label":"Yes"}],"answer":{"remote_id":"1","label":"Yes"}},
            {"label":"Strengths","type":"MULTI_SELECT","options":[],"answer":[{"label":"Logic"},{"label":"Words"}]},
            {"label":"Again","type":"BOOLEAN","answer":true},
            {"label":"Points","type":"NUMBER","answer":3.5},
            {"label":"From","type":"DATE","answer":"2026-09-01"},
            {"label":"Until","type":"DATE","answer":"2026-09-01T00:00:00Z"},
            {"label":"Comment","type":"TEXT","answer":null},
            {"label":"New","type":"RANGE","answer":{"from":1,"to":2}}]}
            """);
        Assert.Equal("s", scorecard.ScorecardId);
        Assert.Equal(
            ["Overall: Yes", "Strengths: Logic, Words", "Again: True", "Points: 3.5", "From: 2026-09-01", "Until: 2026-09-01T00:00:00Z", "Comment"],
            scorecard.Responses!.Take(7).Select(response => response.ToString()));
        Assert.Equal(2L, Convert.ToInt64(Assert.IsType<KomboMap>(scorecard.Responses![7].Answer)["to"], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("Yes", Assert.Single(scorecard.Responses[0].Options!).ToString());
    }

    [Fact]
    public async Task A_synced_attachment_says_where_the_file_is_in_the_bucket()
    {
        var request = Cmdlets.Request<GetKomboAttachmentCommand>(("ApplicationId", new[] { "a" }), ("CandidateId", new[] { "c", "d" }));
        Assert.Contains(new("application_ids", "a"), request.Query);
        Assert.Contains(new("candidate_ids", "c,d"), request.Query);

        var file = await ReadOne<Attachment>(
            request, """{"id":"f","candidate_id":"c","application_id":null,"type":"CV","file_name":"CV.pdf","content_ref":{"type":"s3","bucket":"b","key":"k/CV.pdf"},"changed_at":"2026-10-01T00:00:00.000Z"}""");
        Assert.Equal(("f", "c", null, "CV.pdf", "s3://b/k/CV.pdf"), (file.AttachmentId, file.CandidateId, file.ApplicationId, file.ToString(), file.ContentRef!.ToString()));
        Assert.Null((await ReadOne<Attachment>(request, """{"id":"f"}""")).ContentRef);
    }

    private static async Task<T> ReadOne<T>(KomboRequest request, string row)
        where T : KomboObject
    {
        using var server = new LoopbackServer();
        server.Enqueue(LoopbackReply.Json(Given.Success($$"""{"results":[{{row}}],"next":null}""")));
        using var client = Given.Client(server, integrationId: "x:y");
        using var pages = client.ReadPages<T>(request, cancellationToken: TestContext.Current.CancellationToken);
        return Assert.Single((await pages.NextAsync())!.Rows);
    }

    private static string Imported(string? tool, string? integrationId, params string[] ids)
    {
        var command = new ImportKomboTrackedApplicationCommand { Tool = tool, ApplicationRemoteId = "1", CandidateRemoteId = "2", JobRemoteId = "3", PlacementRemoteId = "4" };
        List<string> given = [.. ids, "Tool"];
        command.Identify(given, integrationId);
        return PlainJson.ToText(new KomboMap(((KomboMap)RequestBinder.Bind(command, given, "x:y").Body!).OrderBy(member => member.Key == "tracked_at")));
    }
}
