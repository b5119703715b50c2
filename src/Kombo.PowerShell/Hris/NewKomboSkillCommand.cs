using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Creates a skill, or changes the one that has the same id of yours.</summary>
[Cmdlet(VerbsCommon.New, "KomboSkill", SupportsShouldProcess = true)]
[OutputType(typeof(Skill))]
[KomboOperation("POST", "hris/skills")]
public sealed class NewKomboSkillCommand : IntegrationWriteCommand<Skill>
{
    /// <summary>The skill's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("name")]
    public string Name { get; set; } = "";

    /// <summary>Your own id of the skill. A skill that was created with it is changed instead.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("origin_id")]
    public string? OriginId { get; set; }

    /// <summary>ACTIVE, or INACTIVE to archive the skill where the tool can.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [KnownValues("ACTIVE", "INACTIVE")]
    [Body("status")]
    public string? Status { get; set; }

    /// <summary>The skill's levels, the lowest first.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("OrderedLevels")]
    [TextList]
    [Body("levels")]
    public string[]? Level { get; set; }
}
