# What FirstPage.ps1 does, with the cmdlet of FloorModule.ps1.
param([string]$Module, [string]$Server)
$ErrorActionPreference = 'Stop'
Import-Module -Name $Module
$before = [System.Runtime.JitInfo]::GetCompiledMethodCount($false)
$clock = [System.Diagnostics.Stopwatch]::StartNew()
$rows = Get-Floor -Server $Server -IntegrationId 'measured:250:0'
$milliseconds = $clock.Elapsed.TotalMilliseconds
$methods = [System.Runtime.JitInfo]::GetCompiledMethodCount($false) - $before
if ($rows.Count -ne 250 -or -not $rows[249].WorkEmail) {
    throw "$($rows.Count) rows arrived."
}

ConvertTo-Json -Compress -InputObject @{ Milliseconds = $milliseconds; Methods = $methods }
