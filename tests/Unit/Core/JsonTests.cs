using System.Globalization;
using System.Text;
using System.Text.Json;
using Kombo.Json;
using Kombo.Models;

namespace Kombo.Tests;

/// <summary>Plain values, and how models are read.</summary>
public sealed class JsonTests
{
    [Theory]
    [InlineData("""{"a":1,"A":2,"":3,"a b":{"b.c":[]},"ä":null}""")]
    [InlineData("""[null,true,false,"",[],{},[[1]],"\u2028 \"quoted\" \\ / <b>&amp;'"]""", """[null,true,false,"",[],{},[[1]],"\u2028 \"quoted\" \\ / <b>&amp;'"]""")]
    [InlineData("9223372036854775807")]
    [InlineData("-9223372036854775808")]
    [InlineData("9223372036854775808")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("0.1")]
    [InlineData("12345678901234567.89")]
    [InlineData("\"2026-01-31T08:00:00.000Z\"")]
    [InlineData("\"2026-01-31\"")]
    [InlineData("\"Grüße 😀\"", "\"Grüße \\uD83D\\uDE00\"")]
    public void What_is_read_is_written_again_unchanged(string json, string? written = null)
    {
        var value = PlainJson.Parse(Encoding.UTF8.GetBytes(json));
        var text = PlainJson.ToText(value);
        Assert.Equal(written ?? json, text, ignoreLineEndingDifferences: false);
        Assert.Equal(text, PlainJson.ToText(PlainJson.Parse(Encoding.UTF8.GetBytes(text))));
    }

