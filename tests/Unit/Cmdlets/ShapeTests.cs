using Kombo.Json;
using Kombo.Models;
using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>Answers that have another shape than their neighbours: lists of their own name, and members of several kinds.</summary>
public sealed class ShapeTests
{
    [Theory]
    [InlineData(typeof(GetKomboCandidateAttachmentCommand), "CandidateId", "results")]
    [InlineData(typeof(GetKomboApplicationAttachmentCommand), "ApplicationId", "results")]
    [InlineData(typeof(GetKomboDatevDocumentCommand), "Period", "results")]
    [InlineData(typeof(GetKomboAssessmentPackageCommand), null, "packages")]
    [InlineData(typeof(GetKomboToolCommand), "Category", "tools")]
    [InlineData(typeof(GetKomboDatevDataPushCommand), null, "data_pushes")]
    [InlineData(typeof(GetKomboEmployeeSkillAssignmentCommand), null, "results")]
    public void A_list_that_has_no_pages_is_read_once_from_the_member_it_has(Type cmdlet, string? required, string member)
    {
        var command = Activator.CreateInstance(cmdlet)!;
        if (required is not null)
        {
            cmdlet.GetProperty(required)!.SetValue(command, required == "Period" ? new DateTime(2026, 10, 1) : "hris");
        }

        var request = RequestBinder.Bind(command, required is null ? [] : [required], "x:y");
        Assert.Equal(member, request.ListMember);
        Assert.False(request.IsPaged);
        Assert.DoesNotContain(request.Query, pair => pair.Key is "page_size" or "cursor");
    }

