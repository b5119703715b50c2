using System.Collections;
using System.Collections.Specialized;
using System.Text;
using Kombo.Json;
using Kombo.Models;
using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>What is particular to the HRIS cmdlets: required and nullable members, nested bodies, and answers of several shapes.</summary>
public sealed class HrisTests
{
    private static string Query(KomboRequest request) => string.Join("&", request.Query.Select(pair => $"{pair.Key}={pair.Value}"));

    private static string Body(KomboRequest request) => PlainJson.ToText(request.Body);

    private static T Read<T>(string json) => Given.Model<T>(json);

    [Fact]
    public void An_employee_is_not_changed_without_the_address_that_the_API_wants()
    {
        var failure = Assert.Throws<KomboException>(() => Cmdlets.Request<UpdateKomboEmployeeCommand>(("EmployeeId", "e"), ("MobilePhoneNumber", "1")));
        Assert.Equal("WorkEmail", failure.Parameter);
        var request = Cmdlets.Request<UpdateKomboEmployeeCommand>(("EmployeeId", "remote:a/b"), ("WorkEmail", "a@example.com"), ("MobilePhoneNumber", "1"));
        Assert.Equal("PATCH hris/employees/remote%3Aa%2Fb", request.ToString());
        Assert.Equal("""{"work_email":"a@example.com","mobile_phone_number":"1"}""", Body(request));
        Assert.False(request.IsRead);
    }

    [Fact]
    public void A_change_says_nothing_about_what_is_not_given()
    {
        var body = Body(Cmdlets.Request<UpdateKomboEmployeeCommand>(("EmployeeId", "e"), ("WorkEmail", "a@example.com"), ("JobTitle", null), ("Gender", null), ("LegalEntityId", null)));
        Assert.Equal("""{"work_email":"a@example.com"}""", body);

        // Null clears the last day.
        Assert.Equal("""{"work_email":"a@example.com","termination_date":null}""", Body(Cmdlets.Request<UpdateKomboEmployeeCommand>(("EmployeeId", "e"), ("WorkEmail", "a@example.com"), ("TerminationDate", null))));
    }

    [Fact]
    public void An_address_comes_in_parts_or_as_a_whole_but_no_part_twice()
    {
        var parts = Cmdlets.Request<NewKomboLegacyEmployeeCommand>(("FirstName", "Ada"), ("LastName", "L"), ("Street1", "S 1"), ("City", "Berlin"), ("Country", "DE"));
        Assert.Equal("""{"first_name":"Ada","last_name":"L","home_address":{"street_1":"S 1","city":"Berlin","country":"DE"}}""", Ordered(parts));
        var whole = Cmdlets.Request<NewKomboLegacyEmployeeCommand>(("FirstName", "Ada"), ("LastName", "L"), ("HomeAddress", new OrderedDictionary { ["street_1"] = "S 1" }), ("City", "Berlin"));
        Assert.Equal("""{"first_name":"Ada","last_name":"L","home_address":{"street_1":"S 1","city":"Berlin"}}""", Ordered(whole));
        Assert.Throws<KomboException>(() => Cmdlets.Request<NewKomboLegacyEmployeeCommand>(("FirstName", "Ada"), ("LastName", "L"), ("HomeAddress", new Hashtable { ["city"] = "Bonn" }), ("City", "Berlin")));
    }

    [Fact]
    public void Days_of_employees_lose_their_time_and_gain_no_zone()
    {
        var evening = new DateTime(2026, 12, 31, 23, 30, 0, DateTimeKind.Local);
        var body = Body(Cmdlets.Request<UpdateKomboEmployeeCommand>(("EmployeeId", "e"), ("WorkEmail", "a@example.com"), ("TerminationDate", evening), ("DateOfBirth", evening), ("StartDate", evening)));
        Assert.Equal(3, body.Split("\"2026-12-31T00:00:00.000Z\"").Length - 1);
    }

