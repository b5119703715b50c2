using System.Globalization;
using Kombo.Models;
using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>The rows of exports. Wildcards need the engine: the Pester suite has those.</summary>
public sealed class FlatColumnsTests
{
    private static readonly Employee Ada = new()
    {
        Id = "1",
        FirstName = "Ada",
        WeeklyHours = 38.5,
        StartDate = new DateTime(2026, 3, 1),
        ChangedAt = new DateTime(2026, 3, 1, 8, 30, 0, DateTimeKind.Utc),
        Ssn = "secret",
        TaxId = "secret",
        DateOfBirth = new DateTime(1990, 1, 1),
        BankAccounts = [new BankAccount { Iban = "secret" }],
        HomeAddress = new Address { City = "Bonn", Street1 = "=1+1" },
        Groups = [new GroupReference { Id = "g1", Name = "Engineering" }, new GroupReference { Id = "g2", Name = "Berlin" }],
        Employments = [new Employment { Id = "e1", JobTitle = "Engineer", PayRate = 1.5 }, new Employment { Id = "e2" }],
        CustomFields = new KomboMap { ["cost.center"] = "4711", ["desk"] = new KomboMap { ["floor"] = 3L }, ["first_aider"] = true },
        RemoteData = new KomboMap { ["secret"] = 1L },
    };

    private static FlatColumns Columns(string[]? patterns = null, string? list = null, bool sensitive = false, string? culture = null) =>
        new(typeof(Employee), patterns, list, sensitive, new FlatText(culture is null ? null : CultureInfo.GetCultureInfo(culture)));

    private static string?[] Row(params string[] patterns) => Assert.Single(Columns(patterns).Rows(Ada));

    private static string Refusal(Func<object> call) => Assert.Throws<KomboException>(call).Message;

    [Fact]
    public void Names_lead_into_objects_lists_and_free_form_data() => Assert.Equal(
        ["1", "Bonn", "Engineering; Berlin", "Engineering; Berlin", "4711", "3", "true", null, null, "Engineer; "],
        Row("id", "HomeAddress.City", "Groups", "Groups.Name", "CustomFields.cost.center", "CustomFields.desk.floor", "CustomFields.first_aider", "CustomFields.none", "Manager.Id", "Employments.JobTitle"));

    [Fact]
    public void Columns_have_the_names_of_the_properties_and_are_the_same_for_every_object()
    {
        var columns = Columns(["homeaddress.CITY", "Manager.Id", "id", "Id", "CustomFields.a.b"]);
        Assert.Equal(["HomeAddress.City", "Manager.Id", "Id", "CustomFields.a.b"], columns.Names);
        Assert.Equal([null, null, "2", null], Assert.Single(columns.Rows(new Employee { Id = "2" })));
    }

    [Fact]
    public void What_is_sensitive_comes_only_when_it_is_asked_for()
    {
        string[] sensitive = ["Ssn", "TaxId", "DateOfBirth", "BankAccounts", "Ethnicity", "RemoteData", "AdditionalData"];
        Assert.DoesNotContain(Columns().Names, sensitive.Contains);
        Assert.DoesNotContain("secret", string.Join(",", Assert.Single(Columns().Rows(Ada))), StringComparison.Ordinal);
        Assert.Equal(sensitive.Order(), Columns(sensitive: true).Names.Except(Columns().Names).Order());
        Assert.Equal(["secret", "1990-01-01"], Row("Ssn", "DateOfBirth"));
        Assert.DoesNotContain("EmployeeId", Columns().Names);
        Assert.Equal(["1"], Row("EmployeeId"));
    }

    [Fact]
    public void A_list_gives_a_row_an_item_and_one_without_items()
    {
        var columns = Columns(["Id", "Employments.JobTitle", "Employments.PayRate"], "employments");
        Assert.Equal([["1", "Engineer", "1.5"], ["1", null, null]], columns.Rows(Ada));
        Assert.Equal([["2", null, null]], columns.Rows(new Employee { Id = "2" }));
        var all = Columns(null, "Employments").Names.ToList();
        Assert.Contains("Employments.JobTitle", all);
        Assert.DoesNotContain("Employments", all);
    }

    [Fact]
    public void What_no_column_can_be_made_of_is_refused()
    {
        Assert.Contains("Did you mean HomeAddress?", Refusal(() => Columns(["HomeAdress.City"])), StringComparison.Ordinal);
        Assert.Contains("not a property of an Address object. Did you mean City?", Refusal(() => Columns(["HomeAddress.Citi"])), StringComparison.Ordinal);
        Assert.Contains("Name the keys", Refusal(() => Columns(["CustomFields.*"])), StringComparison.Ordinal);
        Assert.Contains("has no properties", Refusal(() => Columns(["Id.Length"])), StringComparison.Ordinal);
        Assert.Contains("is not a list", Refusal(() => Columns(null, "Manager")), StringComparison.Ordinal);
    }

    public static TheoryData<object?, string?> Cells => new()
    {
        { null, null }, { "", "" }, { "a;b", "a;b" }, { true, "true" }, { false, "false" }, { 7L, "7" }, { -7.25, "-7.25" }, { 7.5m, "7.5" }, { 0.1 + 0.2, "0.30000000000000004" },
        { 7.125, "7.1250" }, { -7.125, "-7.1250" }, { 0.125, "0.125" }, { 1234.125, "1234.125" }, { 1e14, "100000000000000" }, { 1.0, "1" }, { double.Epsilon, "5E-324" },
        { new DateTime(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc), "2026-03-01T08:00:00.000Z" }, { new KomboList<object?> { 1.5, "a", true, null }, "1.5; a; true; " },
        { new KomboMap { ["a"] = 1.5 }, "{\"a\":1.5}" }, { "=1+1", "=1+1" },
    };

    [Theory, MemberData(nameof(Cells))]
    public void Cells_are_the_same_in_every_culture(object? value, string? cell)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "", "de-DE", "fr-FR", "sv-SE", "th-TH", "ar-SA", "fa-IR", "tr-TR" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal(cell, new FlatText(null).Of(value));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(7.125)]
    [InlineData(-1.5)]
    [InlineData(100.001)]
    [InlineData(0.1 + 0.2)]
    [InlineData(1234567.89)]
    [InlineData(40)]
    public void Numbers_come_back_as_they_went_out(double number)
    {
        Assert.Equal(number, TextValue.Number(new FlatText(null).Of(number)!));
        foreach (var culture in new[] { "de-DE", "fr-FR", "sv-SE", "de-CH", "en-US" }.Select(CultureInfo.GetCultureInfo))
        {
            Assert.Equal(number, TextValue.Number(new FlatText(culture).Of(number)!, culture));
            Assert.True(TextValue.Flag(new FlatText(culture).Of(true)!, culture));
            Assert.False(TextValue.Flag(new FlatText(culture).Of(false)!, culture));
        }
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 30 1", "'+49 30 1")]
    [InlineData("-x", "'-x")]
    [InlineData("@a", "'@a")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("\n=1", "'\n=1")]
    [InlineData("\uFF1D1", "'\uFF1D1")]
    [InlineData("a=1", "a=1")]
    [InlineData(-1.5, "-1,5")]
    [InlineData(true, "WAHR")]
    public void Spreadsheets_get_no_formulas_and_their_own_numbers(object value, string cell) =>
        Assert.Equal(cell, new FlatText(CultureInfo.GetCultureInfo("de-DE")).Of(value));
}
