BeforeAll {
    . $PSScriptRoot/Common.ps1

    function New-Row {
        param([int[]] $Number, [string] $Prefix = 'e')
        $Number | ForEach-Object { [pscustomobject]@{ EmployeeId = "$Prefix$_"; AbsenceTypeId = 't1'; StartDate = '2026-12-24'; EndDate = '2026-12-24' } }
    }

    function Open-WriteServer {
        $opened = [Kombo.Tests.WriteServer]::new()
        $writeServers.Add($opened)
        $null = Connect-Kombo -Server $opened.Address -ApiKey "kombo_key_$([guid]::NewGuid())" -IntegrationId test:1 -SkipCheck -MaxRetry 3
        $opened
    }

    function New-Gate {
        $source = [System.Threading.Tasks.TaskCompletionSource[bool]]::new()
        $gates.Add($source)
        $source
    }

    # Runs a script on the server's connection in a runspace of its own, so that a test can look and stop while it runs.
    function Start-Script {
        param($Server, [string] $Script)
        $ps = [powershell]::Create()
        $null = $ps.AddScript("
            param(`$Module, `$Server, `$Path)
            Import-Module `$Module
            `$null = Connect-Kombo -Server `$Server -ApiKey kombo_key_$([guid]::NewGuid()) -IntegrationId test:1 -SkipCheck -MaxRetry 0
            $Script").AddParameters(@{ Module = $ModulePath; Server = $Server.Address; Path = $journal })
        $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
        [pscustomobject]@{ Shell = $ps; Output = $output; Running = $ps.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]]::new(), $output) }
    }

    function Get-JournalEvent {
        @(Get-Content -LiteralPath $journal | Select-Object -Skip 1 | ConvertFrom-Json)
    }

    $writeServers = [System.Collections.Generic.List[Kombo.Tests.WriteServer]]::new()
    $gates = [System.Collections.Generic.List[object]]::new()
}

AfterAll {
    Disconnect-All
    $gates | ForEach-Object { $null = $_.TrySetResult($true) }
    $writeServers | ForEach-Object { $_.Dispose() }
    Close-TestServer
}

Describe 'Rows side by side' {
    AfterEach {
        Assert-NoReplyLeft
    }

    BeforeEach {
        $server = Open-WriteServer
        $journal = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
    }

    It 'sends as many at the same time as -ThrottleLimit says, and writes the answers in the order of the input' {
        $server.Work = [timespan]::FromMilliseconds(20)
        $answers = New-Row (1..40) | New-KomboAbsence -ThrottleLimit 8
        $answers.EmployeeId | Should -Be (1..40 | ForEach-Object { "e$_" })
        $server.MostUnderWay | Should -BeGreaterThan 1
        $server.MostUnderWay | Should -BeLessOrEqual 8
        $server.Count | Should -Be 40
    }

    It 'sends one after the other without it' {
        New-Row (1..10) | New-KomboAbsence | Out-Null
        $server.MostUnderWay | Should -Be 1
    }

    It 'hands each answer on before the next row is read' {
        $seen = New-Row (1..3) | ForEach-Object { "read $($_.EmployeeId)"; $_ } | ForEach-Object { if ($_ -is [string]) { $script:read = $_ } else { $_ } } |
            New-KomboAbsence | ForEach-Object { "$script:read, wrote $($_.EmployeeId)" }
        $seen | Should -Be @('read e1, wrote e1', 'read e2, wrote e2', 'read e3, wrote e3')
    }

    It 'sends one after the other when a command before has -PipelineVariable, which belongs to the answers then' {
        $result = Invoke-Script { 1..5 | ForEach-Object -PipelineVariable row { New-Row $_ } | New-KomboAbsence -ThrottleLimit 5 | ForEach-Object { "$($row.EmployeeId) $($_.EmployeeId)" } }
        $result.Output | Should -Be (1..5 | ForEach-Object { "e$_ e$_" })
        $result.Warnings | Should -BeLike '*-PipelineVariable*'
    }

    It 'never has two rows of one employee under way' {
        $server.Work = [timespan]::FromMilliseconds(5)
        $rows = foreach ($turn in 1..10) { New-Row (1..4) | ForEach-Object { $_.StartDate = "2026-12-$($turn + 10)"; $_ } }
        $rows | New-KomboAbsence -ThrottleLimit 10 | Out-Null
        $server.Overlaps | Should -Be 0
        $server.MostUnderWay | Should -BeGreaterThan 1
        $server.Count | Should -Be 40
    }

    It 'keeps within the limit that answers tell' {
        $server.ConcurrencyLimit = 3
        $server.Work = [timespan]::FromMilliseconds(5)
        New-Row (1..40) | New-KomboAbsence -ThrottleLimit 10 | Out-Null
        $server.ConcurrencyRefusals | Should -Be 0
        $server.Count | Should -Be 40
    }

    It 'writes errors in the order of the input, and one failure stops no other row' {
        $rows = New-Row (1..6)
        $rows[2].StartDate = 'soon'
        $server.FaultShare = 0
        $result = Invoke-Script { $rows | New-KomboAbsence -ThrottleLimit 4 }
        $result.Output.EmployeeId | Should -Be @('e1', 'e2', 'e4', 'e5', 'e6')
        "$($result.Errors)" | Should -BeLike 'Row 3: StartDate: ''soon'' is not a date*'
        $result.Errors[0].TargetObject | Should -Be $rows[2]
    }

    It 'loses and doubles nothing when a fifth of the answers are faults' {
        $server.FaultShare = 0.2
        $server.Seed = 7
        $server.ConcurrencyLimit = 4
        $results = New-Row (1..150) | New-KomboAbsence -ThrottleLimit 10 -AsResult -WarningAction SilentlyContinue
        $results.Row | Should -Be (1..150)
        ($server.Executed.Values | Measure-Object -Maximum).Maximum | Should -Be 1
        $executed = @($server.Executed.Keys | ForEach-Object { ($_ | ConvertFrom-Json).employee_id })
        $results | Where-Object Status -EQ Done | ForEach-Object { $_.Input.EmployeeId | Should -BeIn $executed }
        $results | Where-Object Status -EQ Failed | ForEach-Object { $_.Input.EmployeeId | Should -Not -BeIn $executed }
        @($results | Where-Object Status -EQ Unknown).Count | Should -BeGreaterThan 0
        $executed.Count | Should -BeLessOrEqual @($results | Where-Object Status -In Done, Unknown).Count
    }
}

