namespace Kombo.Models;

/// <summary>A request for an electronic certificate of incapacity for work (eAU), and what the health insurance has answered.</summary>
[Model(Columns = [nameof(EauId), nameof(EmployeeId), nameof(Raw)])]
public sealed partial class DatevEauRequest : KomboObject
{
    /// <summary>The id of the request.</summary>
    public string? EauId { get; set; }

    /// <summary>The employee, as given when the request was created; null when the request was read.</summary>
    public string? EmployeeId { get; set; }

    /// <summary>The state of the request as DATEV tells it; null when the request has just been created.</summary>
    public DatevEauStatus? Raw { get; set; }

    /// <summary>The id of the request.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(EauId);
}
