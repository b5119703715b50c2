# Reads as a script without the module does.
param([string]$Server, [int]$WarmSeconds, [int]$Rows)
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue' # In the loop's favour: drawing its progress costs time.

function Read-Employee([string]$IntegrationId) {
    $headers = @{ 'Authorization' = 'Bearer benchmark'; 'X-Integration-Id' = $IntegrationId }
    $cursor = $null
    do {
        $uri = "$Server/hris/employees?page_size=250"
        if ($cursor) {
            $uri += "&cursor=$cursor"
        }
        $answer = Invoke-RestMethod -Uri $uri -Headers $headers
        $answer.data.results
        $cursor = $answer.data.next
    } while ($cursor)
}

$first = $null
$clock = [System.Diagnostics.Stopwatch]::StartNew()
while ($null -eq $first -or $clock.Elapsed.TotalSeconds -lt $WarmSeconds) {
    Read-Employee "warm:${Rows}:0" | Out-Null
    $first ??= $clock.Elapsed.TotalMilliseconds
}
$clock.Restart()
Read-Employee "measured:${Rows}:0" | Out-Null
$milliseconds = $clock.Elapsed.TotalMilliseconds
ConvertTo-Json -Compress -InputObject @{ FirstMilliseconds = $first; Milliseconds = $milliseconds }
