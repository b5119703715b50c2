using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>How much time off an employee has left and has used, for one absence type.</summary>
[Model(Columns = [nameof(Id), nameof(EmployeeId), nameof(Balance), nameof(BalanceUnit), nameof(Used), nameof(Type)])]
public sealed partial class TimeOffBalance : SyncedEntity, IEntity
{
    /// <summary>The Kombo id, unique among time-off balances.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string TimeOffBalanceId => Id;

    /// <summary>The id in the connected tool; it may be put together from several, and null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The id of the employee.</summary>
    public string? EmployeeId { get; set; }

    /// <summary>The id of the absence type.</summary>
    public string? TypeId { get; set; }

    /// <summary>The absence type.</summary>
    public AbsenceType? Type { get; set; }

    /// <summary>The amount left, in <see cref="BalanceUnit"/>.</summary>
    public double? Balance { get; set; }

    /// <summary>HOURS or DAYS; null when not known.</summary>
    public string? BalanceUnit { get; set; }

    /// <summary>The amount taken, in <see cref="UsedUnit"/>.</summary>
    public double? Used { get; set; }

    /// <summary>HOURS or DAYS; null when not known.</summary>
    public string? UsedUnit { get; set; }

    /// <summary>The type and the amount left with its unit, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Balance is null ? null : FormattableString.Invariant($"{Type} {Balance} {BalanceUnit}"), Id);
}
