# The first help page (Use: Help) or tab completion (Use: Tab) in a process, after the import.
param([string]$Module, [string]$Command, [string]$Use)
$ErrorActionPreference = 'Stop'
Import-Module -Name $Module
$clock = [System.Diagnostics.Stopwatch]::StartNew()
if ($Use -eq 'Help') {
    $found = (Get-Help -Name $Command).Synopsis
}
else {
    $found = [System.Management.Automation.CommandCompletion]::CompleteInput("$Command -", $Command.Length + 2, $null).CompletionMatches
}

$milliseconds = $clock.Elapsed.TotalMilliseconds
if (-not $found -or $found -match '^\s*Get-Bare1 \[') {
    throw "Nothing was found for $Command."
}

ConvertTo-Json -Compress -InputObject @{ Milliseconds = $milliseconds }
