BeforeAll {
    . $PSScriptRoot/Common.ps1
    $ids = @{ Model = 'Employee', 'Group', 'Absence' }
    function New-DatabasePath { Join-Path $TestDrive "$([guid]::NewGuid()).db" }
    function Get-Cell([string] $Path, [string] $Query) { (Invoke-KomboDatabaseQuery -Path $Path $Query).n }
}

AfterAll {
    Disconnect-All
    Close-TestServer
}

Describe 'A copy of the sandbox' {
    AfterEach { Assert-NoReplyLeft }

    BeforeEach {
        $null = Connect-Kombo -Sandbox
        $database = New-DatabasePath
    }

    It 'reads everything first, and then only what has changed' {
        $first = Sync-KomboDatabase -Path $database @ids
        $first.Model | Should -Be $ids.Model
        $first.IsFull | Should -Not -Contain $false
        $first[0].Inserted | Should -Be @(Get-KomboEmployee -IncludeDeleted).Count
        $again = Sync-KomboDatabase -Path $database @ids
        $again | ForEach-Object { $_.Read, $_.Inserted, $_.Updated, $_.Deleted } | Measure-Object -Sum | ForEach-Object Sum | Should -Be 0
        $again.IsFull | Should -Not -Contain $true
        $again[0].From | Should -Be $first[0].Until
    }

    It 'has what the server has, after days that bring changes' {
        $null = Sync-KomboDatabase -Path $database @ids
        foreach ($days in 1, 6, 14) {
            Step-KomboSandbox -Day $days
            $null = Sync-KomboDatabase -Path $database @ids
            $there = Get-KomboEmployee -IncludeDeleted
            $rows = Invoke-KomboDatabaseQuery -Path $database 'select id, job_title, manager_id, changed_at, remote_deleted_at from hris_employees'
            @($rows | Sort-Object id | ForEach-Object { $_.id, $_.job_title, $_.manager_id, "$($_.changed_at)", "$($_.remote_deleted_at)" -join '|' }) |
                Should -Be @($there | Sort-Object Id | ForEach-Object { $_.Id, $_.JobTitle, $_.ManagerId, "$($_.ChangedAt)", "$($_.RemoteDeletedAt)" -join '|' })
        }
    }

    It 'tells joiners and leavers with -PassThru' {
        $null = Sync-KomboDatabase -Path $database -Model Employee
        Step-KomboSandbox -Day 7
        $changes = Sync-KomboDatabase -Path $database -Model Employee -PassThru
        $changes.Kind | Sort-Object -Unique | Should -Be 'Deleted', 'Inserted', 'Updated'
        $changes.Model | Sort-Object -Unique | Should -Be 'Employee'
        $changes.IntegrationId | Sort-Object -Unique | Should -Be (Get-KomboConnection Default).IntegrationId
        $joiner = $changes | Where-Object Kind -EQ Inserted | Select-Object -First 1
        $joiner.Object.FirstName | Should -Be (Get-KomboEmployee -Id $joiner.Id).FirstName
    }

    It 'deletes what is deleted with -Prune' {
        $null = Sync-KomboDatabase -Path $database -Model Employee
        Get-Cell $database 'select count(*) n from hris_employees where remote_deleted_at is not null' | Should -BeGreaterThan 0
        Step-KomboSandbox
        $null = Sync-KomboDatabase -Path $database -Model Employee -Prune
        Get-Cell $database 'select count(*) n from hris_employees where remote_deleted_at is not null' | Should -Be 0
    }

    It 'reads just what a webhook names' {
        $body = '{"id":"e","type":"data-changed","data":{"integration_id":"' + (Get-KomboConnection Default).IntegrationId + '","integration_tool":"sandbox","integration_category":"HRIS","changed_models":[{"name":"hris_timesheets"}]}}'
        (ConvertFrom-KomboWebhook -Body $body | Sync-KomboDatabase -Path $database).Model | Should -Be 'Timesheet'
        $finished = '{"id":"f","type":"sync-finished","data":{"integration_id":"sandbox:x","sync_id":"s","sync_state":"SUCCEEDED"}}'
        ConvertFrom-KomboWebhook -Body $finished | Sync-KomboDatabase -Path $database | Should -BeNullOrEmpty
    }

    It 'says what it would read with -WhatIf, and makes no file' {
        $lines = Get-Preview { Sync-KomboDatabase -Path $database -Model Employee -WhatIf }
        $lines | Should -BeLike '*Read everything*hris_employees*'
        Test-Path -LiteralPath $database | Should -BeFalse
        $null = Sync-KomboDatabase -Path $database -Model Employee
        # By the clock of this computer, the full read is long ago.
        Get-Preview { Sync-KomboDatabase -Path $database -Model Employee -FullEvery 3650.00:00:00 -WhatIf } | Should -BeLike '*changed since 2026-11-02*'
    }

    It 'shows its tables' {
        $null = Sync-KomboDatabase -Path $database -Model Group
        $table = Get-KomboDatabase $database
        $table.Table | Should -Be 'hris_groups'
        $table.Rows | Should -Be @(Get-KomboGroup -IncludeDeleted).Count
        $table.Watermark.Kind | Should -Be Utc
        $table.Age | Should -BeOfType timespan
        $table.IsInterrupted | Should -BeFalse
    }

    It 'answers queries with dates and JSON, and changes nothing' {
        $null = Sync-KomboDatabase -Path $database -Model Employee
        $rows = @(Invoke-KomboDatabaseQuery -Path $database 'select id, start_date, changed_at, home_address from hris_employees where start_date >= @since and home_address is not null' -Parameter @{ since = [datetime]'2025-01-01' })
        $rows.Count | Should -BeGreaterThan 10
        $rows[0].start_date | Should -BeOfType datetime
        ($rows.start_date | Measure-Object -Minimum).Minimum | Should -BeGreaterOrEqual ([datetime]'2025-01-01')
        $rows[0].changed_at.Kind | Should -Be Utc
        $rows[0].home_address.country | Should -Be 'DE'
        $failure = (Invoke-Script { Invoke-KomboDatabaseQuery -Path $database 'delete from hris_employees' }).Errors[0]
        $failure.FullyQualifiedErrorId | Should -BeLike 'Kombo.Database*'
        (Invoke-Script { Invoke-KomboDatabaseQuery -Path (New-DatabasePath) 'select 1' }).Errors[0].FullyQualifiedErrorId | Should -BeLike 'Kombo.DatabaseNotFound,*'
    }

    It 'refuses what it does not know' {
        (Invoke-Script { Sync-KomboDatabase -Path $database -Model Nobody }).Errors[0].Exception.Message | Should -BeLike '*Nobody*Employee*'
        { Sync-KomboDatabase -Path $database -FullEvery 7 } | Should -Throw -ExpectedMessage '*7.00:00:00*'
        (Invoke-Script { Sync-KomboDatabase -ConnectionString 'Host=h;Password=a-secret-of-tests;Nonsense=1' }).Errors | Out-String | Should -Not -Match 'a-secret-of-tests'
    }
}

