using System.Collections;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Asks the health insurance of an employee for an electronic certificate of incapacity for work.</summary>
[Cmdlet(VerbsCommon.New, "KomboDatevEauRequest", SupportsShouldProcess = true)]
[OutputType(typeof(DatevEauRequest))]
[KomboOperation("POST", "custom/datev/employees/{employee_id}/eau-requests")]
public sealed class NewKomboDatevEauRequestCommand : IntegrationWriteCommand<DatevEauRequest>
{
    /// <summary>The employee: a Kombo id, or remote: and the id at DATEV.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Employee), AllowRemote = true)]
    [Path("employee_id")]
    public string EmployeeId { get; set; } = "";

    /// <summary>The first day of the incapacity.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Date(ByCulture = true)]
    [Body("start_work_incapacity", Required = true, BareDates = true)]
    public DateTime? StartWorkIncapacity { get; set; }

    /// <summary>The address that is told when there is an answer.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("notification.email")]
    public string? NotificationEmail { get; set; }

    /// <summary>
    /// Whom the health insurance can ask: a hashtable with gender (M, W, X or D), name, telephone, fax, email, company_name,
    /// postal_code, city, street and house_number, all of them.
    /// </summary>
    [Parameter]
    [Map]
    [Body("contact_person")]
    public IDictionary? ContactPerson { get; set; }

    /// <inheritdoc/>
    private protected override Action<DatevEauRequest>? Completion(KomboRequest request, KomboConnection connection)
    {
        var id = EmployeeId;
        return answer => answer.EmployeeId ??= id;
    }
}
