namespace Kombo.Models;

/// <summary>What a health insurance knows about an incapacity for work.</summary>
public sealed partial class DatevEauIncapacity : KomboObject
{
    /// <summary>The first day of the incapacity, as the employer has said.</summary>
    [CalendarDay]
    public DateTime? StartWorkIncapacityEmployer { get; set; }

    /// <summary>The first day of the incapacity by the certificate; null when there is none.</summary>
    [CalendarDay]
    public DateTime? StartWorkIncapacityAu { get; set; }

    /// <summary>The day on which the incapacity is expected to end; null when it is not known.</summary>
    [CalendarDay]
    public DateTime? EndWorkIncapacityAu { get; set; }

    /// <summary>The day on which the incapacity really ended; null when it is not known.</summary>
    [CalendarDay]
    public DateTime? ActualEndWorkIncapacityAu { get; set; }

    /// <summary>The day on which a doctor established the incapacity; null when it is not known.</summary>
    [CalendarDay]
    public DateTime? DateOfDiagnosis { get; set; }

    /// <summary>
    /// What the insurance has: 0 unknown, 1 it is not responsible, 2 incapacity for work, 3 hospital, 4 nothing on file,
    /// 5 rehabilitation, 6 inpatient treatment, 7 being checked, 8 another proof, 9 passed on. Null when it does not say.
    /// </summary>
    public int? FlagCurrentWorkIncapacity { get; set; }

    /// <summary>Whether an accident at work is the cause.</summary>
    public bool? AccidentAtWork { get; set; }

    /// <summary>Whether the person was sent to a doctor of the accident insurance.</summary>
    public bool? AssignmentAccidentInsuranceDoctor { get; set; }

    /// <summary>Whether another accident is the cause.</summary>
    public bool? OtherAccident { get; set; }

    /// <summary>Whether it is the first certificate, not one that follows another.</summary>
    public bool? InitialCertificate { get; set; }

    /// <summary>Until when the insurance reports changes by itself; null when it does not.</summary>
    [CalendarDay]
    public DateTime? AutomaticFeedbackUntil { get; set; }

    /// <summary>Deprecated: the first day in hospital; null when there is none.</summary>
    [CalendarDay]
    public DateTime? StartHospitalisation { get; set; }

    /// <summary>Deprecated: the last day in hospital; null when it is not known.</summary>
    [CalendarDay]
    public DateTime? EndHospitalisation { get; set; }

    /// <summary>The first and the last day.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(FormattableString.Invariant($"{StartWorkIncapacityAu ?? StartWorkIncapacityEmployer:yyyy-MM-dd} - {ActualEndWorkIncapacityAu ?? EndWorkIncapacityAu:yyyy-MM-dd}"));
}
