using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Tells whether eAU requests can be made through an integration.</summary>
[Cmdlet(VerbsDiagnostic.Test, "KomboDatevEauPermission")]
[OutputType(typeof(bool), typeof(DatevPermissionCheck))]
[KomboOperation("GET", "custom/datev/check-eau-permission", Live = true)]
public sealed class TestKomboDatevEauPermissionCommand : DatevPermissionCommand;
