using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;
using Kombo.Json;
using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>What is particular to the requests for DATEV and Silae.</summary>
public sealed class DatevTests
{
    private static readonly DateTime Day = new(2026, 10, 15, 0, 0, 0, DateTimeKind.Unspecified);

    private static string Body(KomboRequest request) => PlainJson.ToText(request.Body);

    [Fact]
    public void A_period_is_a_day_without_a_time() =>
        Assert.Equal("2026-10-15", Cmdlets.Request<GetKomboDatevDocumentCommand>(("Period", Day)).Query.Single().Value);

    [Theory]
    [InlineData("2026-10")]
    [InlineData("2026-10-31")]
    [InlineData("2026-10-15T12:00:00Z")]
    public void A_month_is_its_first_day(string text) =>
        Assert.Equal(new DateTime(2026, 10, 1), new MonthAttribute().Transform(null!, text));

    [Theory]
    [InlineData("2026-13")]
    [InlineData("October")]
    public void What_is_no_month_is_refused(string text) =>
        Assert.Throws<ArgumentTransformationMetadataException>(() => new MonthAttribute().Transform(null!, text));

    [Fact]
    public void A_day_becomes_the_first_of_its_month_and_no_zone_shifts_it() =>
        Assert.Equal(new DateTime(2026, 10, 1), new MonthAttribute().Transform(null!, new DateTime(2026, 10, 1, 0, 30, 0, DateTimeKind.Local)));

    [Fact]
    public void An_eAU_request_has_a_day_without_a_time_and_only_the_parts_that_are_given()
    {
        Assert.Equal(
            """{"start_work_incapacity":"2026-10-15"}""",
            Body(Cmdlets.Request<NewKomboDatevEauRequestCommand>(("EmployeeId", "remote:1"), ("StartWorkIncapacity", Day))));
        var request = Cmdlets.Request<NewKomboDatevEauRequestCommand>(
            ("EmployeeId", "remote:1"), ("StartWorkIncapacity", Day), ("NotificationEmail", "hr@example.com"), ("ContactPerson", new OrderedDictionary { ["gender"] = "W" }));
        Assert.Equal("custom/datev/employees/remote%3A1/eau-requests", request.Path);
        Assert.Equal("""{"start_work_incapacity":"2026-10-15","notification":{"email":"hr@example.com"},"contact_person":{"gender":"W"}}""", Body(request));
    }

    [Fact]
    public void Payroll_lists_are_sent_even_if_empty_and_text_in_them_becomes_numbers()
    {
        var request = Cmdlets.Request<SetKomboDatevPayrollCommand>(
            ("EmployeeId", "e"),
            ("PayrollRunDate", Day),
            ("HourlyPayment", new IDictionary[] { new OrderedDictionary { ["hours"] = "2.5", ["lohnart"] = "200" }, new OrderedDictionary { ["hours"] = 14, ["lohnart"] = 232 } }),
            ("FixedPayment", Array.Empty<IDictionary>()));
        Assert.Equal(
            """{"payroll_run":{"date":"2026-10-15T00:00:00.000Z"},"hourly_payments":[{"hours":2.5,"lohnart":200},{"hours":14,"lohnart":232}],"fixed_payments":[]}""",
            Body(request));
    }

