BeforeDiscovery {
    . $PSScriptRoot/Common.ps1
    $writers = (Get-Module Kombo).ExportedCmdlets.Values | Where-Object { $_.Parameters.ContainsKey('WhatIf') -and $_.Verb -notin 'Save', 'Sync' } | ForEach-Object { @{ Command = $_.Name } }
    $others = (Get-Module Kombo).ExportedCmdlets.Values | Where-Object { -not $_.Parameters.ContainsKey('WhatIf') -and $_.Name -notin 'New-KomboRetry', 'Invoke-KomboDatabaseQuery', 'Step-KomboSandbox' } | ForEach-Object { @{ Command = $_.Name } }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $sandbox = Open-RecordedSandbox
    $rosa = '26vafvWSRmbhNcxJYqjCzuJg'
    $vacation = (Get-KomboAbsenceType | Where-Object Name -EQ 'Vacation').Id
    $application = Get-KomboApplication -Outcome PENDING | Select-Object -Last 1

    # A runspace whose host says nothing, so that what -WhatIf shows does not end up between the results.
    $quiet = [powershell]::Create()
    $null = $quiet.AddScript("Import-Module '$ModulePath'").Invoke()
    function Invoke-Quietly {
        param([string] $Command, [hashtable] $Arguments, [string] $Setup = '')
        $quiet.Commands.Clear()
        $quiet.Streams.ClearStreams()
        $null = $quiet.AddScript("param(`$Arguments, `$Connection) $Setup; $Command @Arguments -Connection `$Connection", $true).AddParameters(@{ Arguments = $Arguments; Connection = (Get-KomboConnection Default) })
        $result = Invoke-Script { $quiet.Invoke() }
        $result.Errors += @($quiet.Streams.Error)
        $result
    }

    # What a command needs to be called: a believable value for each of its mandatory parameters, and what it needs besides.
    function Get-Argument([string] $Command) {
        $values = @{
            EmployeeId         = $rosa
            AbsenceTypeId      = $vacation
            AbsenceId          = 'absence1'
            ApplicationId      = $application.Id
            CandidateId        = $application.CandidateId
            JobId              = $application.JobId
            JobRemoteId        = '900'
            Url                = 'https://files.example.com/cv.pdf'
            ResultUrl          = 'https://files.example.com/result'
            Type               = 'CV'
            Tool               = 'sandbox'
            Api                = 'rest'
            Path               = 'some/thing'
            FirstName          = 'Ada'
            LastName           = 'Lovelace'
            EmailAddress       = 'ada@example.com'
            CandidateEmail     = 'ada@example.com'
            EndUserEmail       = 'ada@example.com'
            WorkEmail          = 'ada@example.com'
            LocationType       = 'VIRTUAL'
            Status             = 'COMPLETED'
            EnablePassthrough  = $true
            CurrentLevel       = 'EXPERT'
            Compensation       = @{ amount = 30; period = 'HOUR' }
            HourlyPayment      = @{ hours = 14; lohnart = 200 }
            FixedPayment       = @{ amount = 560; lohnart = 100 }
            TargetSystem       = 'LODAS'
        }
        $person = @{ FirstName = 'Ada'; LastName = 'Lovelace'; EmailAddress = 'ada@example.com' }
        $file = @{ Content = [byte[]](1, 2); Name = 'cv.pdf' }
        $more = @{
            'Add-KomboApplicationAttachment' = $file
            'Add-KomboCandidateAttachment'   = $file
            'Add-KomboEmployeeDocument'      = $file
            'Import-KomboCourse'             = @{ InputObject = @{ OriginId = '1'; Title = 'A course'; CourseUrl = 'https://example.com/1' } }
            'Import-KomboPosting'            = @{ InputObject = @{ Url = 'https://example.com/1'; JobCode = '1' }; CareerSiteLabel = 'Jobs' }
            'Import-KomboTrackedApplication' = @{ Tool = 'greenhouse'; ApplicationRemoteId = '1' }
            'Invoke-KomboPassthrough'        = @{ Method = 'POST' }
            'Invoke-KomboRequest'            = @{ Method = 'POST' }
            'New-KomboAiApplyApplication'    = $person
            'New-KomboApplication'           = $person
            'New-KomboCandidate'             = $person
            'New-KomboEmployee'              = @{ Property = @{ firstName = 'Ada' }; SkipFormCheck = $true }
            'Set-KomboAssessmentPackage'     = @{ InputObject = @{ Id = '1'; Name = 'A test'; Type = 'SKILLS_TEST'; Description = 'A test' } }
            'Start-KomboDatevDataPush'       = @{ General = $true }
            'Submit-KomboAiApplyApplication' = @{ Answer = @{ question1 = 'yes' } }
            'Send-KomboDatevFile'            = @{ FileName = 'hours.txt' }
            'Update-KomboEmployee'           = @{ JobTitle = 'Advisor' }
            'Update-KomboSkill'              = @{ Name = 'Sailing' }
        }
        $arguments = @{}
        $set = (Get-Command $Command).ParameterSets | Where-Object { $Command -ne 'Send-KomboDatevFile' -or $_.Name -eq 'Content' } | Select-Object -First 1
        foreach ($parameter in $set.Parameters | Where-Object IsMandatory) {
            $arguments[$parameter.Name] = switch ($parameter) {
                { $values.ContainsKey($_.Name) } { $values[$_.Name]; break }
                { $_.ParameterType -in [datetime], [Nullable[datetime]] } { '2026-12-24'; break }
                default { 'value1' }
            }
        }

        if ($more.ContainsKey($Command)) {
            $more[$Command].GetEnumerator() | ForEach-Object { $arguments[$_.Key] = $_.Value }
        }

        $arguments
    }
}

