using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads how well employees have skills, by each source. Little of this operation is documented.</summary>
[Cmdlet(VerbsCommon.Get, "KomboSkillRating")]
[OutputType(typeof(SkillRating))]
[KomboOperation("GET", "hris/skill-proficiency-ratings", List = "results", MaxPageSize = 250)]
public sealed class GetKomboSkillRatingCommand : SyncedListCommand<SkillRating>;
