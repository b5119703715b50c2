using System.Collections;
using System.Collections.Specialized;
using Kombo.Json;
using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>What goes over the wire for each cmdlet of the slice.</summary>
public sealed class RequestTests
{
    private static string Query(KomboRequest request) => string.Join("&", request.Query.Select(pair => $"{pair.Key}={pair.Value}"));

    private static string Body(KomboRequest request) => PlainJson.ToText(request.Body);

    [Fact]
    public void A_list_asks_for_the_largest_page_and_nothing_else()
    {
        var request = Cmdlets.Request<GetKomboEmployeeCommand>();
        Assert.Equal("GET hris/employees?page_size=250", request.ToString());
        Assert.Equal(IntegrationHeader.Required, request.IntegrationHeader);
        Assert.Null(request.Body);
        Assert.True(request.IsRead && request.IsPaged);
    }

    [Fact]
    public void Page_size_can_be_chosen_in_the_limits_of_the_operation()
    {
        Assert.Equal("page_size=10", Query(Cmdlets.Request<GetKomboEmployeeCommand>(("PageSize", 10))));
        Assert.Equal("page_size=2000", Query(Cmdlets.Request<GetKomboIntegrationFieldCommand>()));
        Assert.Equal("page_size=2000", Query(Cmdlets.Request<GetKomboIntegrationFieldCommand>(("PageSize", 2000))));
        Assert.Equal("", Query(Cmdlets.Request<GetKomboEmployeeSkillAssignmentCommand>()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(251)]
    public void Page_sizes_out_of_range_are_refused_by_name_and_value(int size)
    {
        var failure = Assert.Throws<KomboException>(() => Cmdlets.Request<GetKomboEmployeeCommand>(("PageSize", size)));
        Assert.Equal("PageSize", failure.Parameter);
        Assert.Contains($"{size}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_are_joined_with_commas_and_known_values_are_spelled_right()
    {
        var request = Cmdlets.Request<GetKomboEmployeeCommand>(("EmploymentStatus", new[] { "active", "Leave", "Sabbatical" }), ("Id", new[] { "a", "b" }));
        Assert.Equal("ids=a,b&employment_statuses=ACTIVE,LEAVE,Sabbatical&page_size=250", string.Join("&", Query(request).Split('&').OrderByDescending(part => part[0] == 'i').ThenBy(part => part)));
    }

    [Fact]
    public void A_comma_in_a_list_value_is_refused_by_name_and_value()
    {
        var failure = Assert.Throws<KomboException>(() => Cmdlets.Request<GetKomboEmployeeCommand>(("WorkEmail", new[] { "a@example.com", "b,c" })));
        Assert.Equal("WorkEmail", failure.Parameter);
        Assert.Contains("'b,c'", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Id", null)]
    [InlineData("WorkEmail", null)]
    [InlineData("RemoteId", null)]
    public void An_empty_filter_is_refused_because_it_would_read_everything(string parameter, string? value)
    {
        Assert.Throws<KomboException>(() => Cmdlets.Request<GetKomboEmployeeCommand>((parameter, value)));
        Assert.Throws<KomboException>(() => Cmdlets.Request<GetKomboEmployeeCommand>((parameter, Array.Empty<string>())));
        Assert.Throws<KomboException>(() => Cmdlets.Request<GetKomboEmployeeCommand>((parameter, new[] { "" })));
    }

    [Fact]
    public void Moments_are_sent_in_UTC_and_days_as_they_are()
    {
        var utc = new DateTime(2026, 1, 31, 23, 30, 0, DateTimeKind.Utc);
        Assert.Contains("updated_after=2026-01-31T23:30:00.000Z", Query(Cmdlets.Request<GetKomboAbsenceCommand>(("UpdatedAfter", utc))), StringComparison.Ordinal);
        Assert.Contains("updated_after=" + utc.ToString("yyyy-MM-dd'T'HH:mm", null), Query(Cmdlets.Request<GetKomboAbsenceCommand>(("UpdatedAfter", utc.ToLocalTime()))), StringComparison.Ordinal);
        foreach (var kind in new[] { DateTimeKind.Utc, DateTimeKind.Local, DateTimeKind.Unspecified })
        {
            Assert.Contains("date_from=2026-01-31T00:00:00.000Z", Query(Cmdlets.Request<GetKomboAbsenceCommand>(("DateFrom", DateTime.SpecifyKind(utc, kind)))), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_switch_that_is_not_given_is_not_sent() =>
        Assert.DoesNotContain("include_deleted", Query(Cmdlets.Request<GetKomboGroupCommand>()), StringComparison.Ordinal);

    [Fact]
    public void A_custom_field_filter_is_JSON_text()
    {
        var request = Cmdlets.Request<GetKomboEmployeeCommand>(("CustomField", new Hashtable { ["cost,center"] = 4711 }));
        Assert.Contains("custom_fields={\"cost,center\":4711}", Query(request), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_is_given_is_sent_and_the_note_is_null_when_it_is_not()
    {
        var request = Cmdlets.Request<NewKomboAbsenceCommand>(
            ("EmployeeId", "e1"), ("AbsenceTypeId", "t1"), ("StartDate", new DateTime(2026, 12, 24)), ("EndDate", new DateTime(2026, 12, 24)));
        Assert.Equal("""{"employee_id":"e1","absence_type_id":"t1","start_date":"2026-12-24T00:00:00.000Z","end_date":"2026-12-24T00:00:00.000Z","employee_note":null}""", Body(request));
        Assert.False(request.IsRead);
    }

    [Fact]
    public void False_zero_and_empty_text_are_values()
    {
        var body = Body(Cmdlets.Request<NewKomboAbsenceCommand>(
            ("EmployeeId", "e1"), ("AbsenceTypeId", "t1"), ("StartDate", new DateTime(2026, 12, 24)), ("EndDate", new DateTime(2026, 12, 24)), ("StartHalfDay", false), ("Amount", 0.0), ("Unit", "DAYS"), ("EmployeeNote", "")));
        Assert.Contains("\"start_half_day\":false", body, StringComparison.Ordinal);
        Assert.Contains("\"amount\":0", body, StringComparison.Ordinal);
        Assert.Contains("\"employee_note\":\"\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Null_is_sent_where_the_API_takes_it_and_left_out_elsewhere()
    {
        var body = Body(Cmdlets.Request<NewKomboAbsenceCommand>(
            ("EmployeeId", "e1"), ("AbsenceTypeId", "t1"), ("StartDate", new DateTime(2026, 12, 24)), ("EndDate", new DateTime(2026, 12, 24)), ("Status", null), ("EmployeeNote", null)));
        Assert.DoesNotContain("status", body, StringComparison.Ordinal);
        Assert.Contains("\"employee_note\":null", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Remote_fields_keep_their_keys()
    {
        var remote = new OrderedDictionary { ["greenhouse"] = new Hashtable { ["post_headers"] = new Hashtable { ["On-Behalf-Of"] = null } }, ["X"] = new object[] { 1, 2.5, true } };
        var request = Cmdlets.Request<MoveKomboApplicationCommand>(("ApplicationId", "a"), ("StageId", "s"), ("RemoteField", remote));
        Assert.Equal("""{"stage_id":"s","remote_fields":{"greenhouse":{"post_headers":{"On-Behalf-Of":null}},"X":[1,2.5,true]}}""", Body(request));
    }

    [Fact]
    public void Additional_fields_are_merged_into_the_body_and_may_not_contradict_it()
    {
        var request = Cmdlets.Request<AddKomboApplicationNoteCommand>(("ApplicationId", "a"), ("Content", "x"), ("AdditionalField", new Hashtable { ["is_private"] = true }));
        Assert.Equal("""{"is_private":true,"content":"x","content_type":"PLAIN_TEXT"}""", Ordered(request));
        var failure = Assert.Throws<KomboException>(() =>
            Cmdlets.Request<AddKomboApplicationNoteCommand>(("ApplicationId", "a"), ("Content", "x"), ("AdditionalField", new Hashtable { ["content"] = "y" })));
        Assert.Contains("'content'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nested_members_come_from_flat_parameters_and_from_a_hashtable_alike()
    {
        var flat = Cmdlets.Request<NewKomboApplicationCommand>(("JobId", "remote:a/b c"), ("FirstName", "Ada"), ("LastName", "L"), ("EmailAddress", "ada@example.com"), ("SourcedByUserId", "remote:1"));
        Assert.Equal("ats/jobs/remote%3Aa%2Fb%20c/applications", flat.Path);
        Assert.Equal("""{"candidate":{"first_name":"Ada","last_name":"L","email_address":"ada@example.com"},"sourced_by":{"user_id":"remote:1"}}""", Body(flat));

        var mixed = Cmdlets.Request<NewKomboApplicationCommand>(("JobId", "j"), ("Candidate", new OrderedDictionary { ["last_name"] = "L", ["email_address"] = "ada@example.com" }), ("FirstName", "Ada"));
        Assert.Contains("\"first_name\":\"Ada\"", Body(mixed), StringComparison.Ordinal);
        Assert.Throws<KomboException>(() => Cmdlets.Request<NewKomboApplicationCommand>(("JobId", "j"), ("Candidate", new Hashtable { ["first_name"] = "x" }), ("FirstName", "Ada"), ("LastName", "L"), ("EmailAddress", "e@example.com")));
        var missing = Assert.Throws<KomboException>(() => Cmdlets.Request<NewKomboApplicationCommand>(("JobId", "j"), ("FirstName", "Ada")));
        Assert.Equal("LastName", missing.Parameter);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData(" ")]
    public void Ids_that_would_lead_elsewhere_are_refused(string id) =>
        Assert.Throws<KomboException>(() => Cmdlets.Request<RemoveKomboAbsenceCommand>(("AbsenceId", id)));

    [Fact]
    public void A_deletion_sends_an_object_and_a_tag_is_named_in_it()
    {
        Assert.Equal("{}", Body(Cmdlets.Request<RemoveKomboAbsenceCommand>(("AbsenceId", "a"))));
        var request = Cmdlets.Request<RemoveKomboCandidateTagCommand>(("CandidateId", "c"), ("Name", "vip"));
        Assert.Equal("DELETE ats/candidates/c/tags", request.ToString());
        Assert.Equal("""{"tag":{"name":"vip"}}""", Body(request));
    }

    [Fact]
    public void The_integration_in_a_path_is_escaped_and_defaults_to_the_connection()
    {
        Assert.Equal("integrations/personio%3Aconnection", Cmdlets.Request<GetKomboIntegrationCommand>().Path);
        Assert.Equal("integrations/workday%3AX", Cmdlets.Request<GetKomboIntegrationCommand>(("IntegrationId", "workday:X")).Path);
        Assert.Equal(IntegrationHeader.None, Cmdlets.Request<GetKomboIntegrationCommand>().IntegrationHeader);
    }

    [Fact]
    public void Tools_are_asked_for_in_lower_case() => Assert.Equal("tools/hris", Cmdlets.Request<GetKomboToolCommand>(("Category", "HRIS")).Path);

    [Fact]
    public void A_passthrough_call_is_a_GET_unless_told_otherwise_and_its_maps_hold_text()
    {
        var request = Cmdlets.Request<InvokeKomboPassthroughCommand>(("Tool", "personio"), ("Api", "personnel"), ("Path", "/x"), ("Query", new Hashtable { ["limit"] = 5 }));
        Assert.Equal("""{"path":"/x","params":{"limit":"5"},"method":"GET"}""", Body(request));
        Assert.Contains("\"data\":null", Body(Cmdlets.Request<InvokeKomboPassthroughCommand>(("Tool", "t"), ("Api", "a"), ("Path", "/x"), ("Data", null))), StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_reads_is_a_read_whatever_its_method()
    {
        (string, object?)[] call = [("Tool", "personio"), ("Api", "personnel"), ("Path", "/x")];
        Assert.True(Cmdlets.Request<GetKomboIntegrationCommand>().IsRead);
        Assert.True(Cmdlets.Request<RequestKomboPostingFormCommand>(("PostingId", "p")).IsRead); // a POST that the cmdlet declares as a read
        Assert.True(Cmdlets.Request<InvokeKomboPassthroughCommand>(call).IsRead);
        Assert.True(Cmdlets.Request<InvokeKomboPassthroughCommand>([.. call, ("Method", "get")]).IsRead);
        Assert.False(Cmdlets.Request<InvokeKomboPassthroughCommand>([.. call, ("Method", "POST")]).IsRead);
        Assert.False(Cmdlets.Request<RemoveKomboAbsenceCommand>(("AbsenceId", "a")).IsRead);
    }

    [Fact]
    public void Form_values_are_sent_under_the_keys_of_the_form()
    {
        var request = Cmdlets.Request<NewKomboEmployeeCommand>(("Property", new OrderedDictionary { ["firstName"] = "Ada", ["home Address"] = new Hashtable { ["ZIP"] = "1" }, ["skills"] = new[] { "a", "b" }, ["start"] = new DateTime(2026, 12, 1) }));
        Assert.Equal("""{"properties":{"firstName":"Ada","home Address":{"ZIP":"1"},"skills":["a","b"],"start":"2026-12-01"}}""", Body(request));
    }

    [Fact]
    public void What_cannot_be_sent_is_refused_by_name()
    {
        var failure = Assert.Throws<KomboException>(() => Cmdlets.Request<NewKomboEmployeeCommand>(("Property", new Hashtable { ["x"] = new FileInfo("a") })));
        Assert.Equal("Property", failure.Parameter);
        var endless = new Hashtable();
        endless["self"] = endless;
        Assert.Equal("Property", Assert.Throws<KomboException>(() => Cmdlets.Request<NewKomboEmployeeCommand>(("Property", endless))).Parameter);
    }

    /// <summary>The additional members have no fixed place.</summary>
    private static string Ordered(KomboRequest request)
    {
        var body = (Models.KomboMap)request.Body!;
        return PlainJson.ToText(new Models.KomboMap(body.OrderByDescending(entry => entry.Key == "is_private").ThenBy(entry => entry.Key, StringComparer.Ordinal)));
    }
}