AfterAll {
    $quiet.Dispose()
    Disconnect-All
    $sandbox.Server.Dispose()
}

Describe '-WhatIf and -Confirm' {
    AfterEach {
        Assert-NoReplyLeft
    }

    It 'lets <Command> ask before it sends anything' -TestCases $writers {
        $arguments = Get-Argument $Command
        Get-Call $sandbox { $script:result = Invoke-Quietly $Command ($arguments + @{ WhatIf = $true }) } | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        Get-Call $sandbox { $script:result = Invoke-Quietly $Command $arguments '$WhatIfPreference = $true' } | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty

        # It would have sent something: the arguments are complete.
        $calls = @(Get-Call $sandbox { Invoke-Script { & $Command @arguments -Confirm:$false } })
        $calls.Count | Should -Be 1
        $calls[0] | Should -Not -BeLike 'GET *'
    }

    It 'lets <Command> be, which changes nothing' -TestCases $others {
        $command = Get-Command $Command
        $command.Verb | Should -BeIn 'Get', 'Test', 'Connect', 'Disconnect', 'Compare', 'ConvertFrom', 'ConvertTo', 'Request', 'Resolve', 'Select', 'Wait'
    }

    It 'asks by itself before it deletes' {
        foreach ($name in 'Remove-KomboAbsence', 'Remove-KomboCandidateTag', 'Remove-KomboIntegration', 'Remove-KomboSkill', 'Set-KomboAssessmentPackage', 'Import-KomboPosting') {
            $type = (Get-Command $name).ImplementingType
            $type.GetCustomAttributes($true).Where({ $_ -is [System.Management.Automation.CmdletAttribute] }).ConfirmImpact | Should -Be 'High'

            # Nobody can answer here, so asking fails.
            Get-Call $sandbox { $script:result = Invoke-Quietly $name (Get-Argument $name) } | Should -BeNullOrEmpty
            "$($result.Errors)" | Should -BeLike '*request confirmation*' -Because $name
        }
    }

    It 'asks before a write with -Confirm, or with $ConfirmPreference' {
        $arguments = Get-Argument New-KomboAbsence
        Get-Call $sandbox { Invoke-Quietly New-KomboAbsence ($arguments + @{ Confirm = $true }) } | Should -BeNullOrEmpty
        Get-Call $sandbox { Invoke-Quietly New-KomboAbsence $arguments '$ConfirmPreference = "Low"' } | Should -BeNullOrEmpty
        @(Get-Call $sandbox { Invoke-Quietly New-KomboAbsence $arguments }).Count | Should -Be 1
    }

    It 'needs no confirmation to read through the passthrough' {
        $arguments = Get-Argument Invoke-KomboPassthrough
        $arguments.Method = 'GET'
        @(Get-Call $sandbox { Invoke-KomboPassthrough @arguments -WhatIf }).Count | Should -Be 1
        @(Get-Call $sandbox { Invoke-KomboRequest hris/groups -WhatIf }).Count | Should -Be 1
    }

    It 'shows method, path and body, and cuts what is long' {
        $file = Join-Path $TestDrive 'cv.pdf'
        [System.IO.File]::WriteAllBytes($file, [byte[]]::new(100000))
        $transcript = Join-Path $TestDrive 'whatif.txt'
        $null = Start-Transcript -Path $transcript
        try {
            Add-KomboApplicationAttachment a1 $file -Type CV -WhatIf
            Remove-KomboCandidateTag c1 -Name 'High Potential' -WhatIf
            Invoke-KomboRequest -Method PUT -Path 'some/new thing' -Body @{ a = @{ b = 1, $null } } -WhatIf
        }
        finally {
            $null = Stop-Transcript
        }

        $text = (Get-Content $transcript) -match 'What if'
        $text[0] | Should -BeLike '*POST ats/applications/a1/attachments*"name":"cv.pdf"*characters)*'
        $text[0].Length | Should -BeLessThan 600
        $text[1] | Should -BeLike '*DELETE ats/candidates/c1/tags*{"tag":{"name":"High Potential"}}*'
        $text[2] | Should -BeLike '*PUT some/new%20thing*{"a":{"b":`[1,null`]}}*'
    }
}

