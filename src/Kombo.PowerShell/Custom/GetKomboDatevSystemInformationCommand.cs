using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads which client of DATEV an integration works for, and with which payroll program.</summary>
[Cmdlet(VerbsCommon.Get, "KomboDatevSystemInformation")]
[OutputType(typeof(DatevSystemInformation))]
[KomboOperation("GET", "custom/datev/system-information")]
public sealed class GetKomboDatevSystemInformationCommand : IntegrationReadCommand<DatevSystemInformation>;
