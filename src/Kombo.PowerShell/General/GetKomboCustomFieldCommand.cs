using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads your custom fields, and which field of the connected tool fills each.</summary>
[Cmdlet(VerbsCommon.Get, "KomboCustomField")]
[OutputType(typeof(CustomField))]
[KomboOperation("GET", "integrations/{integration_id}/custom-fields", List = "results", MaxPageSize = 250)]
public sealed class GetKomboCustomFieldCommand : FieldListCommand<CustomField>;
