namespace Kombo.Models;

/// <summary>A bank account of an employee.</summary>
public sealed partial class BankAccount : KomboObject
{
    /// <summary>The IBAN; taken from the account number where that is a valid one.</summary>
    public string? Iban { get; set; }

    /// <summary>The BIC or SWIFT code; taken from the routing number where that is a valid one.</summary>
    public string? Bic { get; set; }

    /// <summary>The account number within the bank; some organisations keep the IBAN here.</summary>
    public string? AccountNumber { get; set; }

    /// <summary>The name of the holder.</summary>
    public string? HolderName { get; set; }

    /// <summary>The name of the bank.</summary>
    public string? BankName { get; set; }

    /// <summary>The national routing number of the bank.</summary>
    public DomesticBankRouting? DomesticBankRouting { get; set; }

    /// <summary>The bank and the holder; never a number.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        var parts = new[] { BankName, HolderName };
        return string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));
    }
}
