using System.Globalization;
using System.Text;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>The payroll documents at DATEV: every month of the last two years, for the first people of the company.</summary>
internal sealed class DatevDocuments : Table
{
    /// <summary>The kinds of documents, and whether each is one of the company.</summary>
    public static readonly IReadOnlyList<(string Name, bool IsOfCompany)> Types =
        [("LOBN", false), ("LSTB", false), ("SVNW", false), ("LOJO", true), ("BUBE", true)];

    private const int People = 20;
    private const int Months = 24;

    /// <summary>Someone whom DATEV knows and Kombo does not.</summary>
    private const string Stranger = "99999";

    /// <inheritdoc/>
    public override string Noun => "DATEV document";

    /// <summary>The kinds of documents that there are for the month of a date, with the people who have one.</summary>
    public IEnumerable<KomboMap> Available(string date) => HasMonth(date)
        ? Types.Select(type => new KomboMap
        {
            ["document_type"] = type.Name,
            ["available_for_employees"] = new KomboList<object?>(type.IsOfCompany ? [] : Entries()),
            ["is_company_document"] = type.IsOfCompany,
        })
        : [];

    /// <summary>Fetches a document, so that it can be downloaded.</summary>
    /// <param name="date">A date in the month.</param>
    /// <param name="type">The kind.</param>
    /// <param name="employee">Whose it is; null for one of the company.</param>
    public Row Fetch(string date, string type, Row? employee)
    {
        var known = Types.FirstOrDefault(candidate => candidate.Name == type);
        if (known.Name is null || !HasMonth(date) || known.IsOfCompany != employee is null || (employee is not null && !Staff().Contains(employee)))
        {
            throw new SandboxException("REMOTE.INPUT_INVALID", $"DATEV has no document {type} of {date.Substring(0, 7)} for {employee?.RemoteId ?? "the company"}.");
        }

        var name = $"{type}_{date.Substring(0, 7)}{(employee is null ? string.Empty : "_" + employee.RemoteId)}.pdf";
        return Rows.Find(row => row.Text("file_name") == name)
            ?? Add(new KomboMap { ["id"] = NextId, ["file_name"] = name, ["content_type"] = "application/pdf" });
    }

    /// <summary>What is in a document.</summary>
    public static byte[] Content(Row row) => Encoding.UTF8.GetBytes($"%PDF-1.4\n% {row.Text("file_name")} from the sandbox\n%%EOF\n");

    /// <inheritdoc/>
    protected override void Seed()
    {
    }

    private static bool HasMonth(string date)
    {
        var now = Calendar.Date(0);
        var month = Calendar.Parse(date);
        var age = ((now.Year - month.Year) * 12) + now.Month - month.Month;
        return age is >= 1 and <= Months;
    }

    private IEnumerable<Row> Staff() => Database.Get<Employees>().Rows.Where(row => !row.IsDeleted).Take(People);

    private IEnumerable<object?> Entries() => Staff().Select(row => new KomboMap { ["id"] = row.Id, ["remote_id"] = row.RemoteId })
        .Append(new KomboMap { ["id"] = null, ["remote_id"] = Stranger });
}
