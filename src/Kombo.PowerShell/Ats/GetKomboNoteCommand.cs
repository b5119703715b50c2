using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads notes about candidates and applications.</summary>
[Cmdlet(VerbsCommon.Get, "KomboNote")]
[OutputType(typeof(Note))]
[KomboOperation("GET", "ats/notes", List = "results", MaxPageSize = 250)]
public sealed class GetKomboNoteCommand : CandidateRecordListCommand<Note>;
