namespace Kombo.Models;

/// <summary>A contact at a health insurance.</summary>
public sealed partial class DatevEauContact : KomboObject
{
    /// <summary>The name of the person.</summary>
    public string? Name { get; set; }

    /// <summary>Deprecated: M, F, X or D; null when it is not known.</summary>
    public string? GenderContactPerson { get; set; }

    /// <summary>The telephone number.</summary>
    public string? Telephone { get; set; }

    /// <summary>The fax number; null when there is none.</summary>
    public string? Fax { get; set; }

    /// <summary>The e-mail address; null when there is none.</summary>
    public string? Email { get; set; }

    /// <summary>The name of the health insurance.</summary>
    public string? Name1HealthInsurance { get; set; }

    /// <summary>Deprecated: the second part of the name; null when there is none.</summary>
    public string? Name2HealthInsurance { get; set; }

    /// <summary>Deprecated: the third part of the name; null when there is none.</summary>
    public string? Name3HealthInsurance { get; set; }

    /// <summary>The postal code.</summary>
    public string? PostalCode { get; set; }

    /// <summary>The city.</summary>
    public string? City { get; set; }

    /// <summary>The street; null when it is not known.</summary>
    public string? Street { get; set; }

    /// <summary>The house number; null when it is not known.</summary>
    public string? HouseNumber { get; set; }

    /// <summary>The person, else the health insurance.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name, Name1HealthInsurance);
}
