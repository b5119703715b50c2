using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads the skills of an HR tool.</summary>
[Cmdlet(VerbsCommon.Get, "KomboSkill")]
[OutputType(typeof(Skill))]
[KomboOperation("GET", "hris/skills", List = "results", MaxPageSize = 250)]
public sealed class GetKomboSkillCommand : SyncedListCommand<Skill>
{
    /// <summary>Only skills whose name contains this text, in any case.</summary>
    [Parameter]
    [Text]
    [Query("name_contains")]
    public string? NameContains { get; set; }
}
