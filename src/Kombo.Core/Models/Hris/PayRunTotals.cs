namespace Kombo.Models;

/// <summary>What all employees of a pay run get together.</summary>
public sealed partial class PayRunTotals : KomboObject
{
    /// <summary>The pay before taxes and after gross deductions; null when not known.</summary>
    public Money? GrossPay { get; set; }

    /// <summary>The gross pay after taxes; null when not known.</summary>
    public Money? NetPay { get; set; }

    /// <summary>What is really paid out, with net earnings and net deductions; null when not known.</summary>
    public Money? PaidAmount { get; set; }

    /// <summary>The gross pay, else the net pay, else what is paid out.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(GrossPay?.ToString(), NetPay?.ToString(), PaidAmount?.ToString());
}
