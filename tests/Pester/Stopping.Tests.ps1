BeforeAll {
    . $PSScriptRoot/Common.ps1
    $server = Open-TestServer

    # How long Ctrl+C may take. It is meant to take 100 ms; a busy machine gets more.
    $limit = 500

    # Runs a command in a runspace of its own, stops it when so many requests have arrived, and measures how long that takes.
    function Measure-Stop {
        param([string] $Command, [int] $AfterRequests = 1, [int] $AndMilliseconds = 100, [hashtable] $With = @{}, $To = $server)
        $ps = [powershell]::Create()
        try {
            $arrived = $To.Arrived($To.Requests.Count + $AfterRequests)
            $null = $ps.AddScript("
                param(`$Module, `$Server, `$With)
                Import-Module `$Module
                `$null = Connect-Kombo -Server `$Server -ApiKey $([guid]::NewGuid()) -IntegrationId test:1 -SkipCheck @With
                $Command
                'went on'").AddParameters(@{ Module = $ModulePath; Server = $To.Address; With = $With })
            $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
            $running = $ps.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]]::new(), $output)
            if (-not $arrived.Wait(20000)) {
                throw "The request did not arrive: $($ps.Streams.Error)"
            }

            Start-Sleep -Milliseconds $AndMilliseconds
            $running.IsCompleted | Should -BeFalse -Because 'it must hang before it is stopped'
            $clock = [Diagnostics.Stopwatch]::StartNew()
            $stopping = $ps.BeginStop($null, $null)
            $null = $stopping.AsyncWaitHandle.WaitOne(5000)
            $clock.Stop()
            [pscustomobject]@{
                Milliseconds = $clock.ElapsedMilliseconds
                State        = $ps.InvocationStateInfo.State
                Output       = @($output)
                Errors       = @($ps.Streams.Error)
                Warnings     = @($ps.Streams.Warning.Message)
                Progress     = @($ps.Streams.Progress)
                Verbose      = @($ps.Streams.Verbose.Message)
            }
        }
        finally {
            # What could not be stopped cannot be disposed of either; it ends with the server.
            if ($ps.InvocationStateInfo.State -notin 'Running', 'Stopping') {
                $ps.Dispose()
            }
        }
    }
}

AfterAll {
    $server.Dispose()
}

