# How long Ctrl+C takes: the median of 21 times that a command which waits is stopped. Waiting: Read (for a page), or Sleep (the
# engine's own Start-Sleep, which any stopped pipeline is compared with).
param([string]$Module, [string]$Server, [string]$Waiting)
$ErrorActionPreference = 'Stop'
$state = [System.Management.Automation.Runspaces.InitialSessionState]::CreateDefault2()
$state.ImportPSModule($Module)
$runspace = [runspacefactory]::CreateRunspace($state)
$runspace.Open()
function Invoke-Script([string]$Script) {
    $shell = [powershell]::Create($runspace)
    $null = $shell.AddScript($Script)
    $shell
}

$null = (Invoke-Script "`$null = Connect-Kombo -Server '$Server' -ApiKey 'benchmark'; Get-KomboEmployee -IntegrationId 'warm:1:0'").Invoke()
$script = if ($Waiting -eq 'Read') { "Get-KomboEmployee -IntegrationId 'waiting:1:600000'" } else { 'Start-Sleep -Seconds 600' }
$times = foreach ($round in 1..22) {
    $shell = Invoke-Script $script
    $null = $shell.BeginInvoke()
    Start-Sleep -Milliseconds 150
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    $shell.Stop()
    $clock.Elapsed.TotalMilliseconds
    $shell.Dispose()
}

# The first one compiles.
$sorted = $times | Select-Object -Skip 1 | Sort-Object
ConvertTo-Json -Compress -InputObject @{ FirstMilliseconds = $times[0]; Milliseconds = $sorted[10] }
