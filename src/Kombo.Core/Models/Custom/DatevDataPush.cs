using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>Files that were sent to DATEV together.</summary>
[Model(Columns = [nameof(Id), nameof(Type), nameof(CreatedAt), nameof(UploadJobs)])]
public sealed partial class DatevDataPush : KomboObject, IEntity
{
    /// <summary>The id, unique among data pushes.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string DatevDataPushId => Id;

    /// <summary>GENERAL (employees, compensations, absences) or PAYROLL (supplements).</summary>
    public string? Type { get; set; }

    /// <summary>When the files were sent, in UTC.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>The files, with what has become of each.</summary>
    public KomboList<DatevUploadJob>? UploadJobs { get; set; }

    /// <summary>The kind, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Type, Id);
}
