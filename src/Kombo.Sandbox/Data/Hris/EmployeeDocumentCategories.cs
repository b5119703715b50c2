using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>The drawers that documents of employees are filed in.</summary>
internal sealed class EmployeeDocumentCategories : Table
{
    /// <inheritdoc/>
    public override string Noun => "document category";

    /// <inheritdoc/>
    protected override void Seed()
    {
        Add("Contracts");
        Add("Certificates");
        Add("Payslips");
        Add("Sick notes");
        Add("Abmahnungen");
        Add(null);
        Add("Fax journals", Calendar.At(-40));
    }

    private void Add(string? name, string? deleted = null) => Add(new KomboMap
    {
        ["id"] = NextId,
        ["remote_id"] = name is null ? null : string.Format(CultureInfo.InvariantCulture, "doc-{0}", Rows.Count + 1),
        ["name"] = name,
    }.Tracked(deleted ?? Calendar.Changed(new SeededRandom(Noun + Rows.Count)), deleted));
}
