using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Deprecated: reads groups under their former name. Use Get-KomboGroup.</summary>
[Cmdlet(VerbsCommon.Get, "KomboTeam")]
[OutputType(typeof(Group))]
[KomboOperation("GET", "hris/teams", List = "results", MaxPageSize = 250, Successor = "Get-KomboGroup")]
public sealed class GetKomboTeamCommand : SyncedListCommand<Group>;
