using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads the skills that courses teach.</summary>
[Cmdlet(VerbsCommon.Get, "KomboLmsSkill")]
[OutputType(typeof(LmsSkill))]
[KomboOperation("GET", "lms/skills", List = "results", MaxPageSize = 250)]
public sealed class GetKomboLmsSkillCommand : SyncedListCommand<LmsSkill>;
