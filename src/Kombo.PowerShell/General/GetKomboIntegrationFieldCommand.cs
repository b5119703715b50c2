using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads the fields of the connected tool that an integration knows.</summary>
[Cmdlet(VerbsCommon.Get, "KomboIntegrationField")]
[OutputType(typeof(IntegrationField))]
[KomboOperation("GET", "integrations/{integration_id}/integration-fields", List = "results", MaxPageSize = 2000)]
public sealed class GetKomboIntegrationFieldCommand : ListCommand<IntegrationField>
{
    /// <summary>The integration; without it, the connection's.</summary>
    [Parameter(Position = 0)]
    [EntityId(typeof(Integration))]
    [Path("integration_id", DefaultsToConnection = true)]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }

    /// <summary>How many rows to ask for at a time. All rows are read in any case; the default is the most the API allows.</summary>
    [Parameter]
    [Number(Whole = true, Min = int.MinValue, Max = int.MaxValue)]
    [Query("page_size")]
    public int? PageSize { get; set; }

    /// <summary>Where to go on with a list that broke off, as the error said.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    [Query("cursor")]
    public string? Cursor { get; set; }
}
