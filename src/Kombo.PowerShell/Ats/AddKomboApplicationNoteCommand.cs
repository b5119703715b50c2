using System.Collections;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Adds a note to an application.</summary>
[Cmdlet(VerbsCommon.Add, "KomboApplicationNote", SupportsShouldProcess = true)]
[OutputType(typeof(void), typeof(Application))]
[KomboOperation("POST", "ats/applications/{application_id}/notes")]
public sealed class AddKomboApplicationNoteCommand : IntegrationActionCommand
{
    /// <summary>The application.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Application))]
    [Path("application_id")]
    public string ApplicationId { get; set; } = "";

    /// <summary>The note's text.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("content", Required = true)]
    public string Content { get; set; } = "";

    /// <summary>The kind of text. The API knows PLAIN_TEXT only, which is the default.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [KnownValues("PLAIN_TEXT")]
    [Body("content_type", Always = true, Default = "PLAIN_TEXT")]
    public string? ContentType { get; set; }

    /// <summary>The note's title. Tools without one get it as the first line of the text.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("title")]
    public string? Title { get; set; }

    /// <summary>What only some tools need, by tool: a hashtable whose keys are sent as they are.</summary>
    [Parameter]
    [Map]
    [Body("remote_fields")]
    public IDictionary? RemoteField { get; set; }
}
