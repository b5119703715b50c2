# The first help page, as a user sees it (Use: Help), or tab completion (Use: Tab) in a process, after the import.
param([string]$Module, [string]$Command, [string]$Use)
$ErrorActionPreference = 'Stop'
Import-Module -Name $Module
$clock = [System.Diagnostics.Stopwatch]::StartNew()
if ($Use -eq 'Help') {
    $found = Get-Help -Name $Command | Out-String
}
else {
    $found = [System.Management.Automation.CommandCompletion]::CompleteInput("$Command -", $Command.Length + 2, $null).CompletionMatches
}

$milliseconds = $clock.Elapsed.TotalMilliseconds
if (-not $found -or ($Use -eq 'Help' -and $found -notmatch 'DESCRIPTION')) {
    throw "Nothing was found for $Command."
}

ConvertTo-Json -Compress -InputObject @{ Milliseconds = $milliseconds }
