using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads the career sites of AI Apply.</summary>
[Cmdlet(VerbsCommon.Get, "KomboCareerSite")]
[OutputType(typeof(CareerSite))]
[KomboOperation("GET", "ai-apply/career-sites", List = "results", MaxPageSize = 250)]
public sealed class GetKomboCareerSiteCommand : PagedListCommand<CareerSite>;
