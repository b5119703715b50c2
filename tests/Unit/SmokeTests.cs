namespace Kombo.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void Requests_show_names_but_no_values() =>
        Assert.Equal("GET hris/employees?work_emails&page_size=250", new KomboRequest("GET", "hris/employees") { Query = { new("work_emails", "a@example.com"), new("page_size", "250") } }.ToString());
}