    [Fact]
    public void A_level_that_is_null_is_sent_and_one_that_is_missing_is_refused()
    {
        Assert.Equal("""{"current_level":null}""", Body(Cmdlets.Request<UpdateKomboEmployeeSkillAssignmentCommand>(("EmployeeSkillAssignmentId", "a"), ("CurrentLevel", null))));
        Assert.Equal("""{"current_level":"Expert"}""", Body(Cmdlets.Request<UpdateKomboEmployeeSkillAssignmentCommand>(("EmployeeSkillAssignmentId", "a"), ("CurrentLevel", "Expert"))));
        var failure = Assert.Throws<KomboException>(() => Cmdlets.Request<UpdateKomboEmployeeSkillAssignmentCommand>(("EmployeeSkillAssignmentId", "a")));
        Assert.Equal("CurrentLevel", failure.Parameter);
    }

    [Fact]
    public void A_new_assignment_without_a_level_has_no_such_member() =>
        Assert.Equal("""{"employee_id":"e","skill_id":"s"}""", Body(Cmdlets.Request<NewKomboEmployeeSkillAssignmentCommand>(("EmployeeId", "e"), ("SkillId", "s"), ("CurrentLevel", null))));

    [Fact]
    public void Levels_go_in_under_one_name_and_come_out_under_another()
    {
        Assert.Equal("""{"name":"SQL","levels":["a","b"]}""", Body(Cmdlets.Request<NewKomboSkillCommand>(("Name", "SQL"), ("Level", new[] { "a", "b" }))));
        Assert.Equal("""{"levels":[]}""", Body(Cmdlets.Request<UpdateKomboSkillCommand>(("SkillId", "s"), ("Level", Array.Empty<string>()))));
        Assert.Equal("{}", Body(Cmdlets.Request<UpdateKomboSkillCommand>(("SkillId", "s"))));
        Assert.Equal(["a", "b"], Read<Skill>("""{"id":"s","ordered_levels":["a","b"]}""").OrderedLevels!);
    }

    [Fact]
    public void Deletions_of_skills_send_an_empty_object()
    {
        Assert.Equal("{}", Body(Cmdlets.Request<RemoveKomboSkillCommand>(("SkillId", "s"))));
        var request = Cmdlets.Request<RemoveKomboEmployeeSkillAssignmentCommand>(("EmployeeSkillAssignmentId", "a b"));
        Assert.Equal("DELETE hris/employee-skill-assignments/a%20b", request.ToString());
        Assert.Equal("{}", Body(request));
    }

    [Fact]
    public void A_list_without_pages_is_asked_for_none()
    {
        var request = Cmdlets.Request<GetKomboEmployeeSkillAssignmentCommand>(("EmployeeId", new[] { "e", "f" }), ("SkillId", new[] { "s" }));
        Assert.Equal("employee_ids=e,f&skill_ids=s", string.Join("&", Query(request).Split('&').Order()));
        Assert.False(request.IsPaged);
    }

    [Fact]
    public void Timesheets_have_four_bounds_in_UTC()
    {
        var time = new DateTime(2026, 10, 26, 6, 30, 0, DateTimeKind.Utc);
        var query = Query(Cmdlets.Request<GetKomboTimesheetCommand>(("StartedBefore", time), ("StartedAfter", time), ("EndedBefore", time), ("EndedAfter", time.ToLocalTime()), ("EmployeeId", "e")));
        foreach (var bound in new[] { "started_before", "started_after", "ended_before", "ended_after" })
        {
            Assert.Contains($"{bound}=2026-10-26T06:30:00.000Z", query, StringComparison.Ordinal);
        }

        Assert.Contains("employee_id=e", query, StringComparison.Ordinal);
    }

