using System.Collections;
using System.Collections.Specialized;
using System.Text;
using Kombo.Json;
using Kombo.Models;
using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>How rows become the items of a list that is sent with one request.</summary>
public sealed class CollectedListTests
{
    private static readonly Hashtable Package = new() { ["id"] = "1", ["name"] = "N", ["type"] = "skills_test", ["description"] = "D" };

    private static KomboMap Bind(object? row, params string[] sameForAll) => new RowBinder(Given(sameForAll), sameForAll, typeof(AssessmentPackage)).Bind(row);

    private static SetKomboAssessmentPackageCommand Given(string[] sameForAll) => sameForAll.Length == 0 ? new() : new() { Type = "VIDEO_INTERVIEW" };

    private static Hashtable With(string key, object? value) => new(Package) { [key] = value };

    [Fact]
    public void A_row_is_read_by_the_names_of_parameters_and_of_the_API_alike()
    {
        Assert.Equal("SKILLS_TEST", Bind(Package)["type"]);
        Assert.Equal("D", Bind(new Hashtable { ["Id"] = "1", ["NAME"] = "N", ["Type"] = "X", ["Description"] = "D" })["description"]);
        Assert.Equal("1", Bind(new Hashtable { ["id"] = "1", ["name"] = "N", ["type"] = "X", ["description"] = "D" })["id"]);
    }

    [Fact]
    public void The_command_line_gives_one_value_for_all_rows() => Assert.Equal("VIDEO_INTERVIEW", Bind(Package, "Type")["type"]);

    [Theory]
    [InlineData("descripton", "x", "descripton")]
    [InlineData("Id", "2", "Id")]
    [InlineData("name", null, "Name")]
    public void A_slip_in_a_row_is_refused_by_row_and_name(string key, string? value, string named)
    {
        var failure = Assert.Throws<KomboException>(() => Bind(With(key, value)));
        Assert.StartsWith("Row 1: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Objects_of_another_model_and_bare_values_are_no_rows()
    {
        Assert.Contains("Skill", Assert.Throws<KomboException>(() => Bind(new Skill { Id = "1", Name = "N", Description = "D" }, "Type")).Message, StringComparison.Ordinal);
        foreach (var row in new object?[] { null, "1", 5, new[] { "1" } })
        {
            Assert.Equal("InputObject", Assert.Throws<KomboException>(() => Bind(row)).Parameter);
        }
    }

    [Fact]
    public void Two_rows_with_the_same_id_are_refused_by_both_numbers()
    {
        var binder = new RowBinder(new SetKomboAssessmentPackageCommand(), [], null);
        binder.Bind(Package);
        var failure = Assert.Throws<KomboException>(() => binder.Bind(Package));
        Assert.Contains("Row 2", failure.Message, StringComparison.Ordinal);
        Assert.Contains("row 1", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_become_text_where_text_is_needed_and_maps_do_not()
    {
        Assert.Equal("17", Bind(With("name", 17))["name"]);
        Assert.Equal("Name", Assert.Throws<KomboException>(() => Bind(With("name", new Hashtable()))).Parameter);
    }

    [Fact]
    public void Additional_fields_go_into_every_item()
    {
        var command = new SetKomboAssessmentPackageCommand { AdditionalField = new OrderedDictionary { ["language"] = "en" } };
        Assert.Equal("en", new RowBinder(command, ["AdditionalField"], null).Bind(Package)["language"]);
    }

    [Fact]
    public void The_whole_list_is_one_body_even_when_it_is_empty() =>
        Assert.Equal("""{"packages":[]}""", PlainJson.ToText(Cmdlets.Request<SetKomboAssessmentPackageCommand>().Body));

    [Fact]
    public void Lines_are_one_object_each_whatever_is_in_their_texts()
    {
        var request = new KomboRequest("POST", "x") { IsLines = true, Body = new KomboList<object?> { new KomboMap { ["a"] = "1\n2" }, new KomboMap { ["b"] = "ü" } } };
        Assert.Equal("{\"a\":\"1\\n2\"}\n{\"b\":\"ü\"}\n", Encoding.UTF8.GetString(request.EncodeBody()));
    }

    [Fact]
    public void A_body_above_the_limit_is_refused_with_its_size_its_lines_and_the_limit()
    {
        var items = new KomboList<object?>(Enumerable.Repeat<object?>(new KomboMap { ["a"] = "12345678" }, 1500));
        var failure = Assert.Throws<KomboException>(() => new KomboRequest("POST", "x") { IsLines = true, Body = items, MaxBodyBytes = 25_499 }.EncodeBody());
        Assert.Contains("25,500 bytes (1,500 lines)", failure.Message, StringComparison.Ordinal);
        Assert.Contains("25,499", failure.Message, StringComparison.Ordinal);
        Assert.NotEmpty(new KomboRequest("POST", "x") { IsLines = true, Body = items, MaxBodyBytes = 25_500 }.EncodeBody());
    }
}