    [Fact]
    public void A_number_that_could_be_meant_in_two_ways_is_refused_by_name_and_value()
    {
        var failure = Assert.Throws<KomboException>(() => Cmdlets.Request<SetKomboDatevPayrollCommand>(
            ("EmployeeId", "e"), ("PayrollRunDate", Day), ("HourlyPayment", new IDictionary[] { new Hashtable { ["hours"] = "2,5" } }), ("FixedPayment", Array.Empty<IDictionary>())));
        Assert.Equal("HourlyPayment", failure.Parameter);
        Assert.Contains("'2,5'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("(as 'hours')", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_payroll_lists_must_be_said_because_they_replace_what_was_there()
    {
        Assert.Equal("FixedPayment", Assert.Throws<KomboException>(() => Cmdlets.Request<SetKomboDatevPayrollCommand>(
            ("EmployeeId", "e"), ("PayrollRunDate", Day), ("HourlyPayment", Array.Empty<IDictionary>()))).Parameter);
        Assert.Equal("HourlyPayment", Assert.Throws<KomboException>(() => Cmdlets.Request<SetKomboDatevPayrollCommand>(
            ("EmployeeId", "e"), ("PayrollRunDate", Day), ("FixedPayment", Array.Empty<IDictionary>()))).Parameter);
    }

    [Fact]
    public void Each_kind_of_push_has_its_operation_and_only_one_has_a_month()
    {
        var general = Cmdlets.Request<StartKomboDatevDataPushCommand>(("General", true));
        Assert.Equal("POST custom/datev/push-data/general", general.ToString());
        Assert.Equal("{}", Body(general));
        var payroll = Cmdlets.Request<StartKomboDatevDataPushCommand>(("PayrollMonth", new DateTime(2026, 10, 1)));
        Assert.Equal("POST custom/datev/push-data/payroll", payroll.ToString());
        Assert.Equal("""{"payroll_month":"2026-10-01T00:00:00.000Z"}""", Body(payroll));
        Assert.Equal("files", payroll.ListMember);
        Assert.False(payroll.IsRead);
    }

    [Fact]
    public void A_document_without_an_employee_is_one_of_the_company_and_says_so()
    {
        var request = Cmdlets.Request<SaveKomboDatevDocumentCommand>(("DocumentType", "lojo"), ("AccountingMonth", new DateTime(2026, 9, 1)));
        Assert.Equal("""{"document_type":"LOJO","accounting_month":"2026-09-01T00:00:00.000Z","employee_id":null}""", Sorted(request));
        Assert.True(request.IsRead);
        request = Cmdlets.Request<SaveKomboDatevEmployeeDocumentCommand>(("EmployeeId", "e"), ("DocumentType", "LOBN"), ("AccountingMonth", new DateTime(2026, 9, 1)));
        Assert.Equal("""{"document_type":"LOBN","accounting_month":"2026-09-01T00:00:00.000Z"}""", Sorted(request));
        Assert.Equal("custom/datev/employees/e/download-document", request.Path);
    }

    [Fact]
    public void A_document_can_be_asked_for_by_the_id_that_the_employee_has_at_DATEV()
    {
        (string, object?)[] which = [("EmployeeId", "remote:00200"), ("DocumentType", "LSTB"), ("AccountingMonth", new DateTime(2026, 9, 1))];
        Assert.Equal(
            """{"document_type":"LSTB","accounting_month":"2026-09-01T00:00:00.000Z","employee_id":"remote:00200"}""",
            Sorted(Cmdlets.Request<SaveKomboDatevDocumentCommand>(which)));
        Assert.Equal("custom/datev/employees/remote%3A00200/download-document", Cmdlets.Request<SaveKomboDatevEmployeeDocumentCommand>(which).Path);
    }

    [Fact]
    public void A_supplement_is_a_number_or_a_text()
    {
        Assert.Equal(
            """{"supplement_code":"200","effective_date":"2026-10-15T00:00:00.000Z","element_amount":0}""",
            Body(Cmdlets.Request<AddKomboSilaePayrollSupplementCommand>(("EmployeeId", "e"), ("SupplementCode", "200"), ("EffectiveDate", Day), ("ElementAmount", 0.0), ("ElementString", null))));
    }

    [Theory]
    [InlineData(new byte[] { 0x4D, 0xC3, 0xBC, 0x6C, 0x6C, 0x65, 0x72 })]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x4D, 0xC3, 0xBC, 0x6C, 0x6C, 0x65, 0x72 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x4D, 0x00, 0xFC, 0x00, 0x6C, 0x00, 0x6C, 0x00, 0x65, 0x00, 0x72, 0x00 })]
    [InlineData(new byte[] { 0x4D, 0xFC, 0x6C, 0x6C, 0x65, 0x72 })]
    public void Text_files_are_read_in_the_encoding_they_have(byte[] bytes)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            Assert.Equal("Müller", TextFile.Read(path, "Path"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void The_euro_sign_of_Windows_is_read_as_one()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, [0x35, 0x80, 0xFC]);
            Assert.Equal("5€ü", TextFile.Read(path, "Path"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Sorted(KomboRequest request) =>
        PlainJson.ToText(new Models.KomboMap(((Models.KomboMap)request.Body!).OrderBy(entry => Array.IndexOf(["document_type", "accounting_month", "employee_id"], entry.Key))));
}
