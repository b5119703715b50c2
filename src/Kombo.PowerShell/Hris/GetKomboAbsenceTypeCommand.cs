using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads the kinds of absence that the connected tool has.</summary>
[Cmdlet(VerbsCommon.Get, "KomboAbsenceType")]
[OutputType(typeof(AbsenceType))]
[KomboOperation("GET", "hris/absence-types", List = "results", MaxPageSize = 250)]
public sealed class GetKomboAbsenceTypeCommand : SyncedListCommand<AbsenceType>;
