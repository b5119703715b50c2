namespace Kombo.Models;

/// <summary>A bank's routing number within its country.</summary>
public sealed partial class DomesticBankRouting : KomboObject
{
    /// <summary>The number, unformatted: separators may be part of it.</summary>
    public string? Number { get; set; }

    /// <summary>GB_SORT_CODE, DE_BANKLEITZAHL, US_ABA_ROUTING_TRANSIT_NUMBER, CA_ROUTING_NUMBER, AU_BSB_CODE or FR_RIB; null when not certain.</summary>
    public string? Type { get; set; }

    /// <summary>The kind and the number.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf($"{Type} {Number}");
}
