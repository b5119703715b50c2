using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Changes a skill in the connected tool. Kombo offers this as a closed beta.</summary>
[Cmdlet(VerbsData.Update, "KomboSkill", SupportsShouldProcess = true)]
[OutputType(typeof(Skill))]
[KomboOperation("PATCH", "hris/skills/{skill_id}")]
public sealed class UpdateKomboSkillCommand : IntegrationWriteCommand<Skill>
{
    /// <summary>The skill.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Skill))]
    [Path("skill_id")]
    public string SkillId { get; set; } = "";

    /// <summary>The new name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("name")]
    public string? Name { get; set; }

    /// <summary>The new levels, the lowest first; they replace the old ones.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("OrderedLevels")]
    [TextList]
    [Body("levels")]
    public string[]? Level { get; set; }
}
