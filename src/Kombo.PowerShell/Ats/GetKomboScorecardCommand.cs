using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads what people wrote after interviews.</summary>
[Cmdlet(VerbsCommon.Get, "KomboScorecard")]
[OutputType(typeof(Scorecard))]
[KomboOperation("GET", "ats/scorecards", List = "results", MaxPageSize = 250)]
public sealed class GetKomboScorecardCommand : CandidateRecordListCommand<Scorecard>;