Describe 'A copy of a server that misbehaves' {
    BeforeEach {
        $server = Open-TestServer
        $null = Connect-TestServer $server
        $integration = ConvertTo-Answer @{ id = 'test:1'; category = 'HRIS'; status = 'ACTIVE' }
        $database = New-DatabasePath
    }

    AfterEach { Assert-NoReplyLeft }

    It 'goes on with the next model, and at the page that failed' {
        $server.Enqueue($integration, (ConvertTo-Page @(@{ id = 'g1'; name = 'One' }) 'c2'), (ConvertTo-ErrorReply REMOTE.UNKNOWN_HTTP_ERROR 500), (ConvertTo-Page @(@{ id = 'l1' })))
        $result = Invoke-Script { Sync-KomboDatabase -Path $database -Model Group, Location }
        $result.Terminated | Should -BeFalse
        $result.Errors[0].FullyQualifiedErrorId | Should -BeLike 'REMOTE.UNKNOWN_HTTP_ERROR,*'
        $result.Errors[0].TargetObject | Should -Be 'Group'
        $result.Output.Model | Should -Be 'Location'
        $server.Enqueue($integration, (ConvertTo-Page @(@{ id = 'g2'; name = 'Two' })), (ConvertTo-Page @()))
        $next = Sync-KomboDatabase -Path $database -Model Group
        $next.IsResumed | Should -BeTrue
        # The rest of the interrupted read, and then what has changed meanwhile.
        $server.Requests[-2].Target | Should -BeLike '*cursor=c2*'
        $server.Requests[-1].Target | Should -BeLike '*updated_after=*'
        Get-Cell $database 'select count(*) n from hris_groups' | Should -Be 2
    }

    It 'lets go of the database when it is stopped, and refuses a second run before' {
        $hanging = [Kombo.Tests.LoopbackReply]::Hang()
        $server.Enqueue($integration, $hanging)
        $ps = [powershell]::Create()
        $null = $ps.AddScript("Import-Module '$ModulePath'; Sync-KomboDatabase -Path '$database' -Model Group -Connection `$args[0]").AddArgument((Get-KomboConnection Default))
        $null = $ps.BeginInvoke()
        Wait-Until { $server.Requests.Count -ge 2 } -Or { "$($ps.Streams.Error)" }
        $second = Invoke-Script { Sync-KomboDatabase -Path $database -Model Group }
        $second.Terminated | Should -BeTrue
        $second.Errors[0].FullyQualifiedErrorId | Should -BeLike 'Kombo.DatabaseInUse,*'
        $ps.BeginStop($null, $null).AsyncWaitHandle.WaitOne(30000) | Should -BeTrue
        $ps.InvocationStateInfo.State | Should -Be 'Stopped'
        $ps.Dispose()
        $server.Enqueue($integration, (ConvertTo-Page @(@{ id = 'g1' })))
        (Sync-KomboDatabase -Path $database -Model Group).Inserted | Should -Be 1
    }
}

