# The module's main job, on the sandbox: no account and no network is needed.
param([Parameter(Mandatory)][string]$Module, [Parameter(Mandatory)][string]$Csv)
$ErrorActionPreference = 'Stop'

Import-Module $Module
Connect-Kombo -Sandbox | Format-Table

Get-KomboEmployee -EmploymentStatus ACTIVE | Select-Object -First 8 | Format-Table

Get-KomboEmployee | ConvertTo-KomboFlatObject | Export-Csv $Csv -NoTypeInformation
"{0:N0} employees written to {1}" -f (Import-Csv $Csv | Measure-Object).Count, $Csv
