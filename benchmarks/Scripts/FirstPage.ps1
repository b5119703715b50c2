# Connects and reads a page, after the import; how long that takes, and how many methods .NET compiles for it.
param([string]$Module, [string]$Server)
$ErrorActionPreference = 'Stop'
Import-Module -Name $Module
$before = [System.Runtime.JitInfo]::GetCompiledMethodCount($false)
$clock = [System.Diagnostics.Stopwatch]::StartNew()
$null = Connect-Kombo -Server $Server -ApiKey 'benchmark' -IntegrationId 'measured:250:0'
$rows = Get-KomboEmployee
$milliseconds = $clock.Elapsed.TotalMilliseconds
$methods = [System.Runtime.JitInfo]::GetCompiledMethodCount($false) - $before
if ($rows.Count -ne 250) {
    throw "$($rows.Count) rows arrived."
}

ConvertTo-Json -Compress -InputObject @{ Milliseconds = $milliseconds; Methods = $methods }
