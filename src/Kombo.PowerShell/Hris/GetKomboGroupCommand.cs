using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads departments, teams and cost centres.</summary>
[Cmdlet(VerbsCommon.Get, "KomboGroup")]
[OutputType(typeof(Group))]
[KomboOperation("GET", "hris/groups", List = "results", MaxPageSize = 250)]
public sealed class GetKomboGroupCommand : SyncedListCommand<Group>
{
    /// <summary>Only groups of one of these kinds; the word null for those without a kind.</summary>
    [Parameter]
    [Text(Several = true)]
    [KnownValues("DEPARTMENT", "TEAM", "COST_CENTER", "null")]
    [Query("types")]
    public string[]? Type { get; set; }

    /// <summary>Only groups whose name contains this text, in any case.</summary>
    [Parameter]
    [Text]
    [Query("name_contains")]
    public string? NameContains { get; set; }
}
