using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Tells whether payroll documents can be fetched through an integration.</summary>
[Cmdlet(VerbsDiagnostic.Test, "KomboDatevDocumentPermission")]
[OutputType(typeof(bool), typeof(DatevPermissionCheck))]
[KomboOperation("GET", "custom/datev/check-document-permission", Live = true)]
public sealed class TestKomboDatevDocumentPermissionCommand : DatevPermissionCommand;
