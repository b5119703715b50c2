using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads the tags that candidates can have.</summary>
[Cmdlet(VerbsCommon.Get, "KomboTag")]
[OutputType(typeof(Tag))]
[KomboOperation("GET", "ats/tags", List = "results", MaxPageSize = 250)]
public sealed class GetKomboTagCommand : SyncedListCommand<Tag>;
