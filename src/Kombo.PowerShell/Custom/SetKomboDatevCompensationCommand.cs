using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Sets all compensations of an employee from a day on. Those that are left out end.</summary>
[Cmdlet(VerbsCommon.Set, "KomboDatevCompensation", SupportsShouldProcess = true)]
[OutputType(typeof(void), typeof(Employee))]
[KomboOperation("PUT", "custom/datev/employees/{employee_id}/compensations")]
public sealed class SetKomboDatevCompensationCommand : IntegrationActionCommand
{
    private const string Currency = "currency";

    /// <summary>The employee: a Kombo id, or remote: and the id at DATEV.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Employee), AllowRemote = true)]
    [Path("employee_id")]
    public string EmployeeId { get; set; } = "";

    /// <summary>The day from which they apply. All other compensations of the employee end then.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Date(ByCulture = true)]
    [Body("effective_date", Required = true)]
    public DateTime? EffectiveDate { get; set; }

    /// <summary>
    /// All compensations: hashtables with amount, period (HOUR or MONTH) and, for those by the month, lohnart if the default
    /// of the connection flow is not right. The currency is EUR; an empty list ends all.
    /// </summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyCollection]
    [Map(Several = true)]
    [Body("compensations", Required = true, Numbers = ["amount", "lohnart"])]
    public IDictionary[] Compensation { get; set; } = [];

    /// <inheritdoc/>
    private protected override KomboRequest Prepare(ICollection<string> given, KomboConnection connection)
    {
        // The API wants the one currency it has to be named.
        Compensation = Array.ConvertAll(Compensation, WithCurrency);
        return base.Prepare(given, connection);
    }

    private static IDictionary WithCurrency(IDictionary compensation)
    {
        if (compensation.Contains(Currency))
        {
            return compensation;
        }

        var complete = new OrderedDictionary();
        foreach (DictionaryEntry entry in compensation)
        {
            complete.Add(entry.Key, entry.Value);
        }

        complete.Add(Currency, "EUR");
        return complete;
    }
}
