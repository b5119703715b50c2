using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads the reasons for which applications are rejected.</summary>
[Cmdlet(VerbsCommon.Get, "KomboRejectionReason")]
[OutputType(typeof(RejectionReason))]
[KomboOperation("GET", "ats/rejection-reasons", List = "results", MaxPageSize = 250)]
public sealed class GetKomboRejectionReasonCommand : SyncedListCommand<RejectionReason>;
