# Imports a module in this process for the first time.
param([string]$Module)
$ErrorActionPreference = 'Stop'
$clock = [System.Diagnostics.Stopwatch]::StartNew()
Import-Module -Name $Module
$milliseconds = $clock.Elapsed.TotalMilliseconds
ConvertTo-Json -Compress -InputObject @{ Milliseconds = $milliseconds }