    [Fact]
    public void Screening_answers_of_every_kind_and_of_none_that_is_known()
    {
        var answers = Given.Model<Application>(
            """
            {"id":"a","screening_question_answers":[
              {"question":{"type":"TEXT","title":"T"},"answer":{"content":"x"}},
              {"question":{"type":"SINGLE_SELECT","title":"T"},"answer":{"choice":"a"}},
              {"question":{"type":"MULTI_SELECT","title":"T"},"answer":{"choices":["a","b"]}},
              {"question":{"type":"BOOLEAN","title":"T"},"answer":{"checked":false}},
              {"question":{"type":"NUMBER","title":"T"},"answer":{"number":0}},
              {"question":{"type":"DATE","title":"T"},"answer":{"date":"2026-11-01T00:00:00.000Z"}},
              {"question":{"type":"UNKNOWN","title":"T"},"answer":{"raw":[1,"x"]}},
              {"question":{"type":"HOLOGRAM","title":"T"},"answer":{"light":true}},
              {"question":{"type":"TEXT","title":"T"},"answer":null}]}
            """).ScreeningQuestionAnswers!;
        Assert.Equal("x", answers[0].Answer!.Content);
        Assert.Equal("a", answers[1].Answer!.Choice);
        Assert.Equal(["a", "b"], answers[2].Answer!.Choices!);
        Assert.False(answers[3].Answer!.Checked);
        Assert.Equal(0, answers[4].Answer!.Number);
        Assert.Equal(new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc), answers[5].Answer!.Date);
        Assert.Equal(2, Assert.IsType<KomboList<object?>>(answers[6].Answer!.Raw).Count);
        Assert.Equal(true, answers[7].Answer!.AdditionalData!["light"]);
        Assert.Null(answers[8].Answer);
    }

    [Fact]
    public void Preconditions_of_a_question_are_ids_flags_or_nothing()
    {
        var questions = Given.Model<Models.Job>(
            """{"id":"j","screening_questions":[{"id":"1","precondition_options":["o1","o2"]},{"id":"2","precondition_options":[true]},{"id":"3","precondition_options":null,"format":null},{"id":"4","format":{"type":"INFORMATION"}},{"id":"5","format":{"type":"UNKNOWN","raw_question":{"A":1}}}]}""").ScreeningQuestions!;
        Assert.Equal(["o1", "o2"], questions[0].PreconditionOptions!);
        Assert.Equal([true], questions[1].PreconditionOptions!);
        Assert.Null(questions[2].PreconditionOptions);
        Assert.Equal("INFORMATION", questions[3].Format!.Type);
        Assert.IsType<KomboMap>(questions[4].Format!.RawQuestion);
    }

    [Fact]
    public void The_id_of_a_choice_in_the_tool_stays_a_number_or_a_text()
    {
        var entries = Given.Model<EmployeeForm>("""{"properties":{"gender":{"type":"single_select","options":{"type":"inline","entries":[{"id":"a","remote_id":"007"},{"id":"b","remote_id":7}]}}}}""")
            .Properties!["gender"].Options!.Entries!;
        Assert.Equal("007", entries[0].RemoteId);
        Assert.Equal(7L, Convert.ToInt64(Assert.IsAssignableFrom<IConvertible>(entries[1].RemoteId), null));
        Assert.IsNotType<string>(entries[1].RemoteId);
    }

    [Fact]
    public void An_employee_who_is_a_prehire_has_no_id_yet_and_shows_the_one_there_is()
    {
        var prehire = Given.Model<EmployeeFormResult>("""{"id":null,"remote_id":null,"prehire":{"remote_id":"pre-1"}}""");
        Assert.Null(prehire.Id);
        Assert.Equal("pre-1", prehire.Prehire!.RemoteId);
        Assert.Equal("pre-1", prehire.ToString());
    }

    [Fact]
    public void A_task_and_a_permission_are_read_in_every_state()
    {
        Assert.Null(Given.Model<CourseTask>("""{"task_id":"t","status":"PENDING","created_at":"2026-11-01T00:00:00.000Z","completed_at":null}""").Data);
        Assert.Equal("boom", Given.Model<CourseTask>("""{"task_id":"t","status":"FAILED","error":{"message":"boom"}}""").Error!.Message);
        Assert.Single(Given.Model<CourseTask>("""{"task_id":"t","status":"COMPLETED","data":[{"origin_id":"1","status":"SUCCEEDED"}]}""").Data!);
        Assert.Equal("EXPLODED", Given.Model<CourseTask>("""{"task_id":"t","status":"EXPLODED"}""").Status);
        Assert.Equal("ready", Given.Model<DatevPermissionCheck>("""{"ready":true,"documents_granted":["LOBN"]}""").ToString());
        Assert.Equal("no consent", Given.Model<DatevPermissionCheck>("""{"ready":false,"error":"no consent"}""").ToString());
    }

    [Theory]
    [InlineData("""{"status":204,"url":"u","headers":{}}""", null)]
    [InlineData("""{"status":200,"url":"u","headers":{"Set-Cookie":["a","b"],"Date":"x"},"data":"text"}""", "text")]
    public void A_tool_answers_with_no_body_or_any_and_headers_with_one_value_or_several(string json, string? data)
    {
        var answer = Given.Model<PassthroughResponse>(json);
        Assert.Equal(data, answer.Data);
        if (data is not null)
        {
            Assert.Equal(["a", "b"], Assert.IsType<KomboList<object?>>(answer.Headers!["Set-Cookie"]));
            Assert.Equal("x", answer.Headers["Date"]);
        }
    }

    [Fact]
    public void What_goes_by_one_name_differs_between_employees_and_candidates()
    {
        static string[] Values<T>(string parameter) => Attribute.GetCustomAttribute(typeof(T).GetProperty(parameter)!, typeof(KnownValuesAttribute), true) is KnownValuesAttribute known ? known.Values : [];
        Assert.Equal(["MALE", "FEMALE", "NON_BINARY", "NOT_SPECIFIED"], Values<UpdateKomboEmployeeCommand>("Gender"));
        Assert.Equal(["MALE", "FEMALE", "OTHER"], Values<NewKomboApplicationCommand>("Gender"));
        Assert.Contains("\"gender\":\"DIVERSE\"", PlainJson.ToText(Cmdlets.Request<UpdateKomboEmployeeCommand>(("EmployeeId", "e"), ("WorkEmail", "a@example.com"), ("Gender", "DIVERSE")).Body), StringComparison.Ordinal);
    }
}
