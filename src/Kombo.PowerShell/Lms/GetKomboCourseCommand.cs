using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads the courses of the learning management system.</summary>
[Cmdlet(VerbsCommon.Get, "KomboCourse")]
[OutputType(typeof(Course))]
[KomboOperation("GET", "lms/courses", List = "results", MaxPageSize = 250)]
public sealed class GetKomboCourseCommand : SyncedListCommand<Course>;