Describe 'The end of a run' {
    BeforeEach {
        $server = Open-TestServer
        $null = Connect-TestServer $server -ApiKey "kombo_key_$([guid]::NewGuid())"
        $journal = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"

        # The first answer of a connection is waited for alone.
        $server.Enqueue((ConvertTo-Answer @{ id = 'a0'; employee_id = 'e0' }))
        $null = New-Row 0 | New-KomboAbsence
    }

    AfterEach {
        Assert-NoReplyLeft
    }

    It 'sends no more rows after a refused key, and tells what came of those under way' {
        $writes = Open-WriteServer
        $null = New-Row 0 | New-KomboAbsence
        $writes.Refuse('e1', 401, 'PLATFORM.AUTHENTICATION_INVALID', 3)
        $result = Invoke-Script { New-Row (1..50) | New-KomboAbsence -ThrottleLimit 2 }
        $result.Terminated | Should -BeTrue
        $result.Output[0].EmployeeId | Should -Be 'e2'
        $result.Output.Count | Should -Be ($writes.Arrived - 2) -Because 'whatever was sent is told'
        $writes.Arrived | Should -BeLessThan 10
        $result.Errors[-1].FullyQualifiedErrorId | Should -BeLike 'PLATFORM.AUTHENTICATION_INVALID,*'
        "$($result.Errors[-1])" | Should -BeLike 'Row 1 (employee e1): *'
        $result.Warnings[-1] | Should -BeLike '*done, 1 failed*not sent*Not sent: row*and those after them.'
    }

    It 'gives every row its status with -AsResult, and an error at the end, after a refused key' {
        $server.Enqueue((ConvertTo-ErrorReply PLATFORM.IP_NOT_WHITELISTED 403))
        $result = Invoke-Script { New-Row (1..5) | New-KomboAbsence -AsResult }
        $result.Terminated | Should -BeFalse
        $result.Output.Status | Should -Be @('Failed', 'NotSent', 'NotSent', 'NotSent', 'NotSent')
        $result.Errors.FullyQualifiedErrorId | Should -BeLike 'PLATFORM.IP_NOT_WHITELISTED,*'
        $server.Requests.Count | Should -Be 2
    }

    It 'writes the answers of those under way before an error that ends the command' {
        $writes = Open-WriteServer
        $null = New-Row 0 | New-KomboAbsence
        $writes.Refuse('e1', 400, 'HRIS.EMPLOYEE_ALREADY_EXISTS', 3)
        $result = Invoke-Script { New-Row (1..50) | New-KomboAbsence -ThrottleLimit 2 -ErrorAction Stop }
        $result.Terminated | Should -BeTrue
        $result.Output[0].EmployeeId | Should -Be 'e2'
        $result.Output.Count | Should -Be ($writes.Arrived - 2) -Because 'whatever was sent is told'
        "$($result.Errors[-1])" | Should -BeLike 'Row 1 (employee e1): *'
    }

    It 'waits for those under way when the next command has enough, and the journal knows' {
        $server.Default = ConvertTo-Answer @{ id = 'a'; employee_id = 'e' }
        $answers = New-Row (1..50) | New-KomboAbsence -ThrottleLimit 4 -JournalPath $journal -WarningAction SilentlyContinue | Select-Object -First 1
        @($answers).Count | Should -Be 1
        @(Get-JournalEvent | Where-Object event -EQ Done).Count | Should -Be ($server.Requests.Count - 1)
        $server.Requests.Count | Should -BeLessThan 30
    }

    It 'waits for those under way when PowerShell ends the pipeline by itself, for a row that it cannot bind' {
        $writes = Open-WriteServer
        $writes.Work = [timespan]::FromMilliseconds(300)
        $rows = { New-Row 1; Wait-Until { $writes.Arrived -eq 1 }; [pscustomobject]@{ EmployeeId = 'e2' }; New-Row 3 }
        { & $rows | New-KomboAbsence -ThrottleLimit 4 -JournalPath $journal -ErrorAction Stop } | Should -Throw '*mandatory parameters*'
        (Get-JournalEvent).event | Should -Be @('Sending', 'Done')
    }

    It 'warns with the counts when the outcome of a row is not known' {
        $server.Enqueue([Kombo.Tests.LoopbackReply]::Text(500, 'it broke'), (ConvertTo-Answer @{ id = 'a2'; employee_id = 'e2' }))
        $result = Invoke-Script { New-Row (1..2) | New-KomboAbsence }
        $result.Warnings | Should -BeLike '2 row(s)*1 done, 0 failed, 1 unknown*check in the connected tool*'
        $result.Errors[0].Exception.MayHaveExecuted | Should -BeTrue
    }

    It 'says in a verbose line what came of the rows, and is silent when all went well' {
        $server.Enqueue((ConvertTo-Answer @{ id = 'a1'; employee_id = 'e1' }))
        $result = Invoke-Script { New-Row 1 | New-KomboAbsence -Verbose }
        $result.Warnings | Should -BeNullOrEmpty
        $result.Verbose[-1] | Should -BeLike '1 row(s)*1 done, 0 failed, 0 unknown, 0 skipped, 0 not sent.'
    }

    It 'names the row, the connection and the integration, and no person, in the verbose stream' {
        $server.Enqueue((ConvertTo-Answer @{ id = 'a1'; employee_id = 'e1' }))
        $row = New-Row 1 | Select-Object *, @{ n = 'WorkEmail'; e = { 'jane@example.com' } }
        $result = Invoke-Script { $row | New-KomboAbsence -IgnoreColumn WorkEmail -Verbose }
        $result.Verbose | Should -Contain "POST hris/absences (row 1: employee e1; connection 'Default', integration 'test:1')"
        "$($result.Verbose)" | Should -Not -BeLike '*jane*'
        (Get-Preview { $row | New-KomboAbsence -IgnoreColumn WorkEmail -WhatIf }) | Should -BeLike "*(row 1: employee e1, jane@example.com; connection 'Default', integration 'test:1')"
    }
}

