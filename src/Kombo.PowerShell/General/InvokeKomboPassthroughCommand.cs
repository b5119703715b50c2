using System.Collections;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Calls the connected tool's own API with the credentials that Kombo has stored.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "KomboPassthrough", SupportsShouldProcess = true)]
[OutputType(typeof(PassthroughResponse))]
[KomboOperation("POST", "passthrough/{tool}/{api}", Live = true)]
public sealed class InvokeKomboPassthroughCommand : IntegrationWriteCommand<PassthroughResponse>, IReadChoice
{
    /// <summary>The tool; it must be the integration's.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Text]
    [KnownTools]
    [Path("tool")]
    public string Tool { get; set; } = "";

    /// <summary>Which of the tool's APIs, by Kombo's name for it.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Text]
    [Path("api")]
    public string Api { get; set; } = "";

    /// <summary>The path below the API's address; it may have a query.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("path", Required = true)]
    public string Path { get; set; } = "";

    /// <summary>The method of the call to the tool: GET (the default), POST, PUT, PATCH or DELETE.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text(Longest = 100)]
    [ValidateSet("GET", "POST", "PUT", "PATCH", "DELETE")]
    [KnownValues("GET", "POST", "PUT", "PATCH", "DELETE")]
    [Body("method", Always = true, Default = "GET")]
    public string Method { get; set; } = "GET";

    /// <summary>More headers for the tool; Kombo adds those for the login.</summary>
    [Parameter]
    [Map]
    [Body("headers", TextValues = true)]
    public IDictionary? Header { get; set; }

    /// <summary>More query parameters for the tool.</summary>
    [Parameter]
    [Map]
    [Body("params", TextValues = true)]
    public IDictionary? Query { get; set; }

    /// <summary>The body for the tool: hashtables and lists are sent as JSON, text as it is.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Body("data", Nullable = true)]
    public object? Data { get; set; }

    /// <summary>Parts of a form for the tool: hashtables with name and value. Needs a Content-Type header of multipart/form-data.</summary>
    [Parameter]
    [Map(Several = true)]
    [Body("multipart_form_data")]
    public IDictionary[]? MultipartFormData { get; set; }

    /// <summary>Gives the tool's answer as base64 text: for PDF files and other binary data.</summary>
    [Parameter]
    [Flag(ByCulture = true)]
    [Body("response_as_base64")]
    public SwitchParameter AsBase64 { get; set; }

    /// <summary>Settings that a few tools need, such as Workday's service_name.</summary>
    [Parameter]
    [Map]
    [Body("api_options", TextValues = true)]
    public IDictionary? ApiOption { get; set; }

    /// <summary>Whether only something is read decides the method of the inner call.</summary>
    bool IReadChoice.IsRead => Method.Equals("GET", StringComparison.OrdinalIgnoreCase);
}
