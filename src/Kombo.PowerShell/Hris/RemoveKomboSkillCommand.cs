using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Deletes a skill in the connected tool. Kombo offers this as a closed beta.</summary>
[Cmdlet(VerbsCommon.Remove, "KomboSkill", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Skill))]
[KomboOperation("DELETE", "hris/skills/{skill_id}")]
public sealed class RemoveKomboSkillCommand : IntegrationWriteCommand<Skill>
{
    /// <summary>The skill.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Skill))]
    [Path("skill_id")]
    public string SkillId { get; set; } = "";
}
