using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads the rounds of performance reviews.</summary>
[Cmdlet(VerbsCommon.Get, "KomboPerformanceReviewCycle")]
[OutputType(typeof(PerformanceReviewCycle))]
[KomboOperation("GET", "hris/performance-review-cycles", List = "results", MaxPageSize = 250)]
public sealed class GetKomboPerformanceReviewCycleCommand : SyncedListCommand<PerformanceReviewCycle>;
