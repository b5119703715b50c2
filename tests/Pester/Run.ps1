<#
.SYNOPSIS
Runs the Pester suite against the built module (or the one that KOMBO_MODULE names).
.DESCRIPTION
Prints the failures and Pester's summary, writes an NUnit result file and beside it the skipped tests with their reasons,
and exits with the number of failed tests.
#>
param(
    # Where to write the results; without it, no file is written.
    [string] $ResultPath,

    # The files to run: Pipelines runs Pipelines.Tests.ps1. Without it, all of them; in Windows PowerShell only Editions, since
    # the others compile C# that is newer than its compiler.
    [string[]] $Name = $(if ($PSEdition -eq 'Desktop') { 'Editions' } else { '*' }),

    # Runs the files in the opposite order: no file may depend on the one before it.
    [switch] $Reverse
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Import-Module -Name (Join-Path $PSScriptRoot '../../artifacts/Modules/Pester/Pester.psd1')
$files = @($Name -split ',' | ForEach-Object { Get-ChildItem -Path $PSScriptRoot -Filter "$_.Tests.ps1" } | Sort-Object -Property Name -Unique)
if ($files.Count -eq 0) {
    throw "There is no test file '$Name' in $PSScriptRoot."
}

if ($Reverse) {
    [array]::Reverse($files)
}

$configuration = New-PesterConfiguration
$configuration.Run.Path = $files.FullName
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
$configuration.Output.StackTraceVerbosity = 'FirstLine'
if ($ResultPath) {
    $folder = Split-Path -Parent -Path ([System.IO.Path]::GetFullPath($ResultPath))
    $null = New-Item -ItemType Directory -Force -Path $folder
    $configuration.TestResult.Enabled = $true
    $configuration.TestResult.OutputFormat = 'NUnitXml'
    $configuration.TestResult.OutputPath = $ResultPath
}

$result = Invoke-Pester -Configuration $configuration
if ($ResultPath) {
    # The NUnit format has no place for the reasons.
    $result.Skipped | ForEach-Object { "$($_.ExpandedPath): $($_.ErrorRecord.Exception.Message -replace '^is skipped, because ')" } |
        Set-Content -LiteralPath ([System.IO.Path]::ChangeExtension($ResultPath, '.skipped.txt'))
}

# A file that cannot be read, or an AfterAll that fails, counts only where no test did: their tests have been counted.
$failed = $result.FailedCount
if ($failed -eq 0) {
    $failed = $result.FailedBlocksCount + $result.FailedContainersCount
}

# An exit code has eight bits.
exit [math]::Min(255, $failed)
