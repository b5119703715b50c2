namespace Kombo.Models;

/// <summary>What an employee gets, in the period of the payslip and in the year up to its end.</summary>
public sealed partial class PayslipTotals : KomboObject
{
    /// <summary>The pay before taxes and after gross deductions; null when not known.</summary>
    public Money? GrossPay { get; set; }

    /// <summary>The gross pay after taxes; null when not known.</summary>
    public Money? NetPay { get; set; }

    /// <summary>What is really paid out, with net earnings and net deductions; null when not known.</summary>
    public Money? PaidAmount { get; set; }

    /// <summary>The gross pay in the year so far, as the tool says; null when it does not say, for Kombo never works it out.</summary>
    public Money? GrossPayYtd { get; set; }

    /// <summary>The net pay in the year so far, as the tool says; null when it does not say.</summary>
    public Money? NetPayYtd { get; set; }

    /// <summary>What was paid out in the year so far, as the tool says; null when it does not say.</summary>
    public Money? PaidAmountYtd { get; set; }

    /// <summary>The gross pay, else the net pay, else what is paid out.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(GrossPay?.ToString(), NetPay?.ToString(), PaidAmount?.ToString());
}
