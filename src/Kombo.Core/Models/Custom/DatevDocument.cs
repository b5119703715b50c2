namespace Kombo.Models;

/// <summary>A kind of payroll document that DATEV has for a month.</summary>
[Model(Columns = [nameof(DocumentType), nameof(AccountingMonth), nameof(IsCompanyDocument), nameof(AvailableForEmployees)])]
public sealed partial class DatevDocument : KomboObject
{
    /// <summary>DATEV's short name of the kind, such as LOBN (pay slip) or LOJO (payroll journal).</summary>
    public string? DocumentType { get; set; }

    /// <summary>The month that was asked for, so that the object can be passed on to Save-KomboDatevDocument.</summary>
    [CalendarDay]
    public DateTime? AccountingMonth { get; set; }

    /// <summary>Whether the document is one of the whole company.</summary>
    public bool? IsCompanyDocument { get; set; }

    /// <summary>The employees who have one; empty for a document of the company.</summary>
    public KomboList<DatevDocumentEmployee>? AvailableForEmployees { get; set; }

    /// <summary>The kind.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(DocumentType);
}
