BeforeAll {
    . $PSScriptRoot/Common.ps1

    # Runs a command in a runspace of its own, and stops it when so many requests have arrived and the condition on its streams
    # holds. What it waits for never comes, so it ends only because it was stopped. How long that takes is for the benchmarks.
    function Stop-Command {
        param([string] $Command, [int] $AfterRequests = 1, [scriptblock] $When = { $true })
        $ps = [powershell]::Create()
        $null = $ps.AddScript("
            param(`$Module, `$Server)
            Import-Module `$Module
            `$null = Connect-Kombo -Server `$Server -ApiKey $([guid]::NewGuid()) -IntegrationId test:1 -SkipCheck
            $Command
            'went on'").AddParameters(@{ Module = $ModulePath; Server = $server.Address })
        $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
        $running = $ps.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]]::new(), $output)
        Wait-Until { $server.Requests.Count -ge $AfterRequests -and (& $When $ps.Streams) } -Or { "$($ps.Streams.Error)" }
        $running.IsCompleted | Should -BeFalse -Because 'it must hang before it is stopped'
        $stopping = $ps.BeginStop($null, $null)
        $hasStopped = $stopping.AsyncWaitHandle.WaitOne(30000)
        [pscustomobject]@{
            HasStopped = $hasStopped
            State      = $ps.InvocationStateInfo.State
            Output     = @($output)
            Errors     = @($ps.Streams.Error)
            Warnings   = @($ps.Streams.Warning.Message)
            Progress   = @($ps.Streams.Progress)
        }

        # What could not be stopped cannot be disposed of either; it ends with the server.
        if ($hasStopped) {
            $ps.Dispose()
        }
    }
}

AfterAll {
    Disconnect-All
    Close-TestServer
}

Describe 'Ctrl+C' {
    BeforeEach {
        $server = Open-TestServer
        $null = Connect-TestServer $server
    }

    AfterEach {
        Assert-NoReplyLeft
    }

    It 'ends a wait for headers, and closes the connection' {
        $hanging = [Kombo.Tests.LoopbackReply]::Hang()
        $server.Enqueue($hanging)
        $stopped = Stop-Command 'Get-KomboEmployee'
        $stopped.HasStopped | Should -BeTrue
        $stopped.State | Should -Be 'Stopped'
        $stopped.Output | Should -BeNullOrEmpty
        $stopped.Errors | Should -BeNullOrEmpty
        $hanging.Abandoned.Wait(30000) | Should -BeTrue
    }

    It 'ends a body that does not come, and closes the connection' {
        $hanging = [Kombo.Tests.LoopbackReply]::HangInBody('{"status":"success","data":{"results":[{"id":"e1"}],"next":null}}')
        $server.Enqueue($hanging)
        $stopped = Stop-Command 'Get-KomboEmployee' -When { $hanging.Sent.IsCompleted }
        $stopped.HasStopped | Should -BeTrue
        $stopped.State | Should -Be 'Stopped'
        $hanging.Abandoned.Wait(30000) | Should -BeTrue
    }

    It 'ends the wait for a later page; what was read is written' {
        $hanging = [Kombo.Tests.LoopbackReply]::Hang()
        $server.Enqueue((ConvertTo-Page @(@{ id = 'e1' }) 'c2'), $hanging)
        $stopped = Stop-Command 'Get-KomboEmployee' -AfterRequests 2
        $stopped.HasStopped | Should -BeTrue
        $stopped.Output.Id | Should -Be 'e1'
        $hanging.Abandoned.Wait(30000) | Should -BeTrue
    }

    It 'ends a write that hangs' {
        $hanging = [Kombo.Tests.LoopbackReply]::Hang()
        $server.Enqueue($hanging)
        $stopped = Stop-Command 'New-KomboAbsence e1 t1 2026-12-24 2026-12-24'
        $stopped.HasStopped | Should -BeTrue
        $stopped.State | Should -Be 'Stopped'
        $hanging.Abandoned.Wait(30000) | Should -BeTrue
    }

    It 'ends the wait for a task at once' {
        $server.Enqueue((ConvertTo-Answer @{ task_id = 't'; created_at = '2026-11-02T08:00:00.000Z'; status = 'PENDING'; completed_at = $null }))
        $stopped = Stop-Command 'Wait-KomboCourseTask t' -When { $args[0].Progress.Count }
        $stopped.HasStopped | Should -BeTrue
        $stopped.State | Should -Be 'Stopped'
        $stopped.Errors | Should -BeNullOrEmpty
        $stopped.Progress.StatusDescription | Should -BeLike '*has been running*'
    }

    It 'sends nothing of a list that is still being collected' {
        $server.Enqueue([Kombo.Tests.LoopbackReply]::Hang())
        $stopped = Stop-Command "& { @{ Id = '1'; Name = 'One'; Type = 'SKILLS_TEST'; Description = 'd' }; Get-KomboEmployee } | Set-KomboAssessmentPackage -Confirm:`$false"
        $stopped.State | Should -Be 'Stopped'
        $server.Requests.Method | Should -Be GET
    }

    It 'ends the wait before the next try' {
        $server.Enqueue([Kombo.Tests.LoopbackReply]::Text(503, 'busy').With('Retry-After', '250'))
        $stopped = Stop-Command 'Get-KomboEmployee -Verbose 4>$null' -When { $args[0].Warning.Count }
        $stopped.HasStopped | Should -BeTrue
        $stopped.Warnings | Should -BeLike '*Kombo.Http503*Waiting 250 s*' -Because 'waits of more than five seconds are announced'
    }

    It 'ends the wait for the quota, which is shown' {
        $server.Enqueue((ConvertTo-Page @(@{ id = 'e1' }) 'c2').WithQuota(300, 0, 250))
        $stopped = Stop-Command 'Get-KomboEmployee' -When { $args[0].Warning.Count -and $args[0].Progress.Count }
        $stopped.HasStopped | Should -BeTrue
        $stopped.Output.Id | Should -Be 'e1'
        $stopped.Warnings | Should -BeLike '*quota*Waiting 25? s*'
        $stopped.Progress.Count | Should -BeGreaterThan 0
        $stopped.Progress[0].SecondsRemaining | Should -BeGreaterThan 200
    }

    It 'ends the wait after PLATFORM.RATE_LIMIT_EXCEEDED' {
        $server.Enqueue((ConvertTo-ErrorReply PLATFORM.RATE_LIMIT_EXCEEDED 429).WithQuota(300, 0, 250))
        $stopped = Stop-Command 'Get-KomboEmployee' -When { $args[0].Warning.Count }
        $stopped.HasStopped | Should -BeTrue
        $stopped.Warnings | Should -BeLike '*quota*'
    }

    It 'ends Connect-Kombo, <Text>' -TestCases @(
        @{ Text = 'Test-KomboApiKey'; Command = 'Test-KomboApiKey' }
        @{ Text = 'Invoke-KomboRequest'; Command = 'Invoke-KomboRequest some/thing' }
        @{ Text = 'Invoke-KomboRequest -Paginate'; Command = 'Invoke-KomboRequest some/thing -Paginate' }
        @{ Text = 'and its check'; Command = 'Connect-Kombo -Server $Server -ApiKey another-key' }
    ) {
        $server.Enqueue([Kombo.Tests.LoopbackReply]::Hang())
        $stopped = Stop-Command $Command
        $stopped.HasStopped | Should -BeTrue
        $stopped.State | Should -Be 'Stopped'
    }
}

Describe 'A pipeline that has enough' {
    BeforeEach {
        $server = Open-TestServer
        $null = Connect-TestServer $server
    }

    AfterEach {
        Assert-NoReplyLeft
    }

    It 'leaves no request running' {
        $hanging = [Kombo.Tests.LoopbackReply]::Hang()
        $server.Enqueue((ConvertTo-Page @(1..5 | ForEach-Object { @{ id = "e$_" } }) 'c2'), $hanging)
        $second = $server.Arrived(2)
        $rows = Get-KomboEmployee | ForEach-Object { $null = $second.Wait(30000); $_ } | Select-Object -First 2
        $rows.Id | Should -Be 'e1', 'e2'
        $hanging.Abandoned.Wait(30000) | Should -BeTrue
    }

    It 'does not read on while nobody takes rows' {
        $pages = 1..6 | ForEach-Object { ConvertTo-Page @(@{ id = "e$_" }) $(if ($_ -lt 6) { "c$($_ + 1)" }) }
        $server.Enqueue($pages)
        $seen = [System.Collections.Generic.List[int]]::new()
        Get-KomboEmployee | ForEach-Object {
            Wait-Until { $server.Requests.Count -ge [math]::Min(6, $seen.Count + 2) }
            Start-Sleep -Milliseconds 50 # time for a request too many
            $seen.Add($server.Requests.Count)
        }
        $seen | Should -Be 2, 3, 4, 5, 6, 6 -Because 'one page is read ahead, never more'
    }

    It 'leaves no exception behind that nobody looked at' {
        [Kombo.Tests.Unobserved]::Watch()
        foreach ($reply in [Kombo.Tests.LoopbackReply]::Reset(), (ConvertTo-ErrorReply INTEGRATION.INACTIVE)) {
            $server.Enqueue((ConvertTo-Page @(@{ id = 'e1' }, @{ id = 'e2' }) 'c2'), $reply)
            $null = Get-KomboEmployee | Select-Object -First 1 | ForEach-Object { $null = $reply.Sent.Wait(30000); Start-Sleep -Milliseconds 50 }
        }

        [GC]::Collect()
        [GC]::WaitForPendingFinalizers()
        [GC]::Collect()
        [Kombo.Tests.Unobserved]::Count | Should -Be 0
    }
}
