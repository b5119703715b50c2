# The same job as a script without the module does it.
param([string]$Server, [int]$Rows, [string]$Path)
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue' # In the loop's favour: drawing its progress costs time.
$headers = @{ 'Authorization' = 'Bearer benchmark'; 'X-Integration-Id' = "measured:${Rows}:0" }
$cursor = $null
& {
    do {
        $uri = "$Server/hris/employees?page_size=250"
        if ($cursor) {
            $uri += "&cursor=$cursor"
        }
        $answer = Invoke-RestMethod -Uri $uri -Headers $headers
        $answer.data.results
        $cursor = $answer.data.next
    } while ($cursor)
} |
    Select-Object -Property id, first_name, last_name, work_email, employment_status, start_date |
    Export-Csv -LiteralPath $Path
