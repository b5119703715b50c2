using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads from the connected tool what files an action takes.</summary>
[Cmdlet(VerbsCommon.Get, "KomboAttachmentRestriction")]
[OutputType(typeof(AttachmentRestriction))]
[KomboOperation("GET", Prefix + CreateApplication, Live = true)]
[KomboOperation("GET", Prefix + CreateCandidate, Live = true)]
[KomboOperation("GET", Prefix + AddApplicationAttachment, Live = true)]
[KomboOperation("GET", Prefix + AddCandidateAttachment, Live = true)]
public sealed class GetKomboAttachmentRestrictionCommand : ReadCommand<AttachmentRestriction>, IOperationChoice
{
    private const string Prefix = "ats/actions/";
    private const string CreateApplication = "ats_create_application";
    private const string CreateCandidate = "ats_create_candidate";
    private const string AddApplicationAttachment = "ats_add_application_attachment";
    private const string AddCandidateAttachment = "ats_add_candidate_attachment";

    /// <summary>The action, by the name that Get-KomboIntegration shows it under; New-KomboApplication's by default.</summary>
    [Parameter(Position = 0)]
    [Text(Longest = 100)]
    [ValidateSet(CreateApplication, CreateCandidate, AddApplicationAttachment, AddCandidateAttachment)]
    public string Action { get; set; } = CreateApplication;

    /// <summary>The integration to read from; without it, the connection's.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    [IntegrationHeader]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }

    /// <inheritdoc/>
    string IOperationChoice.ChosenPath => Prefix + Action.ToLowerInvariant();
}
