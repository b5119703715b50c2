using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads the job feeds of AI Apply.</summary>
[Cmdlet(VerbsCommon.Get, "KomboJobFeed")]
[OutputType(typeof(JobFeed))]
[KomboOperation("GET", "ai-apply/job-feeds", List = "results", MaxPageSize = 250)]
public sealed class GetKomboJobFeedCommand : PagedListCommand<JobFeed>;
