namespace Kombo.Models;

/// <summary>A line of a payslip: an earning, a deduction or a contribution.</summary>
public sealed partial class PayslipLineItem : KomboObject
{
    /// <summary>The Kombo id of the line; with some tools it changes when the payslip is edited.</summary>
    public string Id { get; set; } = "";

    /// <summary>The id in the connected tool; it may contain the line's position, and change with it.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The name of the salary type; null when not known.</summary>
    public string? Name { get; set; }

    /// <summary>The salary type; null when the answer leaves it out.</summary>
    public PayCode? PayCode { get; set; }

    /// <summary>The amount; null when not known.</summary>
    public Money? Amount { get; set; }

    /// <summary>The amount in the year so far, as the tool says; null when it does not say.</summary>
    public Money? AmountYtd { get; set; }

    /// <summary>The values of your custom fields, by key; null when there are none.</summary>
    public KomboMap? CustomFields { get; set; }

    /// <summary>The name and the amount, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name is null && PayCode is null ? null : $"{FirstOf(Name, PayCode?.ToString())} {Amount}", Id);
}