    [Theory]
    [InlineData("1", typeof(long))]
    [InlineData("-0", typeof(long))]
    [InlineData("9223372036854775808", typeof(decimal))]
    [InlineData("1.5", typeof(double))]
    [InlineData("1e3", typeof(double))]
    [InlineData("12345678901234567.89", typeof(decimal))]
    [InlineData("1e300", typeof(double))]
    [InlineData("1e999", typeof(string))]
    [InlineData("1e-999", typeof(string))]
    [InlineData("0e999", typeof(double))]
    [InlineData("0.30000000000000004", typeof(double))]
    [InlineData("100000000000000000000", typeof(double))]
    [InlineData("123456789012345678901234567890", typeof(string))]
    [InlineData("340282366920938463463374607431768211455", typeof(string))]
    [InlineData("0.1234567890123456789012345678901", typeof(string))]
    [InlineData("0.12345678901234567890", typeof(decimal))]
    [InlineData("123456789012345678901234567890123456789012345678901234567890", typeof(string))]
    [InlineData("\"2026-01-31T08:00:00Z\"", typeof(string))]
    [InlineData("{}", typeof(KomboMap))]
    [InlineData("[]", typeof(KomboList<object?>))]
    public void Values_have_plain_types_and_dates_stay_text(string json, Type type) =>
        Assert.IsType(type, PlainJson.Parse(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Keys_keep_their_case_and_their_order()
    {
        var map = Assert.IsType<KomboMap>(PlainJson.Parse("""{"b":1,"B":2,"a":3,"":4}"""u8));
        Assert.Equal(["b", "B", "a", ""], map.Keys);
        Assert.Equal(1L, map["b"]);
        Assert.Equal(2L, map["B"]);
        Assert.Equal(4L, map[""]);
    }

    [Fact]
    public void Every_kind_of_value_is_written()
    {
        var value = new KomboMap
        {
            ["int"] = 1,
            ["byte"] = (byte)2,
            ["ulong"] = ulong.MaxValue,
            ["decimal"] = 1.10m,
            ["double"] = 0.5,
            ["float"] = 0.5f,
            ["day"] = new DateTime(2026, 1, 31),
            ["moment"] = new DateTime(2026, 1, 31, 8, 0, 0, 7, DateTimeKind.Utc),
            ["midnight"] = new DateTime(2026, 1, 31, 0, 0, 0, DateTimeKind.Utc),
            ["list"] = new object?[] { 1, null, "x" },
            ["null"] = null,
        };
        Assert.Equal(
            """{"int":1,"byte":2,"ulong":18446744073709551615,"decimal":1.10,"double":0.5,"float":0.5,"day":"2026-01-31T00:00:00.000Z","moment":"2026-01-31T08:00:00.007Z","midnight":"2026-01-31T00:00:00.000Z","list":[1,null,"x"],"null":null}""",
            PlainJson.ToText(value));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Numbers_that_JSON_has_not_are_refused(double number) =>
        Assert.Throws<ArgumentException>(() => PlainJson.ToText(new KomboMap { ["x"] = number }));

    [Fact]
    public void Objects_that_are_no_plain_values_are_refused_by_their_type() =>
        Assert.Contains("Uri", Assert.Throws<ArgumentException>(() => PlainJson.ToText(new Uri("https://x.example/"))).Message);

    [Fact]
    public void A_value_that_contains_itself_is_refused_and_does_not_end_the_process()
    {
        var map = new KomboMap();
        map["self"] = map;
        Assert.ThrowsAny<InvalidOperationException>(() => PlainJson.ToText(map));
    }

    [Theory]
    [InlineData("1e999")]
    [InlineData("-1e-999")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("-0.1234567890123456789012345678901")]
    public void Numbers_that_none_of_ours_can_hold_stay_text_digit_by_digit(string number) =>
        Assert.Equal(number, PlainJson.Parse(Encoding.UTF8.GetBytes(number)));

    [Theory]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(100_000)]
    public void Values_are_read_and_written_to_the_same_depth_and_what_is_below_is_kept_as_text(int depth)
    {
        var json = new string('[', depth) + "1" + new string(']', depth);
        var text = PlainJson.ToText(PlainJson.Parse(Encoding.UTF8.GetBytes(json)));
        var below = depth - PlainJson.MaxDepth;
        Assert.Equal(below <= 0 ? json : json.Substring(0, PlainJson.MaxDepth) + '"' + json.Substring(PlainJson.MaxDepth, (2 * below) + 1) + '"' + new string(']', PlainJson.MaxDepth), text);
    }

    [Theory]
    [InlineData("remote_data", 200, false)]
    [InlineData("remote_data", 300, true)]
    [InlineData("remote_data", 50_000, true)]
    [InlineData("new_member", 300, true)]
    [InlineData("manager", 300, true)]
    public async Task A_value_that_is_nested_without_end_costs_itself_only(string member, int depth, bool isSetAside)
    {
        var value = string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
        using var server = new LoopbackServer(_ => LoopbackReply.Json(Given.Success($$"""{"results":[{"id":"E1"},{"id":"E2","{{member}}":{{value}},"last_name":"After"},{"id":"E3"}]}""")));
        using var client = Given.Client(server);
        var notices = new Notices();
        using var pages = client.Pages<Employee>(Given.List, notices: notices);
        var rows = (await pages.NextAsync().Soon())!.Rows;
        Assert.Equal(["E1", "E2", "E3"], rows.Select(row => row.Id));
        Assert.Equal("After", rows[1].LastName);
        var kept = isSetAside ? rows[1].AdditionalData![member] : rows[1].RemoteData;
        Assert.Contains("1", kept!.ToString(), StringComparison.Ordinal);
        Assert.Equal(isSetAside ? 1 : 0, notices.Warnings.Count(warning => warning.Contains($"'{member}'", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Plain_answers_say_what_was_too_deep_for_them()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Json(Given.Success(new string('[', 300) + new string(']', 300))));
        using var client = Given.Client(server);
        var notices = new Notices();
        Assert.NotNull(await client.Send(Given.Read, notices));
        Assert.Contains("256", Assert.Single(notices.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1e400", null)]
    [InlineData("1e-400", null)]
    [InlineData("123456789012345678901234567890", null)]
    [InlineData("\"1e400\"", null)]
    [InlineData("\"Infinity\"", null)]
    [InlineData("\"NaN\"", null)]
    [InlineData("0.10000000000000001", 0.1)]
    [InlineData("0.3333333333333333333333333333", 1 / 3d)]
    [InlineData("38.50000000000000000000", 38.5)]
    [InlineData("1e2", 100d)]
    public async Task A_number_that_would_become_another_is_kept_aside(string number, double? expected)
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Json(Given.Success($$"""{"results":[{"id":"E1","weekly_hours":{{number}}}]}""")));
        using var client = Given.Client(server);
        var notices = new Notices();
        using var pages = client.Pages<Employee>(Given.List, notices: notices);
        var row = Assert.Single((await pages.NextAsync().Soon())!.Rows);
        Assert.Equal(expected, row.WeeklyHours);
        Assert.Equal(expected is null ? number.Trim('"') : null, row.AdditionalData?["weekly_hours"]);
        Assert.Equal(expected is null ? 1 : 0, notices.Warnings.Count());
    }

    [Theory]
    [InlineData("0.1", "0.1")]
    [InlineData("1234567890123456.78", "1234567890123456.78")]
    [InlineData("\"12.50\"", "12.50")]
    [InlineData("-3e2", "-300")]
    [InlineData("1e30", null)]
    [InlineData("0.12345678901234567890123456789", null)]
    [InlineData("\"12,50\"", null)]
    [InlineData("true", null)]
    public async Task An_amount_of_money_keeps_every_digit_or_is_kept_aside(string number, string? expected)
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Json(Given.Success("""{"results":[{"id":"P1","totals":{"gross_pay":{"currency":"EUR","value":NUMBER}}}]}""".Replace("NUMBER", number, StringComparison.Ordinal))));
        using var client = Given.Client(server);
        var notices = new Notices();
        using var pages = client.Pages<PayRun>(Given.List, notices: notices);
        var row = Assert.Single((await pages.NextAsync().Soon())!.Rows);
        Assert.Equal(expected, row.Totals?.GrossPay?.Value?.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(expected is null ? ["totals"] : [], row.AdditionalData?.Keys ?? Enumerable.Empty<string>());
        Assert.Equal(expected is null ? 1 : 0, notices.Warnings.Count());
    }

    [Fact]
    public void Members_that_have_the_name_of_a_computed_one_are_kept_too()
    {
        var employee = Read<Employee>("""{"id":"e1","employee_id":"EMP-7","additional_data":{"badge":1},"unknown_members":[2],"manager":{"id":"e2","employee_id":"EMP-8"}}""");
        Assert.Equal("e1", employee.EmployeeId);
        Assert.Equal(["employee_id", "additional_data", "unknown_members"], employee.AdditionalData!.Keys);
        Assert.Equal("EMP-7", employee.AdditionalData["employee_id"]);
        Assert.Equal("EMP-8", employee.Manager!.AdditionalData!["employee_id"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("1 2")]
    [InlineData("{\"a\":1}}")]
    public void Malformed_JSON_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => PlainJson.Parse(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Numbers_are_written_the_same_in_every_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        try
        {
            Assert.Equal("[1.5,2.5]", PlainJson.ToText(new object[] { 1.5, 2.5m }));
            Assert.Equal("1.5; 2", new KomboList<object?> { 1.5, 2L }.ToString());
            Assert.Equal("1.5", Read<Group>("""{"id":"1","name":1.5}""").Name);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Lists_and_maps_show_their_content()
    {
        Assert.Equal("Engineering; Berlin", Read<Employee>("""{"id":"1","groups":[{"id":"a","name":"Engineering"},{"id":"b","name":"Berlin"}]}""").Groups!.ToString());
        Assert.Equal("1; ; x", new KomboList<object?> { 1, null, "x" }.ToString());
        Assert.Equal("", new KomboList<object?>().ToString());
        Assert.Equal("""{"a":[1,{"b":null}]}""", new KomboMap { ["a"] = new object?[] { 1, new KomboMap { ["b"] = null } } }.ToString());
        Assert.Equal("{}", new KomboMap().ToString());
    }

    [Theory]
    [InlineData("""{"id":"1","display_full_name":"Ada M. Lovelace","first_name":"Ada"}""", "Ada M. Lovelace")]
    [InlineData("""{"id":"1","first_name":"Ada","last_name":"Lovelace"}""", "Ada Lovelace")]
    [InlineData("""{"id":"1","last_name":"Lovelace"}""", "Lovelace")]
    [InlineData("""{"id":"1","first_name":null,"display_full_name":" "}""", "1")]
    public void An_employee_shows_the_best_name_there_is(string json, string expected) => Assert.Equal(expected, Read<Employee>(json).ToString());

    [Fact]
    public void A_row_is_read_into_its_model()
    {
        var employee = Read<Employee>("""
            {"id":"E1","remote_id":"12","first_name":"Ada","weekly_hours":38.5,"start_date":"2020-02-29T00:00:00.000Z","date_of_birth":"1990-12-31",
             "home_address":{"city":"Berlin","street_1":"Weg 1","zip_code":"10115"},"manager":{"id":"E2","first_name":"Grace"},
             "groups":[{"id":"g","name":"Team"}],"custom_fields":{"Größe":"M","groesse":1},"changed_at":"2026-01-31T08:00:00.123Z","remote_deleted_at":null}
            """);
        Assert.Equal("E1", employee.Id);
        Assert.Equal("E1", employee.EmployeeId);
        Assert.Equal("12", employee.RemoteId);
        Assert.Equal(38.5, employee.WeeklyHours);
        Assert.Equal("Weg 1, 10115 Berlin", employee.HomeAddress!.ToString());
        Assert.Equal("Grace", employee.Manager!.ToString());
        Assert.Equal("Team", Assert.Single(employee.Groups!).Name);
        Assert.Equal("M", employee.CustomFields!["Größe"]);
        Assert.Equal(new DateTime(2026, 1, 31, 8, 0, 0, 123, DateTimeKind.Utc), employee.ChangedAt);
        Assert.Null(employee.RemoteDeletedAt);
        Assert.Null(employee.AdditionalData);
    }

    [Fact]
    public void Unknown_members_are_kept_as_plain_values()
    {
        var employee = Read<Employee>("""{"id":"E1","shoe_size":44,"pets":[{"name":"Rex","Name":"rex"}],"nothing":null,"Id":"other","manager":{"id":"E2","new":{"a":1}}}""");
        Assert.Equal("E1", employee.Id);
        Assert.Equal(["shoe_size", "pets", "nothing", "Id"], employee.AdditionalData!.Keys);
        Assert.Equal(44L, employee.AdditionalData["shoe_size"]);
        Assert.Equal("rex", Assert.IsType<KomboMap>(Assert.IsType<KomboList<object?>>(employee.AdditionalData["pets"])[0])["Name"]);
        Assert.Null(employee.AdditionalData["nothing"]);
        Assert.Equal("""{"a":1}""", employee.Manager!.AdditionalData!["new"]!.ToString());
    }

    [Theory]
    [InlineData("start_date", "\"soon\"")]
    [InlineData("start_date", "20260131")]
    [InlineData("changed_at", "\"31.01.2026\"")]
    [InlineData("weekly_hours", "\"many\"")]
    [InlineData("weekly_hours", "{}")]
    [InlineData("first_name", "{\"de\":\"Ada\"}")]
    [InlineData("groups", "{\"id\":\"g\"}")]
    [InlineData("groups", "[\"g\"]")]
    [InlineData("groups", "[{\"id\":[]}]")]
    [InlineData("manager", "\"E2\"")]
    [InlineData("manager", "[]")]
    [InlineData("home_address", "{\"city\":[1]}")]
    [InlineData("custom_fields", "[]")]
    [InlineData("custom_fields", "\"none\"")]
    [InlineData("remote_data", "7")]
    public async Task A_member_in_the_wrong_shape_costs_neither_the_row_nor_its_value(string member, string value)
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Json(Given.Success(
            $$"""{"results":[{"id":"E1"},{"id":"E2","last_name":"Before","{{member}}":{{value}},"job_title":"After","extra":1},{"id":"E3"}]}""")));
        using var client = Given.Client(server);
        var notices = new Notices();
        using var pages = client.Pages<Employee>(Given.List, notices: notices);
        var rows = (await pages.NextAsync().Soon())!.Rows;
        Assert.Equal(["E1", "E2", "E3"], rows.Select(row => row.Id));
        Assert.Equal("Before", rows[1].LastName);
        Assert.Equal("After", rows[1].JobTitle);
        Assert.Equal(value, PlainJson.ToText(rows[1].AdditionalData![member]));
        Assert.Equal(1L, rows[1].AdditionalData!["extra"]);
        Assert.Null(rows[0].AdditionalData);
        var warning = Assert.Single(notices.Warnings);
        Assert.Contains($"'{member}'", warning);
        Assert.Contains("AdditionalData", warning);
    }

    [Fact]
    public async Task Several_odd_members_and_rows_give_one_warning_a_member()
    {
        const string Row = """{"id":"E","start_date":"x","weekly_hours":"y","termination_date":"z"}""";
        using var server = new LoopbackServer(_ => LoopbackReply.Json(Given.Success($$"""{"results":[{{Row}},{{Row}}]}""")));
        using var client = Given.Client(server);
        var notices = new Notices();
        using var pages = client.Pages<Employee>(Given.List, notices: notices);
        var rows = (await pages.NextAsync().Soon())!.Rows;
        Assert.All(rows, row => Assert.Equal(3, row.AdditionalData!.Count));
        Assert.Equal(3, notices.Warnings.Count());
    }

    [Fact]
    public async Task An_odd_member_of_a_single_object_is_kept_too()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Json("""{"data":{"status":"ok","url":"u"},"status":"success"}"""));
        using var client = Given.Client(server);
        var notices = new Notices();
        var answer = await client.SendAsync<PassthroughResponse>(Given.Read, notices.Add, TestContext.Current.CancellationToken).Soon();
        Assert.Equal("ok", answer!.AdditionalData!["status"]);
        Assert.Equal("u", answer.Url);
        Assert.Single(notices.Warnings);
    }

    [Fact]
    public void New_values_of_enums_pass()
    {
        var employee = Read<Employee>("""{"id":"E1","employment_status":"ON_MARS","employment_type":"ROBOT","gender":"whatever the source says"}""");
        Assert.Equal("ON_MARS", employee.EmploymentStatus);
        Assert.Equal("ROBOT", employee.EmploymentType);
        Assert.Equal("whatever the source says", employee.Gender);
        Assert.Null(employee.AdditionalData);
    }

    [Theory]
    [InlineData("7", "7")]
    [InlineData("12345678901234567890123", "12345678901234567890123")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("7.10", "7.10")]
    [InlineData("true", "true")]
    [InlineData("null", null)]
    public void Sources_that_mistake_text_for_something_else_are_forgiven(string value, string? expected)
    {
        var employee = Read<Employee>($$"""{"id":"E1","employee_number":{{value}},"weekly_hours":"38.5"}""");
        Assert.Equal(expected, employee.EmployeeNumber);
        Assert.Equal(38.5, employee.WeeklyHours);
        Assert.Null(employee.AdditionalData);
    }

    [Fact]
    public void An_answer_to_something_else_entirely_is_refused()
    {
        var odd = string.Join(",", typeof(Employee).GetProperties().Where(property => property.PropertyType == typeof(string) && property.CanWrite)
            .Select(property => $"\"{JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name)}\":[]"));
        Assert.ThrowsAny<JsonException>(() => Read<Employee>($$"""{{{odd}},"start_date":1,"termination_date":1,"date_of_birth":1,"weekly_hours":[]}"""));
    }

    private static T Read<T>(string json) => Envelope.ReadObject<T>(Encoding.UTF8.GetBytes("{\"data\":" + json + "}")).Data!;

    [Theory]
    [InlineData("""{"b":12345678901234567890123456789012345.10,"a":[1.0,null]}""", """{"b":12345678901234567890123456789012345.10,"a":[1.0,null]}""")]
    [InlineData("\uFEFF [ 1E400 ] ", "[1E400]")]
    public void Json_text_goes_out_as_the_JSON_it_is(string text, string sent) => Assert.Equal(sent, PlainJson.ToText(PlainJson.Document(text)));

    [Theory]
    [InlineData("")]
    [InlineData("name")]
    [InlineData("\"name\"")]
    [InlineData("17")]
    [InlineData("{\"a\":1")]
    public void Other_text_is_no_body(string text) => Assert.Throws<FormatException>(() => PlainJson.Document(text));
}
