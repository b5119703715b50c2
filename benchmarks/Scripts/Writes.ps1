# Enters rows with the module. What it counted goes out beside the time: the rows by what came of them.
param([string]$Module, [string]$Server, [int]$Rows, [int]$ThrottleLimit, [string]$JournalPath)
$ErrorActionPreference = 'Stop'
Import-Module -Name $Module
$null = Connect-Kombo -Server $Server -ApiKey 'benchmark' -IntegrationId 'test:1' -SkipCheck
function New-Row([int]$First, [int]$Count) {
    foreach ($number in $First..($First + $Count - 1)) {
        [pscustomobject]@{ EmployeeId = "e$number"; AbsenceTypeId = 't1'; StartDate = '2026-12-24'; EndDate = '2026-12-24' }
    }
}

$journal = if ($JournalPath) { @{ JournalPath = $JournalPath } } else { @{} }

$file = New-Row 1 $Rows
$clock = [System.Diagnostics.Stopwatch]::StartNew()
$results = $file | New-KomboAbsence -ThrottleLimit $ThrottleLimit -AsResult -WarningAction SilentlyContinue @journal
$milliseconds = $clock.Elapsed.TotalMilliseconds
ConvertTo-Json -Compress -InputObject @{
    Milliseconds = $milliseconds
    Done         = @($results | Where-Object Status -EQ Done).Count
    Failed       = @($results | Where-Object Status -EQ Failed).Count
    Unknown      = @($results | Where-Object Status -EQ Unknown).Count
}
