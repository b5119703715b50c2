using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads stages of applications, whatever their job. Jobs know their own stages.</summary>
[Cmdlet(VerbsCommon.Get, "KomboApplicationStage")]
[OutputType(typeof(ApplicationStage))]
[KomboOperation("GET", "ats/application-stages", List = "results", MaxPageSize = 250, Successor = "Get-KomboJob")]
public sealed class GetKomboApplicationStageCommand : SyncedListCommand<ApplicationStage>;
