using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>What completion offers for a form.</summary>
public sealed class FormSnippetTests
{
    private const string Fields = """{"firstName":{"type":"text","label":"First name","required":true,"max_length":9},"On-Behalf 'Of'":{"type":"number","min":1},"gender":{"type":"single_select","options":{"type":"inline","entries":[{"id":"1","label":"Female"}]}},"address":{"type":"object","properties":{"city":{"type":"text"}}},"keys":{"type":"array","item_type":{"type":"object","properties":{"door":{"type":"text"}}}}}""";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("@{")]
    public void The_required_fields_come_first_then_all_then_each(string? word)
    {
        var snippets = FormSnippets.For(FormFitTests.Form(Fields), word).ToList();
        Assert.Equal("@{ firstName = '' }", snippets[0].Text);
        Assert.Equal("@{ firstName = ''; 'On-Behalf ''Of''' = $null; gender = ''; address = @{ city = '' }; keys = @(@{ door = '' }) }", snippets[1].Text);
        Assert.Equal(7, snippets.Count);
        Assert.Equal("gender: single_select: Female", snippets[4].Description);
        Assert.Contains("firstName: text, 'First name', at most 9 characters (required)", snippets[0].Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ge", "@{ gender = '' }")]
    [InlineData("'FIRST", "@{ firstName = '' }")]
    [InlineData("@{ke", "@{ keys = @(@{ door = '' }) }")]
    public void A_begun_key_leads_to_its_field(string word, string text) =>
        Assert.Equal(text, Assert.Single(FormSnippets.For(FormFitTests.Form(Fields), word)).Text);

    [Fact]
    public void Nothing_is_offered_where_there_is_nothing() => Assert.Empty(FormSnippets.For(FormFitTests.Form("{}"), ""));

    [Fact]
    public void What_is_offered_and_not_filled_in_is_never_sent()
    {
        // All fields as the snippet leaves them: required ones are missed, and nothing else is there.
        var fit = FormFit.Of(FormFitTests.Form(Fields), (Models.KomboMap)Json.PlainJson.Parse("""{"firstName":"","On-Behalf 'Of'":null,"gender":"","address":{"city":""}}"""u8)!);
        Assert.Equal("{}", fit.Values.ToString());
        Assert.Equal("firstName: it is required (text, 'First name').", Assert.Single(fit.Problems));
    }
}
