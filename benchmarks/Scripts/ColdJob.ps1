# A scheduled job with the module.
param([string]$Module, [string]$Server, [int]$Rows, [string]$Path)
$ErrorActionPreference = 'Stop'
Import-Module -Name $Module
$null = Connect-Kombo -Server $Server -ApiKey 'benchmark' -IntegrationId "measured:${Rows}:0"
Get-KomboEmployee |
    Select-Object -Property Id, FirstName, LastName, WorkEmail, EmploymentStatus, StartDate |
    Export-Csv -LiteralPath $Path
