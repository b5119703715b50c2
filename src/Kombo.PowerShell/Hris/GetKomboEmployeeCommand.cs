using System.Collections;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads employees.</summary>
[Cmdlet(VerbsCommon.Get, "KomboEmployee")]
[OutputType(typeof(Employee))]
[KomboOperation("GET", "hris/employees", List = "results", MaxPageSize = 250)]
public sealed class GetKomboEmployeeCommand : SyncedListCommand<Employee>
{
    /// <summary>Only employees with one of these states.</summary>
    [Parameter]
    [Text(Several = true)]
    [KnownValues("ACTIVE", "PENDING", "INACTIVE", "LEAVE")]
    [Query("employment_statuses")]
    public string[]? EmploymentStatus { get; set; }

    /// <summary>Only members of one of these groups.</summary>
    [Parameter]
    [EntityId(typeof(Group), Several = true)]
    [KnownNames(typeof(Group))]
    [Query("group_ids")]
    public string[]? GroupId { get; set; }

    /// <summary>Only employees of one of these legal entities.</summary>
    [Parameter]
    [EntityId(typeof(LegalEntity), Several = true)]
    [KnownNames(typeof(LegalEntity))]
    [Query("legal_entity_ids")]
    public string[]? LegalEntityId { get; set; }

    /// <summary>Only employees at one of these locations.</summary>
    [Parameter]
    [EntityId(typeof(Location), Several = true)]
    [KnownNames(typeof(Location))]
    [Query("work_location_ids")]
    public string[]? WorkLocationId { get; set; }

    /// <summary>Only employees with one of these work addresses; the whole address, in any case.</summary>
    [Parameter]
    [Text(Several = true)]
    [Identifies]
    [Query("work_emails")]
    public string[]? WorkEmail { get; set; }

    /// <summary>Only employees with one of these private addresses; the whole address, in any case.</summary>
    [Parameter]
    [Text(Several = true)]
    [Identifies]
    [Query("personal_emails")]
    public string[]? PersonalEmail { get; set; }

    /// <summary>Only employees with this value of a custom field: a hashtable with one key.</summary>
    [Parameter]
    [Map]
    [SingleEntry]
    [Query("custom_fields")]
    public IDictionary? CustomField { get; set; }
}
