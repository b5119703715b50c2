using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>The base of the cmdlets that plan interviews: both send all of an interview. What an interview from the pipeline says is taken over.</summary>
public abstract class InterviewCommand : IntegrationActionCommand
{
    /// <summary>The interview's title.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Text]
    [FilledByModels(true)]
    [Body("title", Required = true)]
    public string Title { get; set; } = "";

    /// <summary>When the interview starts.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("StartingAt")]
    [Instant(ByCulture = true)]
    [FilledByModels(true)]
    [Body("start_time", Required = true)]
    public DateTime? StartTime { get; set; }

    /// <summary>When the interview ends.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("EndingAt")]
    [Instant(ByCulture = true)]
    [FilledByModels(true)]
    [Body("end_time", Required = true)]
    public DateTime? EndTime { get; set; }

    /// <summary>The users who hold the interview.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Users")]
    [AllowEmptyCollection]
    [EntityId(typeof(AtsUser), Several = true, Separated = true)]
    [Body("interviewer_user_ids", Required = true)]
    public string[] InterviewerUserId { get; set; } = [];

    /// <summary>The user who organises the interview.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(AtsUser))]
    [Body("organizer_user_id", Required = true)]
    public string OrganizerUserId { get; set; } = "";

    /// <summary>Whether people meet: PHYSICAL or VIRTUAL.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Text]
    [KnownValues("PHYSICAL", "VIRTUAL")]
    [Body("location.type", Required = true)]
    public string LocationType { get; set; } = "";

    /// <summary>Where people meet.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("location.address")]
    public string? LocationAddress { get; set; }
}