    [Fact]
    public void Reviews_and_staffing_entities_name_their_kinds_differently()
    {
        Assert.Contains("types=MANAGER,SELF", Query(Cmdlets.Request<GetKomboPerformanceReviewCommand>(("Type", new[] { "manager", "self" }))), StringComparison.Ordinal);
        Assert.Contains("review_cycle_ids=c", Query(Cmdlets.Request<GetKomboPerformanceReviewCommand>(("ReviewCycleId", new[] { "c" }))), StringComparison.Ordinal);
        Assert.Contains("reviewee_ids=e,f", Query(Cmdlets.Request<GetKomboPerformanceReviewCommand>(("RevieweeId", new[] { "e", "f" }))), StringComparison.Ordinal);
        var query = Query(Cmdlets.Request<GetKomboStaffingEntityCommand>(("ModelType", new[] { "job", "Requisition" }), ("Status", new[] { "open_unlimited", "PLANNED" })));
        Assert.Contains("model_types=JOB,REQUISITION", query, StringComparison.Ordinal);
        Assert.Contains("statuses=OPEN_UNLIMITED,PLANNED", query, StringComparison.Ordinal);
    }

    [Fact]
    public void The_only_provisioning_group_need_not_be_named()
    {
        Assert.Equal("POST hris/provisioning-groups/default/setup-links", Cmdlets.Request<NewKomboProvisioningSetupLinkCommand>().ToString());
        Assert.Equal("POST hris/provisioning-groups/sales/setup-links", Cmdlets.Request<NewKomboProvisioningSetupLinkCommand>(("ProvisioningGroupId", "sales")).ToString());
        Assert.Equal("{}", Body(Cmdlets.Request<NewKomboProvisioningSetupLinkCommand>()));
        Assert.Equal("""{"language":"de"}""", Body(Cmdlets.Request<NewKomboProvisioningSetupLinkCommand>(("Language", "DE"))));
    }