Describe 'Ctrl+C during changes' {
    AfterEach {
        Assert-NoReplyLeft
    }

    BeforeEach {
        $server = Open-WriteServer
        $journal = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
    }

    It 'starts nothing new, and waits for what has been sent' {
        $gate = New-Gate
        $server.Gate = $gate.Task
        $run = Start-Script $server '1..20 | ForEach-Object { [pscustomobject]@{ EmployeeId = "e$_"; AbsenceTypeId = "t1"; StartDate = "2026-12-24"; EndDate = "2026-12-24" } } | New-KomboAbsence -JournalPath $Path'
        Wait-Until { $server.Arrived -eq 1 } -Or { "$($run.Shell.Streams.Error)" }
        $stopping = $run.Shell.BeginStop($null, $null)
        Wait-Until { $run.Shell.InvocationStateInfo.State -eq 'Stopping' }
        $null = $gate.TrySetResult($true)
        $stopping.AsyncWaitHandle.WaitOne(30000) | Should -BeTrue
        $server.Arrived | Should -Be 1
        (Get-JournalEvent).event | Should -Be @('Sending', 'Done')
        $run.Shell.Dispose()
    }

    It 'leaves what is not answered in time as unknown' {
        $server.Gate = (New-Gate).Task
        $run = Start-Script $server '1..20 | ForEach-Object { [pscustomobject]@{ EmployeeId = "e$_"; AbsenceTypeId = "t1"; StartDate = "2026-12-24"; EndDate = "2026-12-24" } } | New-KomboAbsence -JournalPath $Path'
        Wait-Until { $server.Arrived -eq 1 } -Or { "$($run.Shell.Streams.Error)" }
        $run.Shell.BeginStop($null, $null).AsyncWaitHandle.WaitOne(60000) | Should -BeTrue
        (Get-JournalEvent).event | Should -Be @('Sending', 'Unknown')
        $run.Shell.Dispose()
    }

    It 'waits for the one request of a collected list, too' {
        $gate = New-Gate
        $server.Gate = $gate.Task
        $run = Start-Script $server '@{ Id = "1"; Name = "One"; Type = "SKILLS_TEST"; Description = "d" } | Set-KomboAssessmentPackage -Confirm:$false'
        Wait-Until { $server.Arrived -eq 1 } -Or { "$($run.Shell.Streams.Error)" }
        $stopping = $run.Shell.BeginStop($null, $null)
        Wait-Until { $run.Shell.InvocationStateInfo.State -eq 'Stopping' }
        $null = $gate.TrySetResult($true)
        $stopping.AsyncWaitHandle.WaitOne(30000) | Should -BeTrue
        $run.Shell.Dispose()
    }

    It 'shows progress after a second' {
        $gate = New-Gate
        $server.Gate = $gate.Task
        $run = Start-Script $server '1..3 | ForEach-Object { [pscustomobject]@{ EmployeeId = "e$_"; AbsenceTypeId = "t1"; StartDate = "2026-12-24"; EndDate = "2026-12-24" } } | New-KomboAbsence'
        Wait-Until { $run.Shell.Streams.Progress.Count } -Or { "$($run.Shell.Streams.Error)" }
        $run.Shell.Streams.Progress[0].StatusDescription | Should -BeLike '0 row(s) done, 0 failed, 1 under way, 0.0 rows a second*'
        $null = $gate.TrySetResult($true)
        $run.Running.AsyncWaitHandle.WaitOne(30000) | Should -BeTrue
        $run.Output.Count | Should -Be 3
        $run.Shell.Streams.Progress[-1].RecordType | Should -Be Completed
        $run.Shell.Dispose()
    }
}

