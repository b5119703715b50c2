using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads what was sent to DATEV in the last two months, and what has become of it.</summary>
[Cmdlet(VerbsCommon.Get, "KomboDatevDataPush")]
[OutputType(typeof(DatevDataPush))]
[KomboOperation("GET", "custom/datev/data-pushes", List = "data_pushes")]
public sealed class GetKomboDatevDataPushCommand : IntegrationReadCommand<DatevDataPush>;
