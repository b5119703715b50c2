using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>What an employee gets in a pay run. Kombo offers this as a closed beta.</summary>
[Model(Columns = [nameof(Id), nameof(PayRun), nameof(Totals), nameof(Employee)])]
public sealed partial class Payslip : KomboObject, IEntity
{
    /// <summary>The Kombo id, unique among payslips.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string PayslipId => Id;

    /// <summary>The id of the employee, by the name that other commands bind to; null when not known.</summary>
    [JsonIgnore]
    public string? EmployeeId => Employee?.Id;

    /// <summary>The id of the pay run, by the name that other commands bind to; null when there is none.</summary>
    [JsonIgnore]
    public string? PayRunId => PayRun?.Id;

    /// <summary>The id in the connected tool; it may be put together from several.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The employee.</summary>
    public EmployeeReference? Employee { get; set; }

    /// <summary>The pay run; null when not known.</summary>
    public PayRunReference? PayRun { get; set; }

    /// <summary>The totals.</summary>
    public PayslipTotals? Totals { get; set; }

    /// <summary>The earnings, deductions and contributions.</summary>
    public KomboList<PayslipLineItem>? LineItems { get; set; }

    /// <summary>The values of your custom fields, by key; null when there are none.</summary>
    public KomboMap? CustomFields { get; set; }

    /// <summary>When this record last changed, in UTC; changes of related records do not count.</summary>
    public DateTime? ChangedAt { get; set; }

    /// <summary>When the record was found missing in the connected tool, in UTC; null while it exists.</summary>
    public DateTime? RemoteDeletedAt { get; set; }

    /// <summary>The pay run and the employee, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(PayRun is null && Employee is null ? null : $"{PayRun} {Employee}", Id);
}
