using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads the contracts of employees, present and past.</summary>
[Cmdlet(VerbsCommon.Get, "KomboEmployment")]
[OutputType(typeof(Employment))]
[KomboOperation("GET", "hris/employments", List = "results", MaxPageSize = 250)]
public sealed class GetKomboEmploymentCommand : SyncedListCommand<Employment>;
