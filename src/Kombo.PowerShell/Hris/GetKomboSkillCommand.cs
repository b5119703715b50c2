using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads the skills of an HR tool. Kombo offers this as a closed beta, and serves the list in one piece.</summary>
[Cmdlet(VerbsCommon.Get, "KomboSkill")]
[OutputType(typeof(Skill))]
[KomboOperation("GET", "hris/skills", List = "results")]
public sealed class GetKomboSkillCommand : FilteredListCommand<Skill>
{
    /// <summary>The ids in the connected tool of the skills to read.</summary>
    [Parameter]
    [EntityId(IsRemote = true, Several = true)]
    [Identifies]
    [Query("remote_ids")]
    public string[]? RemoteId { get; set; }

    /// <summary>Only skills whose name contains this text, in any case.</summary>
    [Parameter]
    [Text]
    [Query("name_contains")]
    public string? NameContains { get; set; }

    /// <summary>The integration to read from; without it, the connection's.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    [IntegrationHeader]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }
}