    [Fact]
    public void A_setup_link_is_an_address_that_expires()
    {
        var link = Read<ProvisioningSetupLink>("""{"url":"https://connect.example.com/x?y=1","expires_at":"2026-01-01T00:00:00.000Z"}""");
        Assert.Equal("/x", link.Uri!.AbsolutePath);
        Assert.Equal(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), link.ExpiresAt);
        Assert.Equal("https://connect.example.com/x?y=1", link.ToString());
    }

    [Fact]
    public void A_comparison_is_a_read_although_it_is_a_POST()
    {
        var request = RequestBinder.Bind(new CompareKomboProvisioningGroupCommand(), ["Users", "EmployeeField"], "personio:1");
        Assert.True(request.IsRead);
        Assert.Equal("POST hris/provisioning-groups/default/diff", request.ToString());
        Assert.Equal(
            """{"options":{"employee_fields":["id","remote_id","first_name","last_name","groups","avatar","work_location_id","legal_entity_id"]},"provisioned_users":[]}""",
            Ordered(request));
    }

    [Fact]
    public void A_comparison_tells_employees_apart_from_users()
    {
        var diff = Read<ProvisioningDiff>("""
            {"users":{"to_provision":[{"email":null,"employee":{"id":"e1","first_name":"Ada","groups":[{"id":"g","remote_id":null,"name":"R&D"}]}}],
            "to_deprovision":[{"origin_id":"7","email":"x@example.com"}],
            "already_provisioned":[{"origin_id":"8","email":"y@example.com","employee":{}}]}}
            """);
        var candidate = Assert.Single(diff.ToProvision!);
        Assert.Equal("e1", candidate.EmployeeId);
        Assert.Equal("Ada", candidate.ToString());
        Assert.Equal("g", Assert.Single(candidate.Employee!.Groups!).GroupId);
        Assert.Equal("7", Assert.Single(diff.ToDeprovision!).OriginId);
        Assert.Null(Assert.Single(diff.AlreadyProvisioned!).EmployeeId);
        Assert.Equal("1 to provision, 1 to deprovision, 1 already provisioned", diff.ToString());
    }

    [Fact]
    public void A_rating_is_a_number_on_a_scale_or_one_of_several_options()
    {
        var reviews = Read<PerformanceReview>("""{"id":"a","summary_rating":{"type":"NUMERIC","min":1,"max":5,"value":4.5}}""");
        Assert.Equal(4.5, Convert.ToDouble(reviews.SummaryRating!.Value, null));
        Assert.Equal("4.5/5", reviews.SummaryRating.ToString());
        var option = Read<PerformanceReview>("""{"id":"a","summary_rating":{"type":"SINGLE_SELECT","ordered_options":["bad","good"],"value":"good"}}""").SummaryRating!;
        Assert.Equal("good", option.Value);
        Assert.Equal(["bad", "good"], option.OrderedOptions!);
        Assert.Equal("STARS", Read<PerformanceReview>("""{"id":"a","summary_rating":{"type":"STARS","stars":3}}""").SummaryRating!.ToString());
        Assert.Null(Read<PerformanceReview>("""{"id":"a"}""").SummaryRating);
    }

    [Fact]
    public void Days_in_answers_are_not_shifted_and_moments_are_UTC()
    {
        var employment = Read<Employment>("""{"id":"a","effective_date":"2026-01-01T00:00:00.000Z","changed_at":"2026-01-01T00:00:00.000Z"}""");
        Assert.Equal((new DateTime(2026, 1, 1), DateTimeKind.Unspecified), (employment.EffectiveDate!.Value, employment.EffectiveDate.Value.Kind));
        Assert.Equal(DateTimeKind.Utc, employment.ChangedAt!.Value.Kind);
        Assert.Equal(DateTimeKind.Unspecified, Read<PerformanceReviewCycle>("""{"id":"a","review_period_start_date":"2026-01-01T00:00:00.000Z"}""").ReviewPeriodStartDate!.Value.Kind);
        var timesheet = Read<Timesheet>("""{"id":"a","started_at":"2026-01-01T23:30:00.000Z","ended_at":null,"timezone":"+01:00","breaks":[{"started_at":"2026-01-01T23:45:00.000Z","ended_at":"2026-01-01T23:50:00.000Z","paid":true}]}""");
        Assert.Equal(DateTimeKind.Utc, timesheet.StartedAt!.Value.Kind);
        Assert.Equal("2026-01-01 23:30..", timesheet.ToString());
        Assert.True(Assert.Single(timesheet.Breaks!).Paid);
    }

    [Fact]
    public void A_pay_run_has_days_and_exact_amounts()
    {
        Assert.Contains("legal_entity_ids=l,m", Query(Cmdlets.Request<GetKomboPayRunCommand>(("LegalEntityId", new[] { "l", "m" }))), StringComparison.Ordinal);
        var run = Read<PayRun>("""{"id":"p","start_date":"2026-10-01","end_date":"2026-10-31","legal_entity_id":"l","totals":{"gross_pay":{"currency":"EUR","value":0.1},"net_pay":null}}""");
        Assert.Equal(("p", "l", "2026-10-01..2026-10-31", "0.1 EUR"), (run.PayRunId, run.LegalEntityId, run.ToString(), run.Totals!.ToString()));
        Assert.Equal((new DateTime(2026, 10, 1), DateTimeKind.Unspecified), (run.StartDate!.Value, run.StartDate.Value.Kind));
        Assert.Equal(0.3m, run.Totals.GrossPay!.Value + 0.2m);
        Assert.Null(run.Totals.NetPay);
        Assert.Null(run.Totals.PaidAmount);
    }

    [Fact]
    public void A_payslip_binds_by_the_employee_and_the_pay_run_that_are_in_it()
    {
        // The API's own spelling: the path is pay-runs, the member pay_run, and the filter payrun_ids.
        var query = Query(Cmdlets.Request<GetKomboPayslipCommand>(("EmployeeId", new[] { "e" }), ("PayRunId", new[] { "p", "q" }), ("LegalEntityId", new[] { "l" })));
        Assert.Contains("employee_ids=e", query, StringComparison.Ordinal);
        Assert.Contains("payrun_ids=p,q", query, StringComparison.Ordinal);
        Assert.Contains("legal_entity_ids=l", query, StringComparison.Ordinal);

        var slip = Read<Payslip>(
            """
            {"id":"s","employee":{"id":"e","remote_id":"1","display_full_name":"Ada L"},"pay_run":{"id":"p","start_date":"2026-10-01","end_date":"2026-10-31","legal_entity_id":"l"},
            "totals":{"net_pay":{"currency":"EUR","value":2450.10},"net_pay_ytd":null},
            "line_items":[{"id":"i","name":"Salary","pay_code":{"remote_id":"1000","remote_label":"Base"},"amount":{"currency":"EUR","value":3200.10},"amount_ytd":{"currency":"EUR","value":32001.00}},{"id":"j","name":null}]}
            """);
        Assert.Equal(("s", "e", "p", "2026-10-01..2026-10-31 Ada L"), (slip.PayslipId, slip.EmployeeId, slip.PayRunId, slip.ToString()));
        Assert.Equal(2450.10m, slip.Totals!.NetPay!.Value);
        Assert.Null(slip.Totals.NetPayYtd);
        Assert.Equal(["Salary 3200.10 EUR", "j"], slip.LineItems!.Select(line => line.ToString()));
        Assert.Equal(("Base", 32001.00m), (slip.LineItems![0].PayCode!.ToString(), slip.LineItems[0].AmountYtd!.Value));
        Assert.Null(slip.AdditionalData);

        var bare = Read<Payslip>("""{"id":"s","employee":null,"pay_run":null}""");
        Assert.Equal((null, null, "s"), (bare.EmployeeId, bare.PayRunId, bare.ToString()));
        Assert.Equal("x", Read<Payslip>("""{"id":"s","employee_id":"x"}""").AdditionalData!["employee_id"]);
    }

    [Fact]
    public void A_rating_of_a_skill_is_sent_in_the_newest_form_and_without_what_is_not_given()
    {
        (string, object?)[] who = [("EmployeeId", "e"), ("SkillId", "s")];
        Assert.Equal("""{"employee_id":"e","skill_id":"s"}""", Body(Cmdlets.Request<SetKomboSkillRatingCommand>(who)));
        Assert.Equal(
            """{"employee_id":"e","skill_id":"s","rating":{"proficiency":4,"rating_source":"EXTERNAL"}}""",
            Body(Cmdlets.Request<SetKomboSkillRatingCommand>([.. who, ("ProficiencyValue", 4.0), ("RatingSource", "external")])));
        Assert.Equal(
            """{"employee_id":"e","skill_id":"s","rating":{"proficiency":"o"}}""",
            Body(Cmdlets.Request<SetKomboSkillRatingCommand>([.. who, ("ProficiencyOptionId", "o")])));
        Assert.Throws<KomboException>(() => Cmdlets.Request<SetKomboSkillRatingCommand>([.. who, ("ProficiencyValue", 4.0), ("ProficiencyOptionId", "o")]));

        // The older form has the level at the top.
        Assert.Equal(
            """{"employee_id":"e","skill_id":"s","proficiency":4}""",
            Body(Cmdlets.Request<SetKomboSkillRatingCommand>([.. who, ("AdditionalField", new Hashtable { ["proficiency"] = 4 })])));
    }

    [Theory]
    [InlineData("""{"type":"SINGLE_SELECT","options":[{"id":"1","name":"Low"},{"id":"2","name":"High"}],"selected_option_id":"2"}""", "High")]
    [InlineData("""{"type":"SINGLE_SELECT","ordered_options":["Low","High"],"value":"High"}""", "High")]
    [InlineData("""{"type":"SINGLE_SELECT","options":[{"id":"1"}],"selected_option_id":"2"}""", "2")]
    [InlineData("""{"type":"NUMERIC","value":3.5}""", "3.5")]
    [InlineData("""{"type":"STARS","stars":3}""", null)]
    [InlineData("4", "4")]
    [InlineData("null", null)]
    public void A_rating_of_a_skill_has_its_level_in_every_form_that_it_may_have(string proficiency, string? level)
    {
        var rating = Read<SkillRating>($$"""{"id":"r","employee_id":"e","skill_id":"s","proficiency":{{proficiency}},"rating_source":"SELF"}""");
        Assert.Equal(level, rating.Level is null ? null : Convert.ToString(rating.Level, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(proficiency, rating.Proficiency is null ? "null" : PlainJson.ToText(rating.Proficiency));
        Assert.Equal(("r", $"SELF {level}".Trim()), (rating.SkillRatingId, rating.ToString()));
    }

    [Fact]
    public void A_staffing_entity_expects_skills_at_a_level_with_a_name_or_a_number()
    {
        var entity = Read<StaffingEntity>(
            """
            {"id":"a","skills":[
            {"skill_id":"s","skill":{"id":"s","remote_id":"1","name":"SQL","proficiency_scale":{"id":"x","remote_id":"2","type":"SINGLE_SELECT","ordered_options":[{"id":"o","remote_id":null,"name":"Low"},{"id":"p","remote_id":"3","name":"High"}]}},
              "expected_proficiency":{"type":"SINGLE_SELECT","selected_option_id":"p"}},
            {"skill_id":"t","skill":{"id":"t","remote_id":"4","name":"Typing","proficiency_scale":{"id":"y","remote_id":"5","type":"NUMERIC","min":0,"max":10,"step":null}},"expected_proficiency":{"type":"NUMERIC","value":7.5}},
            {"skill_id":"u","skill":{"id":"u","remote_id":"6","name":null,"proficiency_scale":null},"expected_proficiency":null}]}
            """);
        Assert.Equal(["High", "7.5", null], entity.Skills!.Select(skill => skill.ExpectedLevel));
        Assert.Equal("SQL: High; Typing: 7.5; u", entity.Skills!.ToString());
        Assert.Equal(("Low; High", "0..10"), (entity.Skills![0].Skill!.ProficiencyScale!.ToString(), entity.Skills[1].Skill!.ProficiencyScale!.ToString()));
        Assert.Equal<object>(entity.Skills[0].Skill!, new Skill { Id = "s" });
        Assert.Null(entity.AdditionalData);
    }

    [Fact]
    public void A_document_may_have_fields_of_the_tool() => Assert.Contains(
        "\"remote_fields\":{\"afas\":{\"fields\":{\"Ds\":\"x\"}}}",
        Body(Cmdlets.Request<AddKomboEmployeeDocumentCommand>(
            ("EmployeeId", "e"), ("CategoryId", "c"), ("AdditionalField", new Hashtable { ["document"] = new Hashtable { ["name"] = "a.pdf" } }),
            ("RemoteField", new Hashtable { ["afas"] = new Hashtable { ["fields"] = new Hashtable { ["Ds"] = "x" } } }))),
        StringComparison.Ordinal);

    [Fact]
    public void A_skill_has_levels_in_the_older_or_in_the_newer_form()
    {
        Assert.Equal("""{"name":"SQL","origin_id":"7","status":"INACTIVE"}""", Body(Cmdlets.Request<NewKomboSkillCommand>(("Name", "SQL"), ("OriginId", "7"), ("Status", "inactive"))));
        Assert.Equal("""{"name":"SQL","levels":["a","b"]}""", Body(Cmdlets.Request<NewKomboSkillCommand>(("Name", "SQL"), ("Level", new[] { "a", "b" }))));
        Assert.Equal(["a", "b"], Read<Skill>("""{"id":"s","ordered_levels":["a","b"]}""").OrderedLevels!);
        Assert.Equal("a; b", Read<Skill>("""{"id":"s","proficiency_scale":{"id":"x","type":"SINGLE_SELECT","ordered_options":[{"id":"1","name":"a"},{"id":"2","name":"b"}]}}""").ProficiencyScale!.ToString());
    }

    [Fact]
    public void The_form_of_a_new_employee_may_be_that_of_a_position()
    {
        Assert.Equal("GET hris/employees/form?staffing_entity_id=p", Cmdlets.Request<GetKomboEmployeeFormCommand>(("StaffingEntityId", "p")).ToString());
        Assert.Equal("GET hris/employees/form", GetKomboEmployeeFormCommand.RequestFor("x:y", null).ToString());
        Assert.Equal(
            """{"properties":{"a":1},"staffing_entity_id":"p"}""",
            Body(Cmdlets.Request<NewKomboEmployeeCommand>(("Property", new OrderedDictionary { ["a"] = 1 }), ("StaffingEntityId", "p"))));
    }

    [Fact]
    public void Stages_and_absence_types_have_custom_fields()
    {
        Assert.Equal(
            ("INACTIVE", 1L),
            Read<ApplicationStage>("""{"id":"a","status":"INACTIVE","custom_fields":{"x":1}}""") is var stage ? (stage.Status, (long)stage.CustomFields!["x"]!) : default);
        var job = Read<Kombo.Models.Job>("""{"id":"j","stages":[{"id":"a","status":"ACTIVE","custom_fields":null}]}""");
        Assert.Equal(("ACTIVE", null), (job.Stages![0].Status, job.Stages[0].AdditionalData));
        Assert.Equal("ACTIVE", Read<Application>("""{"id":"a","current_stage":{"id":"s","status":"ACTIVE","custom_fields":{"x":1}}}""").CurrentStage!.Status);
        var absence = Read<Absence>("""{"id":"a","type":{"id":"t","custom_fields":{"x":1},"integration_fields":[]}}""");
        Assert.Equal((1L, null), ((long)absence.Type!.CustomFields!["x"]!, absence.Type.AdditionalData));
        Assert.Empty(absence.Type.IntegrationFields!);
    }

    [Fact]
    public void Bytes_need_a_name_that_tells_what_they_are()
    {
        var bytes = Encoding.UTF8.GetBytes("x");
        Assert.Equal("""{"name":"a.txt","content_type":"text/plain","data":"eA=="}""", PlainJson.ToText(FilePayload.FromBytes(bytes, "a.txt", null, "Content")));
        Assert.Equal("Name", Assert.Throws<KomboException>(() => FilePayload.FromBytes(bytes, null, "text/plain", "Content")).Parameter);
        Assert.Equal("ContentType", Assert.Throws<KomboException>(() => FilePayload.FromBytes(bytes, "a.xyz", null, "Content")).Parameter);
        Assert.Equal("Content", Assert.Throws<KomboException>(() => FilePayload.FromBytes([], "a.txt", null, "Content")).Parameter);
    }

    [Theory]
    [InlineData("Beginner; Advanced;Expert", new[] { "Beginner", "Advanced", "Expert" })]
    [InlineData("one", new[] { "one" })]
    [InlineData(" ", null)]
    public void A_cell_with_several_texts_is_read_the_way_it_was_exported(string cell, string[]? expected) =>
        Assert.Equal(expected, new TextListAttribute().Transform(null!, cell));

    /// <summary>The body with its members, and those of its address, in the order of the API's description.</summary>
    private static string Ordered(KomboRequest request)
    {
        string[] order = ["first_name", "last_name", "home_address", "street_1", "city", "country", "options", "provisioned_users"];
        KomboMap Sort(KomboMap map) => new(map.OrderBy(entry => Array.IndexOf(order, entry.Key))
            .Select(entry => new KeyValuePair<string, object?>(entry.Key, entry.Value is KomboMap inner ? Sort(inner) : entry.Value)));
        return PlainJson.ToText(Sort((KomboMap)request.Body!));
    }
}
