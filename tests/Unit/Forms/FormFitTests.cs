using System.Text;
using Kombo.Json;
using Kombo.Models;
using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>How values are held against a form.</summary>
public sealed class FormFitTests
{
    private static FormFit Fit(string fields, string values) => FormFit.Of(Form(fields), (KomboMap)PlainJson.Parse(Encoding.UTF8.GetBytes(values))!);

    internal static EmployeeForm Form(string fields) =>
        Envelope.ReadObject<EmployeeForm>(Encoding.UTF8.GetBytes($$$"""{"data":{"properties":{{{fields}}}}}""")).Data!;

    private static string Sent(string fields, string values)
    {
        var fit = Fit(fields, values);
        Assert.Empty(fit.Problems);
        return fit.Values.ToString();
    }

    private static string Problem(string fields, string values) => Assert.Single(Fit(fields, values).Problems);

    [Theory]
    [InlineData("""{"a":"x"}""")]
    [InlineData("""{"a":"x","b":""}""")]
    [InlineData("""{"a":"x","b":null,"c":"  "}""")]
    public void What_is_not_filled_in_is_left_out(string values) =>
        Assert.Equal("""{"a":"x"}""", Sent("""{"a":{"type":"text","required":true},"b":{"type":"text"},"c":{"type":"number"}}""", values));

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"a":null}""")]
    [InlineData("""{"a":" "}""")]
    public void What_is_required_is_named_with_its_label(string values) =>
        Assert.Equal("a: it is required (text, 'First name').", Problem("""{"a":{"type":"text","label":"First name","required":true}}""", values));

    [Fact]
    public void False_and_zero_are_filled_in() => Assert.Equal(
        """{"a":false,"b":0}""", Sent("""{"a":{"type":"checkbox","required":true},"b":{"type":"number","required":true}}""", """{"a":false,"b":0}"""));

    [Theory]
    [InlineData("\"x\"", "has 1 characters; 2 to 4 are allowed")]
    [InlineData("\"abcde\"", "'abcde' has 5 characters; 2 to 4 are allowed")]
    [InlineData("true", "is not text")]
    [InlineData("0.5", "is not text")]
    [InlineData("[\"ab\"]", "is not text")]
    public void Text_has_its_length(string value, string problem) =>
        Assert.Contains(problem, Problem("""{"a":{"type":"text","min_length":2,"max_length":4}}""", $$"""{"a":{{value}}}"""), StringComparison.Ordinal);

    [Fact]
    public void Whole_numbers_are_text_where_text_is_wanted() => Assert.Equal("""{"zip":"10115"}""", Sent("""{"zip":{"type":"text"}}""", """{"zip":10115}"""));

    [Theory]
    [InlineData("^[a-z]+$", "abc", true)]
    [InlineData("^[a-z]+$", "ABC", false)]
    [InlineData("/^[a-z]+$/i", "ABC", true)]
    [InlineData("/^[a-z]+$/", "ABC", false)]
    [InlineData("b", "abc", true)]
    [InlineData("(?<broken", "abc", true)]
    [InlineData("[", "abc", true)]
    [InlineData("^(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", true)]
    public void Text_matches_its_pattern_if_that_can_be_told(string pattern, string text, bool fits) => Assert.Equal(
        fits, Fit($$$"""{"a":{"type":"text","reg_exp":{{{PlainJson.ToText(pattern)}}}}}""", $$$"""{"a":"{{{text}}}"}""").Problems.Count == 0);

    [Theory]
    [InlineData("\"-1\"", "is out of range: 0 to 99")]
    [InlineData("100", "100 is out of range: 0 to 99")]
    [InlineData("\"1,5\"", "'1,5' is not a number")]
    [InlineData("true", "is not a number")]
    [InlineData("{\"x\":1}", "is not a number")]
    public void Numbers_are_in_range(string value, string problem) =>
        Assert.Contains(problem, Problem("""{"a":{"type":"number","min":0,"max":99}}""", $$"""{"a":{{value}}}"""), StringComparison.Ordinal);

    [Theory]
    [InlineData("{\"type\":\"number\",\"min\":5}", "at least 5")]
    [InlineData("{\"type\":\"number\",\"max\":-5.5}", "at most -5.5")]
    public void Half_open_ranges_are_told_as_such(string field, string range) =>
        Assert.EndsWith(range + ".", Problem($$"""{"a":{{field}}}""", """{"a":0}"""), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"60000\"", "60000")]
    [InlineData("\"0.5\"", "0.5")]
    [InlineData("0.5", "0.5")]
    public void Numbers_may_be_text(string value, string sent) => Assert.Equal($$"""{"a":{{sent}}}""", Sent("""{"a":{"type":"number"}}""", $$"""{"a":{{value}}}"""));

    [Theory]
    [InlineData("2026-12-01", "2026-12-01")]
    [InlineData("2026-12-01T23:30:00-08:00", "2026-12-01")]
    public void Days_are_sent_without_a_time(string text, string sent) => Assert.Equal($$"""{"a":"{{sent}}"}""", Sent("""{"a":{"type":"date"}}""", $$"""{"a":"{{text}}"}"""));

    [Theory]
    [InlineData("\"2026-02-30\"")]
    [InlineData("\"some day\"")]
    [InlineData("20261201")]
    public void What_is_no_day_is_named(string value) => Assert.Matches("is not a date", Problem("""{"a":{"type":"date"}}""", $$"""{"a":{{value}}}"""));

    [Theory]
    [InlineData("\"true\"", "true")]
    [InlineData("\"FALSE\"", "false")]
    [InlineData("1", "true")]
    [InlineData("true", "true")]
    public void Yes_and_no_may_be_text(string value, string sent) => Assert.Equal($$"""{"a":{{sent}}}""", Sent("""{"a":{"type":"checkbox"}}""", $$"""{"a":{{value}}}"""));

    [Theory]
    [InlineData("\"yes\"")]
    [InlineData("2")]
    public void What_is_neither_yes_nor_no_is_named(string value) => Assert.Contains("neither true nor false", Problem("""{"a":{"type":"checkbox"}}""", $$"""{"a":{{value}}}"""), StringComparison.Ordinal);

    private const string Gender = """{"g":{"type":"single_select","options":{"type":"inline","entries":[{"id":"1","label":"Female","unified_value":"FEMALE","remote_id":"f"},{"id":"2","label":"Male","unified_value":"MALE","remote_id":2},{"id":"3","label":"Two","remote_id":3},{"id":"4","label":"Two","remote_id":4},{"id":"Male","label":"Trap","remote_id":5}]}}}""";

    [Theory]
    [InlineData("\"1\"", "1")]
    [InlineData("1", "1")]
    [InlineData("\"female\"", "1")]
    [InlineData("\"FEMALE\"", "1")]
    [InlineData("\"Male\"", "Male")]
    [InlineData("\"male\"", "2")]
    public void Choices_are_ids_else_unified_values_else_labels(string value, string id) => Assert.Equal($$"""{"g":"{{id}}"}""", Sent(Gender, $$"""{"g":{{value}}}"""));

    [Fact]
    public void What_is_no_choice_is_named_with_all_choices()
    {
        var problem = Problem("""{"g":{"type":"single_select","options":{"type":"inline","entries":[{"id":"1","label":"Female"},{"id":"2","label":"Male"}]}}}""", """{"g":"x"}""");
        Assert.Equal("g: 'x' is not a choice; the choices are: Female, Male.", problem);
        Assert.Contains("3 (Two), 4 (Two)", Problem(Gender, """{"g":"two"}"""), StringComparison.Ordinal);
        Assert.Contains("is not a choice", Problem(Gender, """{"g":["1"]}"""), StringComparison.Ordinal);
    }

    [Fact]
    public void Long_lists_of_choices_are_cut()
    {
        var entries = string.Join(",", Enumerable.Range(0, 40).Select(number => $$"""{"id":"i{{number}}","label":"L{{number}}"}"""));
        var problem = Problem($$$$"""{"g":{"type":"single_select","options":{"type":"inline","entries":[{{{{entries}}}}]}}}""", """{"g":"x"}""");
        Assert.EndsWith("and 28 more; Get-KomboEmployeeForm has them all.", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Choices_behind_a_link_are_left_to_the_tool() =>
        Assert.Equal("""{"g":"any"}""", Sent("""{"g":{"type":"single_select","options":{"type":"referenced","link":"/x"}}}""", """{"g":"any"}"""));

    private const string Languages = """{"l":{"type":"multi_select","min_items":1,"max_items":2,"options":{"type":"inline","entries":[{"id":"1","label":"German"},{"id":"2","label":"English"},{"id":"3","label":"French"}]}}}""";

    [Theory]
    [InlineData("[\"German\",\"2\"]", """["1","2"]""")]
    [InlineData("\"German\"", """["1"]""")]
    public void Several_choices_are_a_list(string value, string sent) => Assert.Equal($$"""{"l":{{sent}}}""", Sent(Languages, $$"""{"l":{{value}}}"""));

    [Theory]
    [InlineData("[]", "l: it has 0 items; 1 to 2 are allowed.")]
    [InlineData("[\"1\",\"2\",\"3\"]", "l: it has 3 items; 1 to 2 are allowed.")]
    [InlineData("[\"1\",\"x\"]", "l[1]: 'x' is not a choice; the choices are: German, English, French.")]
    public void Lists_are_checked_in_number_and_item_by_item(string value, string problem) => Assert.Equal(problem, Problem(Languages, $$"""{"l":{{value}}}"""));

    private const string Nested = """{"address":{"type":"object","required":false,"properties":{"street":{"type":"text","required":true,"unified_key":"home_address.street_1"},"city":{"type":"text","required":true,"unified_key":"home_address.city"},"more":{"type":"object","properties":{"floor":{"type":"number","max":9}}}}},"keys":{"type":"array","max_items":2,"item_type":{"type":"object","properties":{"door":{"type":"text","required":true},"codes":{"type":"array","item_type":{"type":"number","max":9}}}}}}""";

    [Fact]
    public void Problems_deep_inside_are_named_by_their_path()
    {
        var fit = Fit(Nested, """{"address":{"city":"B","more":{"floor":10}},"keys":[{"door":"1"},{"codes":[1,10]}]}""");
        Assert.Equal(
            ["address.street: it is required (text).", "address.more.floor: 10 is out of range: at most 9.", "keys[1].door: it is required (text).", "keys[1].codes[1]: 10 is out of range: at most 9."],
            fit.Problems);
    }

    [Theory]
    [InlineData("""{"address":{}}""")]
    [InlineData("""{"address":{"street":"","city":null,"more":{"floor":""}}}""")]
    [InlineData("""{"address.street":"","home_address.city":""}""")]
    public void An_object_that_nobody_filled_in_is_left_out_with_what_it_requires(string values) => Assert.Equal("{}", Sent(Nested, values));

    [Theory]
    [InlineData("""{"address":{"street":"S"},"address.city":"C","address.more.floor":"2"}""")]
    [InlineData("""{"ADDRESS":{"Street":"S","more.floor":2},"home_address.city":"C"}""")]
    [InlineData("""{"home_address.street_1":"S","home_address.city":"C","Address.More":{"floor":2}}""")]
    public void Fields_inside_fields_can_be_named_in_one_word(string values) =>
        Assert.Equal("""{"address":{"street":"S","city":"C","more":{"floor":2}}}""", Sent(Nested, values));

    [Fact]
    public void Keys_are_found_in_any_case_and_by_their_unified_name()
    {
        const string Fields = """{"firstName":{"type":"text","unified_key":"first_name"},"a":{"type":"text"},"A":{"type":"text"}}""";
        Assert.Equal("""{"firstName":"x"}""", Sent(Fields, """{"FIRSTNAME":"x"}"""));
        Assert.Equal("""{"firstName":"x"}""", Sent(Fields, """{"First_Name":"x"}"""));
        Assert.Equal("""{"a":"1","A":"2"}""", Sent(Fields, """{"a":"1","A":"2"}"""));
    }

    [Fact]
    public void A_unified_key_of_two_fields_names_neither() =>
        Assert.Contains("no such field", Problem("""{"x":{"type":"text","unified_key":"start_date"},"y":{"type":"text","unified_key":"start_date"}}""", """{"start_date":"2026-12-01"}"""), StringComparison.Ordinal);

    [Fact]
    public void A_field_that_is_given_twice_is_named()
    {
        Assert.Contains("firstName: it is given twice, once as 'first_name'", Problem("""{"firstName":{"type":"text","unified_key":"first_name"}}""", """{"firstName":"a","first_name":"b"}"""), StringComparison.Ordinal);
        Assert.Contains("address.city: it is given twice", Problem(Nested, """{"address":{"city":"a","street":"s"},"address.city":"b"}"""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("firstNam", "it has 'firstName'")]
    [InlineData("First Name", "it has 'firstName'")]
    [InlineData("salary", "no such field.")]
    public void An_unknown_field_is_named_with_what_may_be_meant(string key, string problem) =>
        Assert.Contains(problem, Problem("""{"firstName":{"type":"text"}}""", $$"""{"{{key}}":"x"}"""), StringComparison.Ordinal);

    private const string Contract = """{"c":{"type":"file","file_restrictions":{"accepted_mime_types":["application/pdf","image/*"],"max_file_size":2000}}}""";

    [Theory]
    [InlineData("""{"name":"a.pdf","content_type":"application/pdf","data":"AAAA"}""")]
    [InlineData("""{"name":"a.png","content_type":"image/png","data":"AAAA"}""")]
    [InlineData("""{"name":"a.pdf","data_url":"https://example.com/a.pdf"}""")]
    [InlineData("""{"name":"a.pdf","content_type":"Application/PDF; x=y","data_url":"https://example.com/a.pdf"}""")]
    public void Files_that_are_accepted_pass_as_they_are(string file) => Assert.Equal($$"""{"c":{{file}}}""", Sent(Contract, $$"""{"c":{{file}}}"""));

    [Theory]
    [InlineData("\"a.pdf\"", "c: 'a.pdf' is not a file")]
    [InlineData("""{"content_type":"application/pdf","data":"AAAA"}""", "c.name: it is required")]
    [InlineData("""{"name":"a","data":"AAAA"}""", "c.content_type: it is required")]
    [InlineData("""{"name":"a"}""", "data (base64) or data_url")]
    [InlineData("""{"name":"a","content_type":"application/pdf","data":"AAAA","data_url":"https://x"}""", "data (base64) or data_url")]
    [InlineData("""{"name":"a","content_type":"text/plain","data":"AAAA"}""", "'text/plain' is not accepted, only application/pdf, image/*")]
    [InlineData("""{"name":"a","content_type":"application/pdf","data":"%"}""", "not base64")]
    public void Files_that_are_not_accepted_are_named(string file, string problem) =>
        Assert.Contains(problem, Problem(Contract, $$"""{"c":{{file}}}"""), StringComparison.Ordinal);

    [Fact]
    public void Files_have_their_size_where_it_can_be_bytes()
    {
        var data = Convert.ToBase64String(new byte[2001]);
        var file = $$$"""{"c":{"name":"a","content_type":"application/pdf","data":"{{{data}}}"}}""";
        Assert.Contains("2001 bytes; 2000 are allowed", Problem(Contract, file), StringComparison.Ordinal);
        Assert.DoesNotContain(data, string.Join("", Fit(Contract, file).Problems), StringComparison.Ordinal);
        Assert.Empty(Fit(Contract.Replace("2000", "2", StringComparison.Ordinal), file).Problems);
    }

    [Fact]
    public void Kinds_that_are_not_known_are_left_to_the_tool() =>
        Assert.Equal("""{"a":[{"b":1}],"c":"x"}""", Sent("""{"a":{"type":"matrix"},"c":{}}""", """{"a":[{"b":1}],"c":"x"}"""));

    [Fact]
    public void A_form_without_fields_takes_none()
    {
        Assert.Equal("{}", Sent("{}", "{}"));
        Assert.Contains("no such field", Problem("{}", """{"a":1}"""), StringComparison.Ordinal);
        Assert.Contains("no such field", Assert.Single(FormFit.Of(new EmployeeForm(), new KomboMap { ["a"] = 1 }).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Long_values_are_cut_in_problems()
    {
        var problem = Problem("""{"a":{"type":"text","max_length":5}}""", $$"""{"a":"{{new string('x', 5000)}}"}""");
        Assert.True(problem.Length < 200);
        Assert.Contains("has 5000 characters", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_given_values_stay_as_they_are()
    {
        var inner = new KomboMap { ["street"] = "S" };
        var values = new KomboMap { ["address"] = inner, ["address.city"] = "C" };
        Assert.Empty(FormFit.Of(Form(Nested), values).Problems);
        Assert.Equal("""{"street":"S"}""", inner.ToString());
    }
}
