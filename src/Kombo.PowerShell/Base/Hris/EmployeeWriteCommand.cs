using System.Collections;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>The base of cmdlets that send an employee's data: what creating and changing have in common.</summary>
public abstract class EmployeeWriteCommand : IntegrationWriteCommand<Employee>
{
    /// <summary>MALE, FEMALE, NON_BINARY or NOT_SPECIFIED.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [KnownValues("MALE", "FEMALE", "NON_BINARY", "NOT_SPECIFIED")]
    [Body("gender")]
    public string? Gender { get; set; }

    /// <summary>The job title.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("job_title")]
    public string? JobTitle { get; set; }

    /// <summary>The home address as the API takes it: a hashtable with street_1, street_2, city, state, zip_code and country.</summary>
    [Parameter]
    [Map]
    [Body("home_address")]
    public IDictionary? HomeAddress { get; set; }

    /// <summary>The first line of the home address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Alias("HomeAddress.Street1")]
    [Body("home_address.street_1")]
    public string? Street1 { get; set; }

    /// <summary>The second line of the home address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Alias("HomeAddress.Street2")]
    [Body("home_address.street_2")]
    public string? Street2 { get; set; }

    /// <summary>The city of the home address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Alias("HomeAddress.City")]
    [Body("home_address.city")]
    public string? City { get; set; }

    /// <summary>The state or region of the home address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Alias("HomeAddress.State")]
    [Body("home_address.state")]
    public string? State { get; set; }

    /// <summary>The postal code of the home address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Alias("HomeAddress.ZipCode")]
    [Body("home_address.zip_code")]
    public string? ZipCode { get; set; }

    /// <summary>The country of the home address: two capital letters, ISO 3166.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Alias("HomeAddress.Country")]
    [Body("home_address.country")]
    public string? Country { get; set; }

    /// <summary>The date of birth.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Date(ByCulture = true)]
    [Body("date_of_birth")]
    public DateTime? DateOfBirth { get; set; }

    /// <summary>The mobile phone number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("mobile_phone_number")]
    public string? MobilePhoneNumber { get; set; }

    /// <summary>The phone number at home.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("home_phone_number")]
    public string? HomePhoneNumber { get; set; }

    /// <summary>The nationality: two capital letters, ISO 3166.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("nationality")]
    public string? Nationality { get; set; }

    /// <summary>The first day at the organisation.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Date(ByCulture = true)]
    [Body("start_date")]
    public DateTime? StartDate { get; set; }

    /// <summary>The legal entity that employs the person, see Get-KomboLegalEntity. Some tools insist on it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(LegalEntity))]
    [KnownNames(typeof(LegalEntity))]
    [FilledByModels(false)]
    [Body("legal_entity_id")]
    public string? LegalEntityId { get; set; }

    /// <summary>The place of work, see Get-KomboLocation. Some tools insist on it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("WorkLocationId")]
    [EntityId(typeof(Location))]
    [KnownNames(typeof(Location))]
    [FilledByModels(false)]
    [Body("location_id")]
    public string? LocationId { get; set; }

    /// <summary>What only some tools need, by tool: a hashtable whose keys are sent as they are.</summary>
    [Parameter]
    [Map]
    [Body("remote_fields")]
    public IDictionary? RemoteField { get; set; }
}
