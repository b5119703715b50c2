using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>Why people are absent.</summary>
internal sealed class AbsenceTypes : Table
{
    /// <summary>How many types are in use.</summary>
    public const int Count = 8;

    /// <inheritdoc/>
    public override string Noun => "absence type";

    /// <inheritdoc/>
    protected override void Seed()
    {
        Add("vacation", "Vacation", "DAYS", true, false);
        Add("sick", "Sick Leave", "DAYS", true, false);
        Add("parental", "Parental Leave", "DAYS", false, false);
        Add("overtime", "Time Off in Lieu", "HOURS", false, true);
        Add("home", "Home Office", "DAYS", true, null);
        Add("training", "Training", "DAYS", true, false);
        Add("unpaid", "Unbezahlter Urlaub", "DAYS", null, null);
        Add("appointment", "Doctor's Appointment", "HOURS", false, true);
        Add("sabbatical", "Sabbatical", null, null, null, Calendar.At(-200));
    }

    private void Add(string remoteId, string name, string? unit, bool? halfDays, bool? exactTimes, string? deleted = null) => Add(new KomboMap
    {
        ["id"] = NextId,
        ["remote_id"] = remoteId,
        ["name"] = name,
        ["unit"] = unit,
        ["half_days_supported"] = halfDays,
        ["exact_times_supported"] = exactTimes,
        ["custom_fields"] = remoteId == "sick" ? new KomboMap { ["certificate_from_day"] = 4 } : null,
        ["integration_fields"] = Parts.List(),
    }.Tracked(deleted ?? Calendar.Changed(new SeededRandom(Noun + Rows.Count)), deleted));
}
