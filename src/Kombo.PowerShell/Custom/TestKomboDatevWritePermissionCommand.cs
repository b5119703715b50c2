using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Tells whether data can be written to DATEV through an integration.</summary>
[Cmdlet(VerbsDiagnostic.Test, "KomboDatevWritePermission")]
[OutputType(typeof(bool), typeof(DatevPermissionCheck))]
[KomboOperation("GET", "custom/datev/check-write-permission", Live = true)]
public sealed class TestKomboDatevWritePermissionCommand : DatevPermissionCommand;
