# Reads all employees, to nowhere or into a database, or reads what has changed.
param([string]$Module, [string]$InProcess, [string]$Server, [int]$Rows, [string]$Path, [ValidateSet('Read', 'Sync')] [string]$What)
$ErrorActionPreference = 'Stop'
[void][System.Reflection.Assembly]::LoadFrom($InProcess)
Import-Module -Name $Module
$null = Connect-Kombo -Server $Server -ApiKey 'benchmark' -IntegrationId "measured:${Rows}:0:distinct" -SkipCheck
[Kombo.Benchmarks.InProcess]::WatchHeap()

$done = 0
$clock = [System.Diagnostics.Stopwatch]::StartNew()
if ($What -eq 'Read') {
    Get-KomboEmployee | Out-Null
}
else {
    $done = (Sync-KomboDatabase -Path $Path -Model Employee).Inserted
}
$milliseconds = $clock.Elapsed.TotalMilliseconds
ConvertTo-Json -Compress -InputObject @{
    Milliseconds   = $milliseconds
    Done           = $done
    FileSize       = if ($What -eq 'Sync') { (Get-Item -LiteralPath $Path).Length } else { 0 }
    HeapPeak       = [Kombo.Benchmarks.InProcess]::HeapPeak
    WorkingSetPeak = [System.Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64
}
