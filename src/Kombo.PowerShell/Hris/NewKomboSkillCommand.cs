using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Creates a skill in the connected tool. Kombo offers this as a closed beta.</summary>
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

    /// <summary>The skill's levels, the lowest first.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("OrderedLevels")]
    [TextList]
    [Body("levels")]
    public string[]? Level { get; set; }
}