Describe 'Results' {
    AfterEach {
        Assert-NoReplyLeft
    }

    BeforeEach {
        $server = Open-WriteServer
    }

    It 'numbers rows that PowerShell could not bind' {
        $rows = New-Row (1..5)
        $rows[0].EmployeeId = ''
        $rows[2] = [pscustomobject]@{ EmployeeId = 'e3' }
        $results = $rows | New-KomboAbsence -AsResult -ErrorAction SilentlyContinue
        $results.Row | Should -Be (1..5)
        $results.Status | Should -Be @('Failed', 'Done', 'Failed', 'Done', 'Done')
        $results[0].Error.TargetObject | Should -Be $rows[0]
        $results[2].Input | Should -Be $rows[2]
        $rows[3].StartDate = 'soon'
        $failures = @()
        $rows | New-KomboAbsence -ErrorAction SilentlyContinue -ErrorVariable failures | Out-Null
        "$($failures[-1])" | Should -BeLike 'Row 4: StartDate*'
    }

    It 'holds the row, the id, the answer and the error' {
        $rows = New-Row (1..2)
        $rows[1].EndDate = ''
        $results = $rows | New-KomboAbsence -AsResult
        $results[0].Id | Should -Be $results[0].Answer.Id
        $results[0].Answer | Should -BeOfType Kombo.Models.Absence
        $results[0].Input | Should -Be $rows[0]
        $results[1].Error.FullyQualifiedErrorId | Should -BeLike 'Kombo.InvalidInput*'
        "$($results[1])" | Should -Be 'Row 2: Failed'
        ($results | Out-String) | Should -BeLike '*Row*Status*Id*Error*'
    }

    It 'says what -WhatIf did not send' {
        (New-Row (1..2) | New-KomboAbsence -AsResult -WhatIf).Status | Should -Be @('NotSent', 'NotSent')
        $server.Arrived | Should -Be 0
    }

    It 'gives the rows to send again' {
        $rows = New-Row (1..3)
        $rows[1].StartDate = ''
        $results = $rows | New-KomboAbsence -AsResult
        $again = @($results | Where-Object Status -EQ Failed).Input
        $again.StartDate = '2026-12-24'
        $again | New-KomboAbsence | Out-Null
        $server.Count | Should -Be 3
    }

    It 'gives results of Invoke-KomboRequest, too' {
        $results = 1..3 | ForEach-Object { @{ employee_id = "e$_" } } | Invoke-KomboRequest hris/absences -Method POST -ThrottleLimit 2 -AsResult
        $results.Status | Should -Be @('Done', 'Done', 'Done')
        $results[1].Answer.employee_id | Should -Be 'e2'
    }
}