Describe 'A sync that is killed' {
    AfterEach { Assert-NoReplyLeft }

    It 'ends, whenever its process was killed, with the rows that the server has' {
        # KOMBO_ATTACK makes it larger, KOMBO_SEED has chance begin elsewhere.
        $kills = if ([int]$env:KOMBO_ATTACK -gt 1) { 100 } else { 3 }
        $random = [Random]::new($(if ($env:KOMBO_SEED) { [int]$env:KOMBO_SEED } else { 1 }))
        $server = Open-TestServer
        $company = [Kombo.Tests.ChangingCompany]::new($server, $random.Next(), 3)
        $database = New-DatabasePath
        $program, $first = Get-Engine
        for ($killed = $runs = 0; $true; $runs++) {
            $isLast = $killed -ge $kills
            $company.IsChanging = -not $isLast
            $full = if ($isLast -or $runs % 3 -eq 2) { '-Full' }
            $script = "Import-Module '$ModulePath'; `$null = Connect-Kombo -Server $($server.Address) -ApiKey kombo_key_of_this_test -IntegrationId test:1 -MaxRetry 0 -SkipCheck
                Sync-KomboDatabase -Path '$database' -Model Employee, Group $full | ForEach-Object Status"
            $start = [System.Diagnostics.ProcessStartInfo]::new($program)
            @($first) + '-NoProfile', '-NonInteractive', '-Command', $script | Where-Object { $_ } | ForEach-Object { $start.ArgumentList.Add($_) }
            $start.RedirectStandardOutput = $start.RedirectStandardError = $true
            $at = $server.Requests.Count + $random.Next(1, 30)
            $process = [System.Diagnostics.Process]::Start($start)
            $output = $process.StandardOutput.ReadToEndAsync()
            $errors = $process.StandardError.ReadToEndAsync()
            if (-not $isLast) {
                Wait-Until { $process.HasExited -or $server.Requests.Count -ge $at }
                Start-Sleep -Milliseconds $random.Next(0, 10)
                $process.Kill()
            }

            $process.WaitForExit()
            if ($process.ExitCode -ne 0) {
                $isLast | Should -BeFalse -Because $errors.Result
                $killed++
                continue
            }

            # It came to its end before it was killed, or was not to be killed.
            $errors.Result | Should -BeNullOrEmpty
            if ($isLast) { break }
        }

        $undisturbed = New-DatabasePath
        $null = Connect-TestServer $server
        $null = Sync-KomboDatabase -Path $undisturbed -Model Employee, Group
        (Get-KomboDatabase $database).IsInterrupted | Should -Not -Contain $true
        foreach ($list in 'employees', 'groups') {
            $there = $company.Rows($list)
            $there.Count | Should -BeGreaterThan 10
            $rows = Invoke-KomboDatabaseQuery -Path $database "select * from hris_$list order by id"
            $found = @($rows | Where-Object { $there.ContainsKey($_.id) })
            $found | ConvertTo-Json -Depth 9 | Should -Be (Invoke-KomboDatabaseQuery -Path $undisturbed "select * from hris_$list order by id" | ConvertTo-Json -Depth 9)
            $found | Should -HaveCount $there.Count
            foreach ($row in $found) {
                $expected = $there[$row.id] | ConvertFrom-Json
                $row.first_name, $row.name, $row.changed_at, $row.remote_deleted_at | Should -Be @($expected.first_name, $expected.name, $expected.changed_at, $expected.remote_deleted_at)
            }

            # What went without a trace is marked.
            $rows | Where-Object { -not $there.ContainsKey($_.id) } | ForEach-Object { $_.remote_deleted_at | Should -Not -BeNullOrEmpty }
        }

        Write-Information "$killed kills, $($runs + 1) runs, $($server.Requests.Count) requests." -InformationAction Continue
    }
}

Describe 'The libraries of the database' {
    AfterEach { Assert-NoReplyLeft }

    It 'are loaded neither by the import nor by a list' {
        Invoke-Pwsh @"
            Import-Module '$ModulePath'
            `$null = Connect-Kombo -Sandbox
            `$null = Get-Command Sync-KomboDatabase -Syntax
            `$null = Get-KomboGroup
            "loaded: `$([AppDomain]::CurrentDomain.GetAssemblies().GetName().Name -match '^(Kombo.Database|Npgsql|SQLite|Microsoft.Data)')"
"@ | Should -Be 'loaded: '
    }
}