Describe 'Warnings, verbose lines and progress' {
    AfterEach {
        Assert-NoReplyLeft
    }

    It 'writes warnings of the API to the warning stream' {
        $result = Invoke-Script { New-KomboAbsence $rosa $vacation 2026-12-24 2026-12-24 -EmployeeNote 'warn:Overlaps with a holiday.' }
        $result.Warnings | Should -BeLike '*Overlaps with a holiday.*'
        $result.Output.Count | Should -Be 1
        $result.Errors | Should -BeNullOrEmpty
    }

    It 'obeys -WarningVariable and -WarningAction' {
        $null = New-KomboAbsence $rosa $vacation 2026-12-24 2026-12-24 -EmployeeNote 'warn:Careful.' -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -BeLike '*Careful.*'
        { New-KomboAbsence $rosa $vacation 2026-12-24 2026-12-24 -EmployeeNote 'warn:Careful.' -WarningAction Stop 3>$null } | Should -Throw
    }

    It 'writes a verbose line for each request: what, how it went, how long, how much' {
        $result = Invoke-Script { Get-KomboEmployee -EmploymentStatus ACTIVE -Verbose }
        @($result.Verbose -like 'GET hris/employees*').Count | Should -BeGreaterThan 3
        $result.Verbose[0] | Should -Match '^GET hris/employees\?employment_statuses=ACTIVE&page_size=250: 200 in \d+ ms, [\d,]+ bytes'
    }

    It 'shows the values of filters of reads, and those of no change' {
        $read = Invoke-Script { Get-KomboEmployee -WorkEmail someone@example.com -Verbose }
        "$($read.Verbose)" | Should -BeLike '*work_emails=someone@example.com*'
        $write = Invoke-Script { Invoke-KomboRequest hris/absences -Method POST -Query @{ q = 'hidden-value' } -Verbose }
        "$($write.Verbose)" | Should -BeLike '*hris/absences?q:*'
        "$($write.Verbose)" | Should -Not -BeLike '*hidden-value*'
    }

    It 'shows requests and answers with -Debug, and asks nothing, where nobody could answer' {
        $lines = Invoke-Pwsh "
            Import-Module '$ModulePath'
            `$null = Connect-Kombo -Sandbox -Debug
            `$read = Get-KomboGroup -Debug 5>&1
            `$read | Where-Object { `$_ -is [System.Management.Automation.DebugRecord] } | ForEach-Object { `"D: `$_`" }
            `"groups: `$(@(`$read | Where-Object { `$_ -isnot [System.Management.Automation.DebugRecord] }).Count)`"
            `$old = Get-KomboTeam -Debug -WarningVariable warned 3>&1 5>`$null | Where-Object { `$_ -is [System.Management.Automation.WarningRecord] }
            `"W: `$old, `$(`$warned.Count)`"
            `$made = New-KomboAbsence -EmployeeId remote:10000 -AbsenceTypeId Sd62ZY98YxxsQSpMG4qSLSuq -StartDate 2026-12-24 -EndDate 2026-12-24 -Debug 5>`$null
            `"made: `$(`$made.Status)`"
            Get-KomboEmployee -Id fail:INTEGRATION.INACTIVE -Debug 5>`$null
            'the end'"
        $text = $lines -join "`n"
        $text | Should -Match '(?s)D: > GET \S+hris/groups\?page_size=250 .*> Authorization: \*\*\*\n.*D: < 200 OK .*< ratelimit-remaining: \d+'
        $text | Should -Match 'groups: \d\d+'
        $text | Should -BeLike '*W: *Get-KomboGroup instead*, 1*made: REQUESTED*the end*INTEGRATION.INACTIVE*'
        $text | Should -Not -BeLike '*NonInteractive*'
        $text | Should -Not -BeLike '*Management*' -Because 'bodies are shown only after -LogBody'
    }

    It 'ends no command that -Debug makes talk, and ends those that a preference ends' {
        $result = Invoke-Script { Get-KomboTeam -Debug -WarningAction Stop | Out-Null }
        $result.Terminated | Should -BeTrue
        $silent = Invoke-Script { Get-KomboTeam -Debug -WarningAction SilentlyContinue | Out-Null }
        $silent.Warnings | Should -BeNullOrEmpty
        $silent.Terminated | Should -BeFalse
    }

    It 'writes nothing but rows without -Verbose' {
        $result = Invoke-Script { Get-KomboGroup }
        $result.Verbose | Should -BeNullOrEmpty
        $result.Warnings | Should -BeNullOrEmpty
        $result.Output | ForEach-Object { $_ | Should -BeOfType ([Kombo.Models.Group]) }
    }

    It 'shows progress of a read that takes more than a second, and takes it away' {
        $slow = Open-TestServer
        $pages = 1..12 | ForEach-Object { (ConvertTo-Page @(@{ id = "e$_" }) $(if ($_ -lt 12) { "c$($_ + 1)" })).After([System.Threading.Tasks.Task]::Delay(180 * $_)) }
        $slow.Enqueue($pages)
        $ps = [powershell]::Create()
        $null = $ps.AddScript("Import-Module '$ModulePath'; Get-KomboEmployee -Connection `$args[0]").AddArgument((Connect-TestServer $slow -Name Slow))
        $clock = [System.Diagnostics.Stopwatch]::StartNew()
        $rows = $ps.Invoke()
        $most = 2 + 4 * $clock.Elapsed.TotalSeconds
        $records = @($ps.Streams.Progress | Where-Object Activity -EQ 'Get-KomboEmployee')
        $ps.Dispose()
        Disconnect-Kombo Slow
        Select-KomboConnection Default
        $slow.Dispose()
        $rows.Count | Should -Be 12
        $records.Count | Should -BeGreaterThan 1
        $records.Count | Should -BeLessOrEqual $most -Because 'at most four a second'
        $records[0].StatusDescription | Should -Match '^\d+ read$'
        $records[-1].RecordType | Should -Be 'Completed'
    }

    It 'shows no progress of a read that is quick' {
        $ps = [powershell]::Create()
        $null = $ps.AddScript("Import-Module '$ModulePath'; Get-KomboGroup -Connection `$args[0]").AddArgument((Get-KomboConnection Default))
        Wait-Until {
            # A busy machine may need more than a second.
            $ps.Streams.Progress.Clear()
            $clock = [System.Diagnostics.Stopwatch]::StartNew()
            $null = $ps.Invoke()
            $clock.Elapsed.TotalSeconds -lt 1
        }
        $records = @($ps.Streams.Progress | Where-Object Activity -Like '*Kombo*')
        $ps.Dispose()
        $records | Should -BeNullOrEmpty
    }
}

Describe 'Defaults of the user' {
    AfterEach {
        Assert-NoReplyLeft
    }

    It 'obeys $PSDefaultParameterValues' {
        $calls = Get-Call $sandbox {
            $PSDefaultParameterValues = @{ 'Get-Kombo*:PageSize' = 7; 'Get-KomboGroup:Type' = 'TEAM' }
            Get-KomboGroup
        }
        $calls | Should -BeLike 'GET hris/groups*page_size=7*'
        $calls[0] | Should -BeLike '*types=TEAM*'
    }

    It 'takes -Connection and -IntegrationId as defaults for everything' {
        $other = Open-RecordedSandbox -Name Other
        $null = Connect-Kombo -Sandbox -Name Latest
        $calls = Get-Call $other {
            $PSDefaultParameterValues = @{ '*-Kombo*:Connection' = 'Other' }
            Get-KomboGroup -PageSize 250
            New-KomboAbsence $rosa $vacation 2026-12-24 2026-12-24
        }
        Disconnect-Kombo Other
        Disconnect-Kombo Latest
        Select-KomboConnection Default
        $other.Server.Dispose()
        $calls | Should -Be 'GET hris/groups?page_size=250', 'POST hris/absences'
    }

    It 'ends with $ErrorActionPreference Stop at the first row that fails' {
        $rows = 'fail:PLATFORM.INPUT_INVALID', $vacation | ForEach-Object { [pscustomobject]@{ EmployeeId = $rosa; AbsenceTypeId = $_; StartDate = '2026-12-24'; EndDate = '2026-12-24' } }
        $calls = @(Get-Call $sandbox { $script:failure = try { & { $ErrorActionPreference = 'Stop'; $rows | New-KomboAbsence } } catch { $_ } })
        $calls.Count | Should -Be 1
        $failure.TargetObject | Should -Be $rows[0]
    }

    It 'sets $? to false after an error that does not end the pipeline' {
        $null = & { $ErrorActionPreference = 'SilentlyContinue'; 'gone' | Get-KomboEmployee; $script:worked = $? }
        $worked | Should -BeFalse
    }
}

Describe 'The start of a job' {
    AfterEach { Assert-NoReplyLeft }

    It 'loads neither Polly, which is for what has failed, nor the sandbox, nor the facts of the API' {
        $server = Open-TestServer
        $data = @{ environment_id = 'n'; customer_id = 'c'; results = @(@{ id = 'e'; first_name = 'Rosa' }); next = $null }
        [Kombo.Tests.Replies]::Always($server, 200, 'application/json', (@{ status = 'success'; data = $data } | ConvertTo-Json -Depth 9))
        Invoke-Pwsh @"
            Import-Module '$ModulePath'
            `$null = Connect-Kombo -Server '$($server.Address)' -ApiKey a-key-for-tests -IntegrationId test:1
            (Get-KomboEmployee).FirstName
            "loaded: `$([AppDomain]::CurrentDomain.GetAssemblies().GetName().Name -match '^(Kombo|Polly)\b' | Sort-Object)"
"@ | Should -Be 'Rosa', 'loaded: Kombo.Core Kombo.Edition Kombo.Loader Kombo.PowerShell Kombo.TypeNames'
    }
}