Describe 'Ctrl+C' {
    It 'ends a wait for headers, and closes the connection' {
        $hanging = [Kombo.Tests.LoopbackReply]::Hang()
        $server.Enqueue($hanging)
        $stopped = Measure-Stop 'Get-KomboEmployee'
        $stopped.Milliseconds | Should -BeLessThan $limit
        $stopped.State | Should -Be 'Stopped'
        $stopped.Output | Should -BeNullOrEmpty
        $stopped.Errors | Should -BeNullOrEmpty
        $hanging.Abandoned.Wait(2000) | Should -BeTrue
    }

    It 'ends a body that does not come, and closes the connection' {
        $hanging = [Kombo.Tests.LoopbackReply]::HangInBody('{"status":"success","data":{"results":[{"id":"e1"}],"next":null}}')
        $server.Enqueue($hanging)
        $stopped = Measure-Stop 'Get-KomboEmployee' -AndMilliseconds 200
        $stopped.Milliseconds | Should -BeLessThan $limit
        $stopped.State | Should -Be 'Stopped'
        $hanging.Abandoned.Wait(2000) | Should -BeTrue
    }

    It 'ends the wait for a later page; what was read is written' {
        $hanging = [Kombo.Tests.LoopbackReply]::Hang()
        $server.Enqueue((ConvertTo-Page @(@{ id = 'e1' }) 'c2'), $hanging)
        $stopped = Measure-Stop 'Get-KomboEmployee' -AfterRequests 2
        $stopped.Milliseconds | Should -BeLessThan $limit
        $stopped.Output.Id | Should -Be 'e1'
        $hanging.Abandoned.Wait(2000) | Should -BeTrue
    }

    It 'ends a write that hangs' {
        $hanging = [Kombo.Tests.LoopbackReply]::Hang()
        $server.Enqueue($hanging)
        $stopped = Measure-Stop 'New-KomboAbsence e1 t1 2026-12-24 2026-12-24'
        $stopped.Milliseconds | Should -BeLessThan $limit
        $stopped.State | Should -Be 'Stopped'
        $hanging.Abandoned.Wait(2000) | Should -BeTrue
    }

    It 'ends the wait for a task at once' {
        $server.Enqueue((ConvertTo-Answer @{ task_id = 't'; created_at = '2026-11-02T08:00:00.000Z'; status = 'PENDING'; completed_at = $null }))
        $stopped = Measure-Stop 'Wait-KomboCourseTask t' -AndMilliseconds 400
        $stopped.Milliseconds | Should -BeLessThan $limit
        $stopped.State | Should -Be 'Stopped'
        $stopped.Errors | Should -BeNullOrEmpty
        $stopped.Progress.StatusDescription | Should -BeLike '*has been running*'
    }

    It 'sends nothing of a list that is still being collected' {
        $server.Enqueue([Kombo.Tests.LoopbackReply]::Hang())
        $before = $server.Requests.Count
        $stopped = Measure-Stop "& { @{ Id = '1'; Name = 'One'; Type = 'SKILLS_TEST'; Description = 'd' }; Get-KomboEmployee } | Set-KomboAssessmentPackage -Confirm:`$false"
        $stopped.State | Should -Be 'Stopped'
        $server.Requests | Select-Object -Skip $before | ForEach-Object Method | Should -Be GET
    }

    It 'ends the wait before the next try' {
        $server.Enqueue([Kombo.Tests.LoopbackReply]::Text(503, 'busy').With('Retry-After', '30'))
        $stopped = Measure-Stop 'Get-KomboEmployee -Verbose 4>$null' -AndMilliseconds 300
        $stopped.Milliseconds | Should -BeLessThan $limit
        $stopped.Warnings | Should -BeLike '*Kombo.Http503*Waiting 30 s*' -Because 'waits of more than five seconds are announced'
    }

    It 'ends the wait for the quota, which is shown' {
        $server.Enqueue((ConvertTo-Page @(@{ id = 'e1' }) 'c2').WithQuota(300, 0, 30))
        $stopped = Measure-Stop 'Get-KomboEmployee' -AndMilliseconds 700
        $stopped.Milliseconds | Should -BeLessThan $limit
        $stopped.Output.Id | Should -Be 'e1'
        $stopped.Warnings | Should -BeLike '*quota*Waiting 3? s*'
        $stopped.Progress.Count | Should -BeGreaterThan 0
        $stopped.Progress[0].SecondsRemaining | Should -BeGreaterThan 25
    }

    It 'ends the wait after PLATFORM.RATE_LIMIT_EXCEEDED' {
        $server.Enqueue((ConvertTo-ErrorReply PLATFORM.RATE_LIMIT_EXCEEDED 429).WithQuota(300, 0, 30))
        $stopped = Measure-Stop 'Get-KomboEmployee' -AndMilliseconds 500
        $stopped.Milliseconds | Should -BeLessThan $limit
        $stopped.Warnings | Should -BeLike '*quota*'
    }

    It 'ends Connect-Kombo, <Text>' -TestCases @(
        @{ Text = 'Test-KomboApiKey'; Command = 'Test-KomboApiKey' }
        @{ Text = 'Invoke-KomboRequest'; Command = 'Invoke-KomboRequest some/thing' }
        @{ Text = 'Invoke-KomboRequest -Paginate'; Command = 'Invoke-KomboRequest some/thing -Paginate' }
        @{ Text = 'and its check'; Command = 'Connect-Kombo -Server $Server -ApiKey another-key' }
    ) {
        $server.Enqueue([Kombo.Tests.LoopbackReply]::Hang())
        $stopped = Measure-Stop $Command
        $stopped.Milliseconds | Should -BeLessThan $limit
        $stopped.State | Should -Be 'Stopped'
    }
}

Describe 'A pipeline that has enough' {
    BeforeAll {
        $null = Connect-TestServer $server
    }

    AfterAll {
        Disconnect-All
    }

    It 'leaves no request running' {
        $hanging = [Kombo.Tests.LoopbackReply]::Hang()
        $server.Enqueue((ConvertTo-Page @(1..5 | ForEach-Object { @{ id = "e$_" } }) 'c2'), $hanging)
        $before = $server.Requests.Count
        $second = $server.Arrived($before + 2)
        $rows = Get-KomboEmployee | ForEach-Object { $null = $second.Wait(5000); $_ } | Select-Object -First 2
        $rows.Id | Should -Be 'e1', 'e2'
        $hanging.Abandoned.Wait(3000) | Should -BeTrue
    }

    It 'does not read on while nobody takes rows' {
        $pages = 1..6 | ForEach-Object { ConvertTo-Page @(@{ id = "e$_" }) $(if ($_ -lt 6) { "c$($_ + 1)" }) }
        $server.Enqueue($pages)
        $before = $server.Requests.Count
        $seen = @()
        Get-KomboEmployee | ForEach-Object {
            Start-Sleep -Milliseconds 100
            $seen += $server.Requests.Count - $before
        }
        $seen.Count | Should -Be 6
        $seen[0] | Should -Be 2 -Because 'one page is read ahead, never more'
        $seen[2] | Should -Be 4
    }

    It 'leaves no exception behind that nobody looked at' {
        [Kombo.Tests.Unobserved]::Watch()
        foreach ($reply in { [Kombo.Tests.LoopbackReply]::Reset() }, { ConvertTo-ErrorReply INTEGRATION.INACTIVE }) {
            $server.Enqueue((ConvertTo-Page @(@{ id = 'e1' }, @{ id = 'e2' }) 'c2'), (& $reply))
            $second = $server.Arrived($server.Requests.Count + 2)
            $null = Get-KomboEmployee | Select-Object -First 1 | ForEach-Object { $null = $second.Wait(5000); Start-Sleep -Milliseconds 50 }
        }

        [GC]::Collect()
        [GC]::WaitForPendingFinalizers()
        [GC]::Collect()
        [Kombo.Tests.Unobserved]::Count | Should -Be 0
    }
}
