using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Changes an employee in the connected tool.</summary>
[Cmdlet(VerbsData.Update, "KomboEmployee", SupportsShouldProcess = true)]
[OutputType(typeof(Employee))]
[KomboOperation("PATCH", "hris/employees/{employee_id}")]
public sealed class UpdateKomboEmployeeCommand : EmployeeWriteCommand
{
    /// <summary>The employee: a Kombo id, or remote: and the id in the connected tool.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Employee), AllowRemote = true)]
    [Path("employee_id")]
    public string EmployeeId { get; set; } = "";

    /// <summary>The e-mail address at work, changed or not: the API wants it in any case. It is taken from piped employees.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Text]
    [FilledByModels(true)]
    [Body("work_email", Required = true)]
    public string WorkEmail { get; set; } = "";

    /// <summary>The first name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("first_name")]
    public string? FirstName { get; set; }

    /// <summary>The last name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("last_name")]
    public string? LastName { get; set; }

    /// <summary>The social security number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("ssn")]
    public string? Ssn { get; set; }

    /// <summary>The tax id.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("tax_id")]
    public string? TaxId { get; set; }

    /// <summary>SINGLE, MARRIED, DOMESTIC_PARTNERSHIP, WIDOWED, DIVORCED, SEPARATED or NOT_MARRIED.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [KnownValues("SINGLE", "MARRIED", "DOMESTIC_PARTNERSHIP", "WIDOWED", "DIVORCED", "SEPARATED", "NOT_MARRIED")]
    [Body("marital_status")]
    public string? MaritalStatus { get; set; }

    /// <summary>The last day at the organisation, past or future.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Date(ByCulture = true)]
    [Body("termination_date", Nullable = true)]
    public DateTime? TerminationDate { get; set; }
}
