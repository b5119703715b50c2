using System.Collections;
using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>The base of the cmdlets that apply for a job on behalf of a candidate.</summary>
/// <typeparam name="T">What the API answers with.</typeparam>
public abstract class CandidateWriteCommand<T> : RowWriteCommand<T>
{
    /// <summary>The candidate as the API takes it: a hashtable with first_name, last_name, email_address and more.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Map]
    [Body("candidate")]
    public IDictionary? Candidate { get; set; }

    /// <summary>The candidate's first name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("candidate.first_name", Required = true)]
    public string? FirstName { get; set; }

    /// <summary>The candidate's last name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("candidate.last_name", Required = true)]
    public string? LastName { get; set; }

    /// <summary>The candidate's e-mail address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Alias("Email")]
    [Body("candidate.email_address", Required = true)]
    public string? EmailAddress { get; set; }

    /// <summary>More e-mail addresses: hashtables with type (PERSONAL, WORK, OTHER) and email_address.</summary>
    [Parameter]
    [Map(Several = true)]
    [Body("candidate.additional_email_addresses")]
    public IDictionary[]? AdditionalEmailAddress { get; set; }

    /// <summary>The company the candidate works for.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("candidate.company")]
    public string? Company { get; set; }

    /// <summary>The candidate's present job title.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("candidate.title")]
    public string? Title { get; set; }

    /// <summary>The candidate's phone number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("candidate.phone_number")]
    public string? PhoneNumber { get; set; }

    /// <summary>More phone numbers: hashtables with type (PERSONAL, WORK, OTHER) and phone_number.</summary>
    [Parameter]
    [Map(Several = true)]
    [Body("candidate.additional_phone_numbers")]
    public IDictionary[]? AdditionalPhoneNumber { get; set; }

    /// <summary>Where the candidate lives: a hashtable with country (two letters) and city, state, street_1, zip_code.</summary>
    [Parameter]
    [Map]
    [Body("candidate.location")]
    public IDictionary? Location { get; set; }

    /// <summary>The candidate's gender: MALE, FEMALE or OTHER.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [KnownValues("MALE", "FEMALE", "OTHER")]
    [Body("candidate.gender")]
    public string? Gender { get; set; }

    /// <summary>When the candidate can begin.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Date(ByCulture = true)]
    [Body("candidate.availability_date")]
    public DateTime? AvailabilityDate { get; set; }

    /// <summary>What the candidate wants to earn: a hashtable with period (MONTH or YEAR) and amount.</summary>
    [Parameter]
    [Map]
    [Body("candidate.salary_expectations")]
    public IDictionary? SalaryExpectation { get; set; }

    /// <summary>Addresses of the candidate's profiles and pages: hashtables with url.</summary>
    [Parameter]
    [Map(Several = true)]
    [Body("candidate.social_links")]
    public IDictionary[]? SocialLink { get; set; }

    /// <summary>
    /// Files: hashtables with name, type (CV, COVER_LETTER, OTHER), and either data_url or data (base64) and content_type.
    /// The first CV counts as the résumé. Keep their sum below 10 MB.
    /// </summary>
    [Parameter]
    [Map(Several = true)]
    [Body("attachments")]
    public IDictionary[]? Attachment { get; set; }

    /// <summary>Answers to the job's screening questions: hashtables with question_id and answer.</summary>
    [Parameter]
    [Map(Several = true)]
    [Body("screening_question_answers")]
    public IDictionary[]? ScreeningQuestionAnswer { get; set; }

    /// <summary>The user who found the candidate: the id of a user of the ATS, or remote: and the id in the connected tool.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EntityId("AtsUser", AllowRemote = true)]
    [Body("sourced_by.user_id")]
    public string? SourcedByUserId { get; set; }

    /// <summary>The candidate's consent to keeping the data: a hashtable with given and expires_at.</summary>
    [Parameter]
    [Map]
    [Body("gdpr_consent")]
    public IDictionary? GdprConsent { get; set; }

    /// <summary>Deprecated: Kombo tells the source by itself. A hashtable with name, unified_key or id.</summary>
    [Parameter(DontShow = true)]
    [Map]
    [Body("source")]
    public IDictionary? Source { get; set; }

    /// <summary>What only some tools need, by tool: a hashtable whose keys are sent as they are.</summary>
    [Parameter]
    [Map]
    [Body("remote_fields")]
    public IDictionary? RemoteField { get; set; }

    /// <summary>The person: two applications for the same job do not concern the same object.</summary>
    private protected override object? Concerned() => EmailAddress;
}
