using System.Collections;
using System.Collections.Specialized;
using System.Text;
using Kombo.Json;
using Kombo.Models;
using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>What goes over the wire for AI Apply.</summary>
public sealed class AiApplyTests
{
    private static string Body(KomboRequest request) => PlainJson.ToText(request.Body);

    private static string Line(Hashtable row) => PlainJson.ToText(new RowBinder(new ImportKomboPostingCommand(), [], typeof(Posting)).Bind(row));

    [Fact]
    public void A_location_that_is_not_given_is_kept_and_null_erases_it()
    {
        (string, object?)[] posting = [("Url", "https://example.com/1"), ("CareerSiteId", "s")];
        Assert.Equal("""{"url":"https://example.com/1","career_site_id":"s"}""", Body(Cmdlets.Request<NewKomboPostingCommand>(posting)));
        Assert.EndsWith(""","location":null}""", Body(Cmdlets.Request<NewKomboPostingCommand>([.. posting, ("Location", null)])), StringComparison.Ordinal);
        Assert.EndsWith(
            ""","location":{"country":"DE","postal_code":"12435"}}""",
            Body(Cmdlets.Request<NewKomboPostingCommand>([.. posting, ("Country", "DE"), ("PostalCode", "12435")])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_holds_for_each_line_of_an_import()
    {
        Assert.DoesNotContain("location", Line(new() { ["url"] = "u", ["career_site_label"] = "l" }), StringComparison.Ordinal);
        Assert.Contains("\"location\":null", Line(new() { ["url"] = "u", ["career_site_label"] = "l", ["location"] = null }), StringComparison.Ordinal);
        Assert.Contains("\"location\":{\"country\":\"US\"}", Line(new() { ["Url"] = "u", ["CareerSiteLabel"] = "l", ["Country"] = "US" }), StringComparison.Ordinal);
    }

    [Fact]
    public void An_import_is_one_line_a_posting_within_35_MB_and_may_take_its_five_minutes()
    {
        var request = Cmdlets.Request<ImportKomboPostingCommand>(("JobFeedId", "f"));
        Assert.Equal("POST ai-apply/job-feeds/f/bulk-import", request.ToString());
        Assert.True(request.IsLines);
        Assert.Equal(35_000_000, request.MaxBodyBytes);
        Assert.True(request.Timeout > TimeSpan.FromMinutes(5));
        Assert.False(request.IsRead);
        Assert.Empty(request.EncodeBody());
    }

    [Fact]
    public async Task Lines_are_sent_as_NDJSON_and_what_is_too_large_is_not_sent_at_all()
    {
        using var server = new LoopbackServer();
        server.Enqueue(LoopbackReply.Json(Given.Success("""{"created":2,"processed":2,"archived":0}""")));
        using var client = Given.Client(server);
        var items = new KomboList<object?> { new KomboMap { ["url"] = "u1" }, new KomboMap { ["url"] = "ü2" } };
        await client.Send(new KomboRequest("POST", "ai-apply/job-feeds/f/bulk-import") { IsLines = true, Body = items, MaxBodyBytes = 27 });
        var sent = Assert.Single(server.Requests);
        Assert.Equal("application/x-ndjson", sent.Header("Content-Type"));
        Assert.Equal("{\"url\":\"u1\"}\n{\"url\":\"ü2\"}\n", Encoding.UTF8.GetString(sent.Body));

        var failure = await client.Failure(new KomboRequest("POST", "ai-apply/job-feeds/f/bulk-import") { IsLines = true, Body = items, MaxBodyBytes = 26 });
        Assert.Equal(KomboFailure.InvalidInput, failure.Failure);
        Assert.False(failure.MayHaveExecuted);
        Assert.Single(server.Requests);
    }

    [Fact]
    public void Asking_for_a_form_changes_nothing_and_may_be_repeated()
    {
        var request = Cmdlets.Request<RequestKomboPostingFormCommand>(("PostingId", "p"));
        Assert.Equal("POST ai-apply/postings/p/inquire", request.ToString());
        Assert.Equal("{}", Body(request));
        Assert.True(request.IsRead && request.IsLive);
    }

    [Fact]
    public void Jobs_come_five_at_a_time()
    {
        Assert.Equal("GET ai-apply/unified-api/jobs?page_size=5", Cmdlets.Request<GetKomboAiApplyJobCommand>().ToString());
        Assert.Throws<KomboException>(() => Cmdlets.Request<GetKomboAiApplyJobCommand>(("PageSize", 6)));
    }

    [Fact]
    public void Postings_and_their_forms_are_read_by_when_they_changed()
    {
        var since = new DateTime(2026, 10, 1, 0, 0, 0, DateTimeKind.Utc);
        Assert.Equal(
            "GET ai-apply/postings/forms?career_site_ids=s,t&job_codes=J-1&updated_after=2026-10-01T00:00:00.000Z&page_size=5",
            Cmdlets.Request<GetKomboPostingFormCommand>(("CareerSiteId", new[] { "s", "t" }), ("JobCode", new[] { "J-1" }), ("UpdatedAfter", since)).ToString());
        Assert.Contains(new("updated_after", "2026-10-01T00:00:00.000Z"), Cmdlets.Request<GetKomboPostingCommand>(("UpdatedAfter", since)).Query);
        Assert.Throws<KomboException>(() => Cmdlets.Request<GetKomboPostingFormCommand>(("PageSize", 6)));
    }

    [Fact]
    public void A_posting_with_its_form_is_the_posting_and_may_have_no_form()
    {
        var posting = Given.Model<PostingWithForm>(
            """
            {"id":"p","career_site":{"id":"s","label":"Site"},"url":"https://x.example/1","availability":"APPLYABLE","submission_token":"t","application_form":[
              {"block_type":"SECTION","label":"S","children":[{"block_type":"QUESTION","question_id":"a"}]},{"block_type":"QUESTION","question_id":"b"}]}
            """);
        Assert.Equal(("p", "s", "t"), (posting.PostingId, posting.CareerSiteId, posting.SubmissionToken));
        Assert.Equal(["a", "b"], posting.Questions.Select(question => question.QuestionId));
        Assert.Equal<object>(posting, new Posting { Id = "p" });
        Assert.Null(posting.AdditionalData);

        var closed = Given.Model<PostingWithForm>("""{"id":"p","availability":"ARCHIVED","submission_token":null,"application_form":null}""");
        Assert.Empty(closed.Questions);

        // Nobody has seen an answer: what has another name is not lost.
        Assert.Equal("t", Given.Model<PostingWithForm>("""{"id":"p","form_token":"t"}""").AdditionalData!["form_token"]);
    }

    [Fact]
    public void Applications_are_found_by_postings_under_the_name_that_they_have_there() =>
        Assert.Contains(Cmdlets.Request<GetKomboAiApplyApplicationCommand>(("PostingId", new[] { "p" })).Query, pair => pair is { Key: "job_posting_ids", Value: "p" });

    [Fact]
    public void Answers_keep_their_kinds_whether_they_come_by_id_or_as_the_API_has_them()
    {
        var command = new SubmitKomboAiApplyApplicationCommand
        {
            SubmissionToken = "t",
            CandidateEmail = "a@example.com",
            Answer = new OrderedDictionary { ["q1"] = false, ["q2"] = 0, ["q3"] = "", ["q4"] = new[] { "a" } },
            ScreeningQuestionAnswer = [new OrderedDictionary { ["question_id"] = "q5", ["answer"] = 1.5 }],
        };
        List<string> given = ["SubmissionToken", "CandidateEmail", "Answer", "ScreeningQuestionAnswer"];
        command.TakeAnswers(given);
        Assert.Equal(
            """{"submission_token":"t","candidate_email":"a@example.com","screening_question_answers":[{"question_id":"q5","answer":1.5},{"question_id":"q1","answer":false},{"question_id":"q2","answer":0},{"question_id":"q3","answer":""},{"question_id":"q4","answer":["a"]}]}""",
            Body(RequestBinder.Bind(command, given, "x:y")));
    }

    [Fact]
    public void Answers_must_be_given_although_there_may_be_none()
    {
        var command = new SubmitKomboAiApplyApplicationCommand { SubmissionToken = "t", CandidateEmail = "a@example.com", Answer = new Hashtable() };
        Assert.Equal("Answer", Assert.Throws<KomboException>(() => command.TakeAnswers([])).Parameter);
        command.TakeAnswers(["Answer"]);
        Assert.EndsWith("\"screening_question_answers\":[]}", Body(RequestBinder.Bind(command, ["SubmissionToken", "CandidateEmail", "Answer"], "x:y")), StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_inside_sections_are_questions_with_their_conditions_of_any_kind()
    {
        var form = Given.Model<PostingForm>(
            """
            {"submission_token":"t","application_form":[
              {"block_type":"QUESTION","question_id":"a"},
              {"block_type":"SECTION","label":"S","children":[
                {"block_type":"QUESTION","question_id":"b","display_when":{"question_id":"a","answer_equals":true}},
                {"block_type":"SECTION","children":[{"block_type":"QUESTION","question_id":"c","display_when":{"question_id":"b","answer_equals":["x","y"]}}]}]},
              {"block_type":"QUESTION","question_id":"d","display_when":{"question_id":"c","answer_equals":2.5},"question_type":"HOLOGRAM"}]}
            """);
        Assert.Equal(["a", "b", "c", "d"], form.Questions.Select(question => question.QuestionId));
        Assert.Equal(true, form.Questions[1].DisplayWhen!.AnswerEquals);
        Assert.Equal(["x", "y"], Assert.IsType<KomboList<object?>>(form.Questions[2].DisplayWhen!.AnswerEquals));
        Assert.Equal(2.5, Convert.ToDouble(form.Questions[3].DisplayWhen!.AnswerEquals, null));
        Assert.Equal("HOLOGRAM", form.Questions[3].QuestionType);
        Assert.Null(form.AdditionalData);
    }
}
