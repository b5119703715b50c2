using System.Text.RegularExpressions;
using Kombo.Facts;
using Kombo.Models;
using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>What the API documents as limits of members is refused before anything is sent, wherever the member comes from.</summary>
public sealed class BodyLimitTests
{
    [Theory]
    [InlineData("POST hris/absences", """{"amount":-1,"unit":"DAYS"}""", "Amount: 'amount' is -1, and must be 0 or more.")]
    [InlineData("POST hris/absences", """{"amount":1}""", "Amount: 'amount' is taken together with 'unit' only.")]
    [InlineData("POST hris/absences", """{"start_time":"08:30"}""", "StartTime: 'start_time' is taken together with 'end_time' only.")]
    [InlineData("POST hris/absences", """{"start_time":"25:00","end_time":"08:30"}""", "StartTime: 'start_time' is '25:00', and must be a time of the day as HH:mm or HH:mm:ss, such as 08:30.")]
    [InlineData("POST hris/absences", """{"start_time":"08:30\n","end_time":"09:30"}""", "StartTime: 'start_time' is")]
    [InlineData("POST hris/absences", """{"start_time":"٠٨:٣٠","end_time":"09:30"}""", "StartTime: 'start_time' is")]
    [InlineData("POST hris/employees", """{"home_address":{"country":"Germany"}}""", "Country: 'home_address.country' is 'Germany', and must be two capital letters, such as DE.")]
    [InlineData("PATCH hris/employees/{employee_id}", """{"work_email":"jane"}""", "WorkEmail: 'work_email' is 'jane', and must be an e-mail address.")]
    [InlineData("POST ats/jobs/{job_id}/applications", """{"attachments":[{"content_type":"application/pdf"},{"content_type":"pdf"}]}""", "Attachment: 'attachments[1].content_type' is 'pdf', and must be a media type, such as application/pdf.")]
    [InlineData("POST lms/course-progressions/{course_progression_id}/complete", """{"score":101}""", "Score: 'score' is 101, and must be 100 or less.")]
    [InlineData("PUT custom/datev/employees/{employee_id}/compensations", """{"compensations":[{"lohnart":10000}]}""", "Compensation: 'compensations[0].lohnart' is 10000, and must be 9999 or less.")]
    [InlineData("POST custom/datev/employees/{employee_id}/eau-requests", """{"contact_person":{"city":"A city with a name that is far too long for it"}}""", "ContactPerson: 'contact_person.city' has 46 characters; the API takes 34.")]
    [InlineData("POST connect/create-link", """{"remote_environment":"sandbox"}""", "RemoteEnvironment: 'remote_environment' is taken together with 'integration_tool' only.")]
    [InlineData("POST ats/candidates/{candidate_id}/tags", """{"tag":{"name":""}}""", "Name: 'tag.name' is empty.")]
    public void A_member_outside_its_limit_is_refused(string operation, string body, string message) =>
        Assert.StartsWith(message, Assert.Throws<KomboException>(() => Check(operation, body)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("POST hris/absences", """{"amount":0,"unit":"DAYS","start_time":"8:05","end_time":"23:59:59","employee_note":null}""")]
    [InlineData("POST hris/employees", """{"work_email":"jörg@exämple.com","home_address":{"country":"DE"},"nationality":null}""")]
    [InlineData("POST custom/datev/employees/{employee_id}/eau-requests", """{"contact_person":{"telephone":"+49 (30) 123-45","email":"a.b@example.com","house_number":""}}""")]
    [InlineData("POST lms/course-progressions/{course_progression_id}/complete", """{"score":100}""")]
    public void A_member_within_its_limit_is_sent(string operation, string body) => Check(operation, body);

    [Fact]
    public void Errors_describe_every_pattern_outside_of_what_one_tool_knows() =>
        Assert.All(
            ApiFacts.All.Operations.Values.SelectMany(ApiMembers.OfBody).Select(pair => pair.Value.Pattern).OfType<string>().Distinct().Where(pattern => !Regex.IsMatch("", pattern)),
            pattern => Assert.True(BodyLimits.DescriptionOf(pattern) is not null, $"BodyLimits.Said does not say what {pattern} looks like."));

    private static void Check(string operation, string body)
    {
        var cmdlet = Cmdlets.OfOperations.First(type => Operation.Of(type).Declarations.Any(declaration => $"{declaration.Method} {declaration.Path}" == operation));
        var declared = Operation.Of(cmdlet);
        BodyLimits.Check(
            declared.Declarations.Single(declaration => $"{declaration.Method} {declaration.Path}" == operation),
            declared.Parameters,
            Kombo.Json.PlainJson.Parse(System.Text.Encoding.UTF8.GetBytes(body))!);
    }
}
