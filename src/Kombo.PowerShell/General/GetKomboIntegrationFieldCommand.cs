using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads the fields of the connected tool that an integration knows.</summary>
[Cmdlet(VerbsCommon.Get, "KomboIntegrationField")]
[OutputType(typeof(IntegrationField))]
[KomboOperation("GET", "integrations/{integration_id}/integration-fields", List = "results", MaxPageSize = 2000)]
public sealed class GetKomboIntegrationFieldCommand : FieldListCommand<IntegrationField>;