Describe 'The journal' {
    AfterEach {
        Assert-NoReplyLeft
    }

    BeforeEach {
        $server = Open-WriteServer
        $journal = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
    }

    It 'skips what is done, and sends what certainly did not happen' {
        $rows = New-Row (1..4)
        $rows[1].StartDate = 'soon'
        $rows | New-KomboAbsence -JournalPath $journal -ErrorAction SilentlyContinue | Out-Null
        $rows[1].StartDate = '2026-12-24'
        $results = $rows | New-KomboAbsence -JournalPath $journal -AsResult
        $results.Status | Should -Be @('Skipped', 'Done', 'Skipped', 'Skipped')
        $results[0].Id | Should -Not -BeNullOrEmpty
        $server.Count | Should -Be 4
        $rows | New-KomboAbsence -JournalPath $journal | Should -BeNullOrEmpty
        $server.Count | Should -Be 4
    }

    It 'reports what may have happened row by row, and sends it only with -RetryUnknown' {
        $failing = Open-TestServer
        $key = "kombo_key_$([guid]::NewGuid())"
        $null = Connect-TestServer $failing -ApiKey $key
        $failing.Enqueue((ConvertTo-Answer @{ id = 'a1' }), [Kombo.Tests.LoopbackReply]::Reset(), (ConvertTo-Answer @{ id = 'a3' }))
        $rows = New-Row (1..3)
        $rows | New-KomboAbsence -JournalPath $journal -ErrorAction SilentlyContinue -WarningAction SilentlyContinue | Out-Null

        $result = Invoke-Script { $rows | New-KomboAbsence -JournalPath $journal }
        $result.Errors.FullyQualifiedErrorId | Should -BeLike 'Kombo.OutcomeUnknown,*'
        "$($result.Errors)" | Should -BeLike 'Row 2 (employee e2): *may have been carried out*'
        $result.Errors[0].TargetObject | Should -Be $rows[1]
        $failing.Requests.Count | Should -Be 3

        $failing.Enqueue((ConvertTo-Answer @{ id = 'a2' }))
        ($rows | New-KomboAbsence -JournalPath $journal -RetryUnknown).Id | Should -Be 'a2'
        ($rows | New-KomboAbsence -JournalPath $journal -AsResult).Status | Should -Be @('Skipped', 'Skipped', 'Skipped')
    }

    It 'refuses the journal of another command and of another integration, before anything is sent' {
        New-Row 1 | New-KomboAbsence -JournalPath $journal | Out-Null
        $before = Get-Content -LiteralPath $journal -Raw
        { 'a1' | Remove-KomboAbsence -JournalPath $journal -Confirm:$false -ErrorAction Stop } | Should -Throw '*belongs to the command ''New-KomboAbsence''*'
        { New-Row 2 | New-KomboAbsence -IntegrationId test:2 -JournalPath $journal -ErrorAction Stop } | Should -Throw '*belongs to the integration ''test:1''*'
        Get-Content -LiteralPath $journal -Raw | Should -Be $before
        $server.Arrived | Should -Be 1
    }

    It 'knows its own rows again whatever the order of hashtables' {
        $fields = @{ alpha = 1; beta = 2; gamma = 3; delta = 4; epsilon = 5 }
        New-Row 1 | New-KomboAbsence -AdditionalField $fields -JournalPath $journal | Out-Null
        $reversed = [ordered]@{}
        $fields.Keys | Sort-Object -Descending | ForEach-Object { $reversed[$_] = $fields[$_] }
        (New-Row 1 | New-KomboAbsence -AdditionalField $reversed -JournalPath $journal -AsResult).Status | Should -Be Skipped
    }

    It 'shows with -WhatIf what is still to be sent, and writes nothing' {
        New-Row (1..2) | New-KomboAbsence -JournalPath $journal | Out-Null
        $before = Get-Content -LiteralPath $journal -Raw
        $shown = Get-Preview { New-Row (1..3) | New-KomboAbsence -JournalPath $journal -WhatIf }
        $shown | Should -HaveCount 1
        $shown | Should -BeLike '*row 3: employee e3*'
        Get-Content -LiteralPath $journal -Raw | Should -Be $before
    }

    It 'is no file without an end, and no folder' {
        $paths = @("$TestDrive") + $(if (Test-Path /dev/zero) { '/dev/zero' })
        $result = Invoke-Script { $paths | ForEach-Object { New-Row (1..2) | New-KomboAbsence -JournalPath $_ } }
        $result.Errors | Should -HaveCount (2 * $paths.Count)
        "$($result.Errors)" | Should -BeLike '*JournalPath*'
        $server.Arrived | Should -Be 0
    }

    It 'is asked for by -RetryUnknown' {
        { New-Row 1 | New-KomboAbsence -RetryUnknown } | Should -Throw '*-JournalPath*'
    }

    It 'leads to one write of each row, or to a row that is reported, when the process is killed again and again' {
        # KOMBO_ATTACK makes it larger, KOMBO_SEED has chance begin elsewhere.
        $size = if ($env:KOMBO_ATTACK) { [int]$env:KOMBO_ATTACK } else { 1 }
        $count = 50 * $size
        $kills = 5 * $size
        $random = [Random]::new($(if ($env:KOMBO_SEED) { [int]$env:KOMBO_SEED } else { 1 }))
        $rows = Join-Path $TestDrive 'leave.csv'
        $results = Join-Path $TestDrive 'results.csv'
        New-Row (1..$count) | Export-Csv -LiteralPath $rows
        $script = "Import-Module '$ModulePath'; `$null = Connect-Kombo -Server $($server.Address) -ApiKey kombo_key_of_this_test -IntegrationId test:1 -SkipCheck
            Import-Csv '$rows' | New-KomboAbsence -ThrottleLimit 4 -JournalPath '$journal' -AsResult -WarningAction Ignore | Export-Csv '$results'"
        $program, $first = Get-Engine
        $server.Work = [timespan]::FromMilliseconds(2)
        for ($kill = 0; $true; $kill++) {
            $start = [System.Diagnostics.ProcessStartInfo]::new($program)
            @($first) + '-NoProfile', '-NonInteractive', '-Command', $script | Where-Object { $_ } | ForEach-Object { $start.ArgumentList.Add($_) }
            $start.RedirectStandardError = $true
            $last = $server.Arrived + $random.Next(1, 20)
            $process = [System.Diagnostics.Process]::Start($start)
            $errors = $process.StandardError.ReadToEndAsync()
            if ($kill -lt $kills) {
                Wait-Until { $process.HasExited -or $server.Arrived -ge $last }
                $process.Kill()
            }

            $process.WaitForExit()
            if ($kill -ge $kills) { break }
        }

        $errors.Result | Should -BeNullOrEmpty
        $fates = Import-Csv -LiteralPath $results
        $fates | Should -HaveCount $count
        ($server.Executed.Values | Measure-Object -Maximum).Maximum | Should -Be 1 -Because 'no row may be written twice'
        $executed = @($server.Executed.Keys | ForEach-Object { ($_ | ConvertFrom-Json).employee_id })
        for ($index = 0; $index -lt $count; $index++) {
            $fates[$index].Status | Should -BeIn @('Done', 'Skipped', 'Unknown')
            if ($fates[$index].Status -ne 'Unknown') {
                "e$($index + 1)" | Should -BeIn $executed
            }
        }

        Write-Information "$count rows, $kills kills: $($executed.Count) writes, $(@($fates | Where-Object Status -EQ Unknown).Count) rows reported as unknown." -InformationAction Continue
    }
}
