namespace Kombo.Models;

/// <summary>Which client of DATEV an integration works for, and with which payroll program.</summary>
[Model(Columns = [nameof(ConsultantNumber), nameof(ClientNumber), nameof(TargetSystem)])]
public sealed partial class DatevSystemInformation : KomboObject
{
    /// <summary>The number of the tax consultant at DATEV (BeraterNr), 1000 to 9999999.</summary>
    public int? ConsultantNumber { get; set; }

    /// <summary>The number of the client at the consultant (MandantenNr), 1 to 99999.</summary>
    public int? ClientNumber { get; set; }

    /// <summary>The payroll program: LODAS or LuG (Lohn und Gehalt).</summary>
    public string? TargetSystem { get; set; }

    /// <summary>The two numbers.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf($"{ConsultantNumber}-{ClientNumber}");
}
