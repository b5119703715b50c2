# Reads with the module. Consumer: None (Out-Null), or Work (busy for 0.2 ms a row).
param([string]$Module, [string]$InProcess, [string]$Server, [int]$WarmRows, [int]$WarmSeconds, [int]$Rows, [int]$Latency, [string]$Consumer)
$ErrorActionPreference = 'Stop'
[void][System.Reflection.Assembly]::LoadFrom($InProcess)
Import-Module -Name $Module
$null = Connect-Kombo -Server $Server -ApiKey 'benchmark'
[Kombo.Benchmarks.InProcess]::WatchHeap()

$first = $null
$clock = [System.Diagnostics.Stopwatch]::StartNew()
while ($WarmRows -and ($null -eq $first -or $clock.Elapsed.TotalSeconds -lt $WarmSeconds)) {
    Get-KomboEmployee -IntegrationId "warm:${WarmRows}:0" | Out-Null
    $first ??= $clock.Elapsed.TotalMilliseconds
}
$clock.Restart()
if ($Consumer -eq 'Work') {
    Get-KomboEmployee -IntegrationId "measured:${Rows}:${Latency}" | ForEach-Object -Process { [Kombo.Benchmarks.InProcess]::Work() }
}
else {
    Get-KomboEmployee -IntegrationId "measured:${Rows}:${Latency}" | Out-Null
}
$milliseconds = $clock.Elapsed.TotalMilliseconds
ConvertTo-Json -Compress -InputObject @{
    FirstMilliseconds = [double]$first
    Milliseconds      = $milliseconds
    HeapPeak          = [Kombo.Benchmarks.InProcess]::HeapPeak
    WorkingSetPeak    = [System.Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64
}
