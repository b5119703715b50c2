BeforeAll {
    . $PSScriptRoot/Common.ps1
    $sandbox = Open-RecordedSandbox
    $rosa = '26vafvWSRmbhNcxJYqjCzuJg'
    $midnight = '2026-12-24T00:00:00.000Z' # a day, as the API's schema wants it
    $second = '9pf2pxBB8VX8EQMC9aipW2Bo'
    $vacation = (Get-KomboAbsenceType | Where-Object Name -EQ 'Vacation').Id
    $present = 1185 # of 1,200 employees; the others are deleted
    $open = Get-KomboJob -Status OPEN | Select-Object -First 1
    $application = Get-KomboApplication -Outcome PENDING -PageSize 5 | Select-Object -First 1
    $server = Open-TestServer
    $null = Connect-TestServer $server -Name Test

    # Runs a write against the test server and gives back the requests that it got, with their bodies read.
    function Get-SentBody {
        param([scriptblock] $Script)
        $before = $server.Requests.Count
        $null = & $Script
        $server.Requests | Select-Object -Skip $before | ForEach-Object { $_.BodyText | ConvertFrom-Json -DateKind String -AsHashtable }
    }

    # Makes objects of CSV text, and runs a script under a culture.
    function Use-Culture {
        param([string] $Culture, [scriptblock] $Script)
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = $Culture
            & $Script
        }
        finally {
            [cultureinfo]::CurrentCulture = $before
        }
    }

    function Get-Row {
        param([hashtable] $With = @{})
        $row = [ordered]@{ EmployeeId = $rosa; AbsenceTypeId = $vacation; StartDate = '2026-12-24'; EndDate = '2026-12-24' }
        foreach ($key in $With.Keys) {
            $row[$key] = $With[$key]
        }

        [pscustomobject]$row
    }
}

AfterAll {
    Disconnect-All
    Close-TestServer
    $sandbox.Server.Dispose()
}

Describe 'The pipelines that the module is for' {
    AfterEach {
        Assert-NoReplyLeft
    }

    BeforeAll {
        $null = Connect-Kombo -Name Default -Server $sandbox.Server.BaseAddress -ApiKey sandbox-key-not-a-secret -IntegrationId sandbox:pipelines -SkipCheck
    }

    It 'reads two piped ids with one request' {
        $calls = Get-Call $sandbox { $script:rows = '26vafvWSRmbhNcxJYqjCzuJg', '9pf2pxBB8VX8EQMC9aipW2Bo' | Get-KomboEmployee }
        $calls | Should -Be "GET hris/employees?ids=$rosa%2C$second&page_size=250"
        $rows.Id | Should -Be $rosa, $second
    }

    It 'reads at most two pages for the first five' {
        $calls = @(Get-Call $sandbox { $script:rows = Get-KomboEmployee | Select-Object -First 5 } -SettleMilliseconds 200)
        $rows.Count | Should -Be 5
        $calls.Count | Should -BeLessOrEqual 2
    }

    It 'reads every page of a list once' {
        $calls = @(Get-Call $sandbox { $script:rows = Get-KomboEmployee })
        $rows.Count | Should -Be $present
        ($rows.Id | Select-Object -Unique).Count | Should -Be $present
        $calls.Count | Should -Be 5
        (Get-KomboEmployee -IncludeDeleted | Measure-Object).Count | Should -Be 1200
    }

    It 'shows what a write would send, and sends nothing with -WhatIf' {
        $connect = "Import-Module '$ModulePath'; `$null = Connect-Kombo -Server $($sandbox.Server.BaseAddress) -ApiKey sandbox-key-not-a-secret -IntegrationId sandbox:x -SkipCheck"
        $before = $sandbox.Handler.Calls.Count
        $lines = Invoke-Pwsh "$connect; `$t = '$vacation'; Get-KomboEmployee -EmploymentStatus ACTIVE | New-KomboAbsence -AbsenceTypeId `$t -StartDate 2026-12-24 -EndDate 2026-12-24 -WhatIf"
        $calls = $sandbox.Handler.Calls | Select-Object -Skip $before
        $calls.Method | Select-Object -Unique | Should -Be 'GET'
        $lines.Count | Should -BeGreaterThan 900
        $lines[0] | Should -BeLike '*POST hris/absences*'
        $lines[0] | Should -BeLike "*{`"employee_id`":`"$rosa`",`"absence_type_id`":`"$vacation`",`"start_date`":`"$midnight`",`"end_date`":`"$midnight`",`"employee_note`":null}*"
        $lines | Where-Object { $_ -notlike '*What if*POST hris/absences*2026-12-24*' } | Should -BeNullOrEmpty
    }

    It 'creates absences from a CSV file, and gives back the rows that failed' {
        @"
EmployeeId,AbsenceTypeId,StartDate,EndDate,Amount,Unit,StartHalfDay,EmployeeNote
$rosa,$vacation,2026-12-24,2026-12-24,1,DAYS,false,row 1
$rosa,$vacation,2026-12-25,2026-12-25,"0,5",DAYS,,row 2
$rosa,$vacation,2026-12-26,2026-12-26,,,maybe,row 3
$rosa,$vacation,2026-13-27,2026-12-27,,,,row 4
,$vacation,2026-12-28,2026-12-28,,,,row 5
$rosa,fail:PLATFORM.INPUT_INVALID,2026-12-29,2026-12-29,,,,row 6
$rosa,fail:INTEGRATION.PERMISSION_MISSING,2026-12-30,2026-12-30,,,,row 7
remote:10001,$vacation,2026-12-31,2026-12-31,,,,row 8
"@ | Set-Content -LiteralPath TestDrive:/leave.csv
        Push-Location TestDrive:/
        try {
            $calls = Get-Call $sandbox {
                $script:created = Import-Csv leave.csv | New-KomboAbsence -ErrorVariable failed -ErrorAction SilentlyContinue
                $script:failed = $failed
            }
        }
        finally {
            Pop-Location
        }

        $created.EmployeeNote | Should -Be 'row 1', 'row 8'
        $failed.TargetObject.EmployeeNote | Should -Be 'row 2', 'row 3', 'row 4', 'row 5', 'row 6', 'row 7'
        $failed[4].FullyQualifiedErrorId | Should -Be 'PLATFORM.INPUT_INVALID,Kombo.PowerShell.NewKomboAbsenceCommand'
        $failed.CategoryInfo.Category | Should -Not -Contain 'NotSpecified'
        @($calls).Count | Should -Be 4 -Because 'rows 2 to 5 must not reach the server'

        # What failed makes a retry list.
        $failed.TargetObject | Export-Csv TestDrive:/retry.csv
        (Import-Csv TestDrive:/retry.csv)[4].AbsenceTypeId | Should -Be 'fail:PLATFORM.INPUT_INVALID'
    }

    It 'removes what it is given' {
        $doomed = @(Get-KomboAbsence -DateFrom 2027-03-01)
        $doomed.Count | Should -BeGreaterThan 5
        $calls = @(Get-Call $sandbox { Get-KomboAbsence -DateFrom 2027-03-01 | Remove-KomboAbsence -Confirm:$false })
        ($calls -like 'DELETE *').Count | Should -Be $doomed.Count
        $calls -like 'DELETE *' | Should -Be ($doomed.Id | ForEach-Object { "DELETE hris/absences/$_" })
        Get-KomboAbsence -DateFrom 2027-03-01 | Should -BeNullOrEmpty
    }

    It 'goes from jobs to applications to candidates with few requests' {
        $calls = @(Get-Call $sandbox { $script:rows = @(Get-KomboJob -Status OPEN | Get-KomboApplication | Get-KomboCandidate) })
        $rows.Count | Should -BeGreaterThan 100
        $rows | ForEach-Object { $_.GetType().Name } | Select-Object -Unique | Should -Be 'Candidate'
        ($rows.Id | Select-Object -Unique).Count | Should -Be $rows.Count -Because 'a candidate with several applications is asked for once'
        ($calls -like 'GET ats/jobs*').Count | Should -Be 1
        $calls -like 'GET ats/applications*' | Should -BeLike 'GET ats/applications?job_ids=*'
        $calls.Count | Should -BeLessThan 20
    }

    It 'adds a note and moves on with the same application' {
        $some = Get-KomboApplication -Outcome PENDING -JobId $open.Id | Select-Object -First 3
        $stage = ($open.Stages | Select-Object -Last 1).Id
        $calls = @(Get-Call $sandbox {
                $script:moved = $some | Add-KomboApplicationNote -Content 'Reviewed' -PassThru | Move-KomboApplication -StageId $stage -PassThru
            })
        $calls | Should -Be ($some.Id | ForEach-Object { "POST ats/applications/$_/notes", "PUT ats/applications/$_/stage" })
        $moved.Id | Should -Be $some.Id
        $moved[0] | Should -BeOfType ([Kombo.Models.Application])
    }

    It 'refuses objects of the wrong kind, one by one, and sends nothing for them' {
        $jobs = @(Get-KomboJob)
        $calls = Get-Call $sandbox { $script:result = Invoke-Script { Get-KomboJob | Get-KomboEmployee } }
        $calls | Should -Be 'GET ats/jobs?page_size=250'
        $result.Terminated | Should -BeFalse
        $result.Output | Should -BeNullOrEmpty
        $result.Errors.Count | Should -Be $jobs.Count
        $result.Errors[0].TargetObject | Should -BeOfType ([Kombo.Models.Job])
        "$($result.Errors[0])" | Should -BeLike '*a Job object*EmployeeId*'
        $result.Errors[0].FullyQualifiedErrorId | Should -Be 'Kombo.InvalidInput,Kombo.PowerShell.GetKomboEmployeeCommand'
    }

    It 'works in parallel runspaces that are given the connection' {
        $kombo = Get-KomboConnection Default
        $counts = 1..4 | ForEach-Object -Parallel { Import-Module $using:ModulePath; (Get-KomboEmployee -Connection $using:kombo | Measure-Object).Count }
        $counts | Should -Be $present, $present, $present, $present
    }

    It 'tells a parallel runspace without a connection how to get one' {
        $result = 1 | ForEach-Object -Parallel { Import-Module $using:ModulePath; try { Get-KomboEmployee } catch { $_ } }
        $result.FullyQualifiedErrorId | Should -Be 'Kombo.NotConnected,Kombo.PowerShell.GetKomboEmployeeCommand'
        "$result" | Should -BeLike '*-Connection $using:*'
    }

    It 'lets a failure be caught by its id' {
        $caught = try {
            New-KomboApplication -JobId fail:ATS.JOB_CLOSED -FirstName Ada -LastName L -EmailAddress ada@example.com -ErrorAction Stop
        }
        catch {
            if ($_.FullyQualifiedErrorId -like 'ATS.JOB_CLOSED*') { $_ }
        }

        $caught.FullyQualifiedErrorId | Should -Be 'ATS.JOB_CLOSED,Kombo.PowerShell.NewKomboApplicationCommand'
        $caught.Exception | Should -BeOfType ([Kombo.KomboException])
        $caught.Exception.Code | Should -Be 'ATS.JOB_CLOSED'
    }

    It 'lets a failure be caught by its type' {
        $code = try { Get-KomboEmployee -IntegrationId fail:INTEGRATION.INACTIVE } catch [Kombo.KomboException] { $_.Exception.Code }
        $code | Should -Be 'INTEGRATION.INACTIVE'
    }
}

Describe 'Ids from the pipeline' {
    AfterEach {
        Assert-NoReplyLeft
    }

    It 'asks for nothing when the pipeline is empty' {
        Get-Call $sandbox {
            @() | Get-KomboEmployee
            Get-KomboEmployee -WorkEmail nobody@example.com | Get-KomboAbsence
            $null | Get-KomboEmployee
            @() | Get-KomboEmployee -EmploymentStatus ACTIVE
        } | Should -Be 'GET hris/employees?work_emails=nobody%40example.com&page_size=250'
    }

    It 'refuses the id <Text>, and sends nothing' -TestCases @(
        @{ Text = "''"; Id = '' }
        @{ Text = "'  '"; Id = '  ' }
        @{ Text = 'a,b'; Id = 'a,b' }
        @{ Text = 'an empty list'; Id = @() }
        @{ Text = 'null'; Id = $null }
        @{ Text = 'a list with an empty one'; Id = @('x', '') }
    ) {
        Get-Call $sandbox { $script:result = Invoke-Script { Get-KomboEmployee -Id $Id } } | Should -BeNullOrEmpty
        $result.Terminated | Should -BeTrue
        "$($result.Errors[0])" | Should -BeLike '*Id*'
        $result.Errors[0].FullyQualifiedErrorId | Should -BeLike '*,Kombo.PowerShell.GetKomboEmployeeCommand'
    }

    It 'refuses an empty id in a pipeline and reads the others' {
        $calls = Get-Call $sandbox { $script:result = Invoke-Script { $rosa, '', $second | Get-KomboEmployee } }
        $calls | Should -Be "GET hris/employees?ids=$rosa%2C$second&page_size=250"
        $result.Output.Count | Should -Be 2
        $result.Errors.Count | Should -Be 1
    }

    It 'refuses a piped id with a comma, and names it' {
        $calls = Get-Call $sandbox { $script:result = Invoke-Script { 'a,b' | Get-KomboEmployee } }
        $calls | Should -BeNullOrEmpty
        "$($result.Errors[0])" | Should -BeLike "*'a,b'*comma*"
    }

    It 'reads 250 ids in three batches, and each id once' {
        $ids = (Get-KomboEmployee).Id[0..249]
        $calls = @(Get-Call $sandbox { $script:rows = $ids + $ids[0..20] | Get-KomboEmployee })
        $calls.Count | Should -Be 3
        ($calls | ForEach-Object { ($_ -replace '.*ids=([^&]+).*', '$1' -split '%2C').Count }) | Should -Be 100, 100, 50
        $rows.Count | Should -Be 250
        (@(Get-Call $sandbox { $script:rows = Get-KomboEmployee -Id ($ids + $ids[0..20]) })).Count | Should -Be 3
        $rows.Count | Should -Be 250
    }

    It 'keeps a URL with a hundred ids below eight thousand characters' {
        $ids = (Get-KomboEmployee).Id[0..99]
        $calls = @(Get-Call $sandbox { $ids | Get-KomboEmployee })
        $calls[0].Length | Should -BeLessThan 8000
    }

    It 'names an id that does not come back, as an error that does not end the pipeline' {
        $result = Invoke-Script { $rosa, 'gone', $second | Get-KomboEmployee }
        $result.Terminated | Should -BeFalse
        $result.Output.Id | Should -Be $rosa, $second
        $result.Errors.Count | Should -Be 1
        $result.Errors[0].FullyQualifiedErrorId | Should -Be 'Kombo.NotFound,Kombo.PowerShell.GetKomboEmployeeCommand'
        $result.Errors[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $result.Errors[0].TargetObject | Should -Be 'gone'
        "$($result.Errors[0])" | Should -BeLike "*'gone'*"
    }

    It 'does not miss an id that another filter took away' {
        (Invoke-Script { Get-KomboEmployee -Id $rosa -EmploymentStatus INACTIVE }).Errors | Should -BeNullOrEmpty
    }

    It 'follows the foreign key of what is piped' {
        $absences = Get-KomboAbsence | Select-Object -First 30
        $calls = @(Get-Call $sandbox { $script:rows = $absences | Get-KomboEmployee }) -notlike 'GET hris/absences*' # read ahead before
        $calls | Should -BeLike 'GET hris/employees?ids=*'
        $rows.Id | Sort-Object | Should -Be ($absences.EmployeeId | Sort-Object -Unique)
    }

    It 'reads the absences of piped employees' {
        $calls = @(Get-Call $sandbox { $script:rows = Get-KomboEmployee -Id $rosa, $second | Get-KomboAbsence })
        $calls -like 'GET hris/absences*' | Should -Be "GET hris/absences?employee_id=$rosa&page_size=250", "GET hris/absences?employee_id=$second&page_size=250"
        $rows.EmployeeId | Select-Object -Unique | Should -BeIn $rosa, $second
    }

    It 'takes objects for -Id where they are of the list or refer to it' {
        $employee = Get-KomboEmployee -Id $rosa
        $absence = Get-KomboAbsence -EmployeeId $rosa | Select-Object -First 1
        (Get-KomboEmployee -Id $employee).Id | Should -Be $rosa
        (Get-KomboEmployee $absence, $second).Id | Should -Be $rosa, $second
        (Get-KomboEmployee -Id @{ EmployeeId = $rosa }).Id | Should -Be $rosa
        (Get-KomboJob -Id $open).Id | Should -Be $open.Id
        (Get-KomboAbsence -EmployeeId $employee | Select-Object -First 1).EmployeeId | Should -Be $rosa
        foreach ($script in { Get-KomboEmployee -Id $open }, { Get-KomboEmployee -Id $rosa, $open }, { Get-KomboJob -Id $employee }) {
            $result = Invoke-Script $script
            $result.Terminated | Should -BeTrue
            "$($result.Errors)" | Should -BeLike 'Id: this is a*object; -Id takes ids, and objects with the property *Id.'
        }
    }

    It 'says what to use for ids of the tool' {
        "$((Invoke-Script { Get-KomboEmployee -Id remote:1 }).Errors)" | Should -BeLike "*'remote:1'*-RemoteId takes that, without the prefix.*"
        "$((Invoke-Script { 'remote:1' | Get-KomboEmployee }).Errors)" | Should -BeLike "*'remote:1'*-RemoteId takes that, without the prefix.*"
        "$((Invoke-Script { Get-KomboApplication -JobId remote:1 }).Errors)" | Should -BeLike "*'remote:1'*Get-KomboJob -RemoteId '1' finds the object*"
        "$((Invoke-Script { Get-KomboAssessmentOrder -Id remote:1 }).Errors)" | Should -Not -BeLike '*-RemoteId*'
    }

    It 'reads rows by the columns that name one object: <Column>' -TestCases @(
        @{ Column = 'WorkEmail'; Command = 'Get-KomboEmployee' }
        @{ Column = 'PersonalEmail'; Command = 'Get-KomboEmployee' }
        @{ Column = 'RemoteId'; Command = 'Get-KomboEmployee' }
        @{ Column = 'RemoteId'; Command = 'Get-KomboJob' }
        @{ Column = 'RemoteId'; Command = 'Get-KomboSkill' }
        @{ Column = 'WorkEmail'; Command = 'Get-KomboLmsUser' }
        @{ Column = 'Email'; Command = 'Get-KomboAtsUser' }
    ) {
        $known = @(& $Command | Where-Object $Column | Select-Object -First 3)
        $file = @($known.$Column) + 'nobody@example.net' | ForEach-Object { [pscustomobject]@{ $Column = $_; Note = 'x' } } | ConvertTo-Csv | ConvertFrom-Csv
        $calls = Get-Call $sandbox { $script:result = Invoke-Script { $file | & $Command } }
        @($calls).Count | Should -Be 1
        @($result.Output.Id | Sort-Object) | Should -Be @($known.Id | Sort-Object)
        $result.Terminated | Should -BeFalse
        $result.Errors.Count | Should -Be 1
        $result.Errors[0].FullyQualifiedErrorId | Should -BeLike 'Kombo.NotFound,*'
        $result.Errors[0].TargetObject | Should -Be 'nobody@example.net'
        "$($result.Errors[0])" | Should -BeLike "There is no * with the $Column 'nobody@example.net'."
    }

    It 'names what is not found for rows, unless there are other filters, and not for filters of the command line' {
        $email = (Get-KomboEmployee -Id $rosa).WorkEmail
        $row = { param($Email) [pscustomobject]@{ WorkEmail = $Email } }
        (Invoke-Script { & $row $email.ToUpperInvariant() | Get-KomboEmployee }).Errors | Should -BeNullOrEmpty
        (Invoke-Script { & $row nobody | Get-KomboEmployee }).Errors[0].CategoryInfo.Category | Should -Be ObjectNotFound
        (Invoke-Script { & $row nobody | Get-KomboEmployee -EmploymentStatus ACTIVE }).Errors | Should -BeNullOrEmpty
        (Invoke-Script { Get-KomboEmployee -WorkEmail nobody }).Errors | Should -BeNullOrEmpty
        (Invoke-Script { Get-KomboEmployee -RemoteId nobody }).Errors | Should -BeNullOrEmpty
        $candidate = Get-KomboCandidate | Where-Object { $_.EmailAddresses.Count } | Select-Object -First 1
        $result = Invoke-Script { $candidate.EmailAddresses[0].EmailAddress, 'nobody' | ForEach-Object { [pscustomobject]@{ Email = $_ } } | Get-KomboCandidate }
        $result.Errors.TargetObject | Should -Be 'nobody'
        $result.Output.Id | Should -Contain $candidate.Id
    }

    It 'prefers ids to other columns, and takes no RemoteId of something else' {
        Get-Call $sandbox { [pscustomobject]@{ EmployeeId = $rosa; WorkEmail = 'x@example.com' } | Get-KomboEmployee } | Should -BeLike '*ids=*'
        Get-Call $sandbox { [pscustomobject]@{ EmployeeId = ''; WorkEmail = 'x@example.com' } | Get-KomboEmployee -ErrorAction Ignore } | Should -BeLike '*work_emails=*'
        $result = Invoke-Script { [pscustomobject]@{ Id = 'a'; RemoteId = 'b' } | Get-KomboEmployee }
        "$($result.Errors)" | Should -BeLike '*objects with the property EmployeeId or*RemoteId*'
    }

    It 'writes the rows of an object before the next one comes where a command before it has -PipelineVariable' {
        $pairs = Get-KomboJob | Select-Object -First 5 -PipelineVariable job | Get-KomboApplication |
            ForEach-Object { [pscustomobject]@{ Row = $_.JobId; Variable = $job.Id } }
        $pairs.Count | Should -BeGreaterThan 5
        $pairs | Where-Object { $_.Row -ne $_.Variable } | Should -BeNullOrEmpty

        # Two employees of one group have it both; further commands of the pipeline go one by one, too.
        $employees = @(Get-KomboEmployee -EmploymentStatus ACTIVE | Where-Object ManagerId | Select-Object -First 4)
        $pairs = $employees + $employees | ForEach-Object { $_ } -pv employee | ForEach-Object Manager -pv manager | Get-KomboEmployee | Get-KomboAbsence |
            ForEach-Object { [pscustomobject]@{ Row = $_.EmployeeId; Manager = $manager.Id; Employee = $employee.ManagerId } }
        $pairs | Where-Object { $_.Row -ne $_.Manager -or $_.Row -ne $_.Employee } | Should -BeNullOrEmpty
        @($pairs.Employee | Select-Object -Unique).Count | Should -Be @($employees.ManagerId | Select-Object -Unique).Count
    }

    It 'collects ids where no command before it has -PipelineVariable' {
        $jobs = @(Get-KomboJob | Select-Object -First 3)
        Get-Call $sandbox { $jobs | Get-KomboApplication -PipelineVariable application | ForEach-Object { $application.Id } } | Should -BeLike '*job_ids=*%2C*%2C*'
        Get-Call $sandbox { $jobs | ForEach-Object { $_ } -PipelineVariable job | Get-KomboApplication } | Should -Not -BeLike '*job_ids=*%2C*'
    }

    It 'reads the members of piped groups, and the types of piped absences' {
        $group = Get-KomboGroup -Type TEAM | Select-Object -First 1
        $members = @($group | Get-KomboEmployee)
        $members.Count | Should -BeGreaterThan 0
        $members | ForEach-Object { $group.Id | Should -BeIn $_.Groups.Id }
    }

    It 'takes the objects of a CSV export back' {
        Get-KomboEmployee -Id $rosa, $second | Export-Csv TestDrive:/employees.csv
        $calls = Get-Call $sandbox { $script:rows = Import-Csv TestDrive:/employees.csv | Get-KomboEmployee }
        $calls | Should -Be "GET hris/employees?ids=$rosa%2C$second&page_size=250"
        $rows.Id | Should -Be $rosa, $second

        # The column StartDate of that file is the first day at work.
        $bodies = Get-SentBody { Import-Csv TestDrive:/employees.csv | New-KomboAbsence -IgnoreColumn * -AbsenceTypeId $vacation -StartDate 2026-12-24 -EndDate 2026-12-24 -Connection Test }
        $bodies.employee_id | Should -Be $rosa, $second
        $bodies.start_date | Should -Be $midnight, $midnight
        $bodies[0].Keys | Sort-Object | Should -Be 'absence_type_id', 'employee_id', 'employee_note', 'end_date', 'start_date'
    }

    It 'takes its own objects again, hashtables and custom objects' {
        $employee = Get-KomboEmployee -Id $rosa
        ($employee | Get-KomboEmployee).Id | Should -Be $rosa
        (@{ EmployeeId = $rosa }, [pscustomobject]@{ employeeid = $second } | Get-KomboEmployee).Id | Should -Be $rosa, $second
    }

    It 'refuses one id of a batch and reads the others' {
        $calls = Get-Call $sandbox { $script:result = Invoke-Script { $rosa, 'a,b', 'remote:10001', $second | Get-KomboEmployee } }
        $calls | Should -Be "GET hris/employees?ids=$rosa%2C$second&page_size=250"
        $result.Output.Id | Should -Be $rosa, $second
        $result.Errors.TargetObject | Should -Be 'a,b', 'remote:10001'
    }

    It 'reads nothing for an object whose foreign key is empty, and says so for a row' {
        Get-Call $sandbox { $script:result = Invoke-Script { [Kombo.Models.Absence]::new(), $null | Get-KomboEmployee } } | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty -Because 'objects of this module refer to nothing as often as not'
        $table = [System.Data.DataTable]::new()
        $null = $table.Columns.Add('EmployeeId', [int])
        $null = $table.Rows.Add([DBNull]::Value)
        foreach ($row in [pscustomobject]@{ EmployeeId = '' }, [pscustomobject]@{ EmployeeId = [DBNull]::Value }, @{ EmployeeId = $null }, $table.Rows[0], [DBNull]::Value) {
            Get-Call $sandbox { $script:result = Invoke-Script { , $row | Get-KomboEmployee } } | Should -BeNullOrEmpty
            $result.Errors.FullyQualifiedErrorId | Should -Be 'Kombo.InvalidInput,Kombo.PowerShell.GetKomboEmployeeCommand'
            $result.Errors[0].Exception.Message | Should -BeLike '*is empty*'
        }
    }

    It 'takes ids as databases have them: <Id>' -TestCases @(
        @{ Id = 12345; Sent = '12345' }
        @{ Id = [long]12345; Sent = '12345' }
        @{ Id = [decimal]12345.00; Sent = '12345' }
        @{ Id = [double]12345; Sent = '12345' }
        @{ Id = [bigint]::Parse('123456789012345678901234'); Sent = '123456789012345678901234' }
        @{ Id = [guid]'11111111-1111-1111-1111-111111111111'; Sent = '11111111-1111-1111-1111-111111111111' }
    ) {
        Get-Call $sandbox { Invoke-Script { [pscustomobject]@{ EmployeeId = $Id } | Get-KomboEmployee } } | Should -Be "GET hris/employees?ids=$Sent&page_size=250"
        Get-Call $sandbox { Invoke-Script { , $Id | Get-KomboEmployee } } | Should -Be "GET hris/employees?ids=$Sent&page_size=250"
        Get-Call $sandbox { Invoke-Script { Get-KomboEmployee -Id $Id } } | Should -Be "GET hris/employees?ids=$Sent&page_size=250"
    }

    It 'reads long lists of any filter in parts that make safe addresses, and writes every row once' {
        $calls = Get-Call $sandbox { $script:result = Invoke-Script { Get-KomboEmployee -RemoteId (1..1000 | ForEach-Object { "employee-in-the-tool-$_" }) } }
        $result.Errors | Should -BeNullOrEmpty
        $calls.Count | Should -BeGreaterThan 9
        ($calls | ForEach-Object Length | Measure-Object -Maximum).Maximum | Should -BeLessThan 8000
        ([regex]::Matches("$calls", 'employee-in-the-tool-\d+').Value | Sort-Object -Unique).Count | Should -Be 1000

        # A group's members come with each part that names one of their groups.
        $groups = @((Get-KomboGroup).Id)
        $expected = (Get-KomboEmployee -GroupId $groups).Id
        $padded = @($groups[0]) + (1..250 | ForEach-Object { "no-such-group-$_" }) + $groups
        $rows = Get-KomboEmployee -GroupId $padded
        $rows.Count | Should -Be $expected.Count
        $rows.Id | Sort-Object | Should -Be ($expected | Sort-Object)
    }

    It 'says which values are left when a long list breaks off, and takes no cursor for one' {
        $fails = Open-TestServer
        $null = Connect-TestServer $fails -Name Breaks
        $fails.Enqueue((ConvertTo-Page @(@{ id = 'a' })))
        $fails.Enqueue((ConvertTo-ErrorReply -Code 'PLATFORM.INPUT_INVALID'))
        $result = Invoke-Script { Get-KomboEmployee -WorkEmail (1..250 | ForEach-Object { "$_@example.com" }) -Connection Breaks }
        $result.Output.Id | Should -Be 'a'
        $result.Terminated | Should -BeTrue
        $result.Errors[-1].TargetObject | Should -Be (101..250 | ForEach-Object { "$_@example.com" })
        $result.Errors[-1].ErrorDetails.RecommendedAction | Should -BeLike '*150 values of -WorkEmail*'
        (Invoke-Script { Get-KomboEmployee -WorkEmail (1..250 | ForEach-Object { "$_@example.com" }) -Cursor c -Connection Breaks }).Errors[-1].Exception.Message |
            Should -BeLike 'Cursor: a cursor belongs to one request*'
        Disconnect-Kombo Breaks
        Select-KomboConnection Default
        $fails.Dispose()
    }

    It 'refuses an address that no server takes' {
        Get-Call $sandbox { $script:result = Invoke-Script { Get-KomboEmployee -RemoteId ('x' * 1mb) } } | Should -BeNullOrEmpty
        $result.Errors[-1].FullyQualifiedErrorId | Should -Be 'Kombo.InvalidInput,Kombo.PowerShell.GetKomboEmployeeCommand'
        $result.Errors[-1].Exception.Message | Should -BeLike 'RemoteId: *1,048,576 characters*'
        $result.Errors[-1].Exception.Message.Length | Should -BeLessThan 400
    }

    It 'reads the attachments of piped applications, one request each' {
        $some = Get-KomboApplication -PageSize 5 | Select-Object -First 2
        # The page that was being read ahead may be recorded late.
        @(Get-Call $sandbox { $some | Get-KomboApplicationAttachment }) -notlike '*cursor=*' | Should -Be ($some.Id | ForEach-Object { "GET ats/applications/$_/attachments" })
    }
}

Describe 'Ids of a list of values, one batch ahead' {
    BeforeAll {
        function Get-Id([string] $First, [int] $From, [int] $Count = 100) {
            $First
            ($From + 1)..($From + $Count - 1) | ForEach-Object { "e$_" }
        }
    }

    BeforeEach {
        $server = Open-TestServer
        $null = Connect-TestServer $server
        [Kombo.Tests.Replies]::ByIds($server)
    }

    AfterAll {
        $null = Connect-TestServer $openServers[0] -Name Test
        $null = Connect-Kombo -Name Default -Server $sandbox.Server.BaseAddress -ApiKey sandbox-key-not-a-secret -IntegrationId sandbox:pipelines -SkipCheck
    }

    AfterEach {
        Assert-NoReplyLeft
    }

    It 'asks for the next batch before the one before has come, and writes the rows in order' {
        $ids = @(Get-Id held 1) + @(Get-Id e101 101) + @(Get-Id e201 201 50)
        foreach ($script in { $ids | Get-KomboEmployee -TimeoutSec 60 }, { , $ids | ForEach-Object { , $_ } | Get-KomboEmployee -TimeoutSec 60 },
            { Get-KomboEmployee -InputObject $ids -TimeoutSec 60 }, { Get-KomboEmployee -Id $ids -TimeoutSec 60 }) {
            [Kombo.Tests.Replies]::ByIds($server, $server.Requests.Count + 2)
            $result = Invoke-Script $script
            $result.Errors | Should -BeNullOrEmpty -Because 'the first answer comes when two requests have arrived'
            $result.Output.Id | Should -Be $ids
        }

        $server.Requests.Count | Should -Be 12
    }

    It 'asks for one object ahead where the API takes one at a time' {
        $employees = 'held1', 'e2', 'e3' | ForEach-Object { @{ EmployeeId = $_ } }
        $rows = $employees | Get-KomboAbsence -TimeoutSec 60
        $rows.Id | Should -Be 'held1', 'e2', 'e3'
    }

    It 'never asks for more than one batch ahead' {
        $ids = @(Get-Id held 1 100) + (101..600 | ForEach-Object { "e$_" })
        $seen = [System.Collections.Generic.List[int]]::new()
        $ids | Get-KomboEmployee | ForEach-Object {
            Start-Sleep -Milliseconds $(if ($seen.Count % 100) { 0 } else { 50 }) # time for a request too many
            $seen.Add($server.Requests.Count)
        }
        $seen.Count | Should -Be 600
        $seen[0] | Should -Be 2
        foreach ($batch in 0..5) {
            $seen[$batch * 100] | Should -BeLessOrEqual ([math]::Min(6, $batch + 2))
        }
    }

    It 'counts the next page as the one ahead where a list has several' {
        $seen = [System.Collections.Generic.List[int]]::new()
        $employees = 'paged1', 'paged2', 'paged3' | ForEach-Object { @{ EmployeeId = $_ } }
        $rows = $employees | Get-KomboAbsence | ForEach-Object {
            Start-Sleep -Milliseconds 50 # time for a request too many
            $seen.Add($server.Requests.Count)
            $_
        }
        $rows.Id | Should -Be 'paged1', 'paged1', 'paged2', 'paged2', 'paged3', 'paged3'
        foreach ($row in 0..5) {
            $seen[$row] | Should -BeLessOrEqual ([math]::Min(6, $row + 2))
        }
    }

    It 'has asked for one more at most when the pipeline has enough' {
        $rows = @(Get-Id e1 1) + @(Get-Id e101 101) + @(Get-Id e201 201) | Get-KomboEmployee | Select-Object -First 1
        $rows.Id | Should -Be 'e1'
        Start-Sleep -Milliseconds 100
        $server.Requests.Count | Should -BeLessOrEqual 2
    }

    It 'lets a batch fail when its turn has come, and reads those after it' {
        $ids = @(Get-Id held 1 99) + 'gone' + @(Get-Id fail 101) + @(Get-Id e201 201)
        $lines = & { $ids | Get-KomboEmployee -TimeoutSec 60 -ErrorAction Continue } 2>&1
        $lines.Count | Should -Be 201
        $lines[0..98].Id | Should -Be $ids[0..98]
        $lines[99].TargetObject | Should -Be 'gone'
        $lines[99].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $lines[100].FullyQualifiedErrorId | Should -BeLike 'HRIS.SOMETHING,*'
        $lines[100].TargetObject | Should -Be $ids[100..199]
        $lines[101..200].Id | Should -Be $ids[200..299]
    }

    It 'ends at the first error with -ErrorAction Stop, with the rows before it written' {
        $ids = @(Get-Id held 1 99) + 'gone' + @(Get-Id e101 101) + @(Get-Id e201 201)
        $result = Invoke-Script { $ids | Get-KomboEmployee -TimeoutSec 60 -ErrorAction Stop }
        $result.Terminated | Should -BeTrue
        $result.Errors.TargetObject | Should -Be 'gone'
        $result.Output.Id | Should -Be $ids[0..98]
        $server.Requests.Count | Should -Be 2
    }

    It 'refuses an input after the rows of those before it' {
        $ids = @(Get-Id e1 1) + 'a,b' + @(Get-Id e101 101)
        $lines = & { $ids | Get-KomboEmployee -ErrorAction Continue } 2>&1
        $lines.Count | Should -Be 201
        $lines[100].TargetObject | Should -Be 'a,b'
        (Invoke-Script { $ids | Get-KomboEmployee -ErrorAction Stop }).Output.Count | Should -Be 100
    }

    It 'writes what an answer warns of after its rows' {
        $ids = @(Get-Id held 1) + @(Get-Id warn 101)
        $result = Invoke-Script { $ids | Get-KomboEmployee -TimeoutSec 60 -WarningAction Stop }
        $result.Output.Id | Should -Be $ids
        $result.Terminated | Should -BeTrue
    }

    It 'says which values of -Id were not read when a part of them fails' {
        $ids = @(Get-Id held 1) + @(Get-Id fail 101) + @(Get-Id e201 201)
        $result = Invoke-Script { Get-KomboEmployee -Id $ids -TimeoutSec 60 }
        $result.Output.Id | Should -Be $ids[0..99]
        $result.Errors.TargetObject | Should -Be $ids[100..299]
    }

    It 'writes the rows of a full batch before a command is asked for its next object' {
        $written = [System.Collections.Generic.List[object]]::new()
        $before = [System.Collections.Generic.List[int]]::new()
        1..250 | ForEach-Object { $before.Add($written.Count); "e$_" } | Get-KomboEmployee | ForEach-Object { $written.Add($_) }
        $before[99..101] | Should -Be 0, 100, 100
        $before[200] | Should -Be 200
        $written.Count | Should -Be 250
    }

    It 'does so for a list of values that come slowly' {
        $written = [System.Collections.Generic.List[object]]::new()
        $before = [System.Collections.Generic.List[int]]::new()
        [Kombo.Tests.Replies]::SlowIds(250, 150, 1500, { $before.Add($written.Count) }) | Get-KomboEmployee | ForEach-Object { $written.Add($_) }
        $before[150] | Should -Be 100 -Because 'after the pause, what had come is written'
        $before[200] | Should -Be 200 -Because 'the next object may take as long'
        $written.Count | Should -Be 250
    }
}

Describe 'CSV cells' {
    AfterEach {
        Assert-NoReplyLeft
    }

    BeforeAll {
        $null = Connect-TestServer $server -Name Default
    }

    It 'reads the amount <Cell> as <Number> under <Culture>' -TestCases @(
        foreach ($culture in 'de-DE', 'en-US', 'en-GB', 'th-TH', '') {
            @{ Cell = '0.5'; Number = 0.5; Culture = $culture }
            @{ Cell = '12'; Number = 12; Culture = $culture }
            @{ Cell = ' 1.25 '; Number = 1.25; Culture = $culture }
        }
    ) {
        (Get-SentBody { Use-Culture $Culture { Get-Row @{ Amount = $Cell; Unit = 'DAYS' } | New-KomboAbsence } }).amount | Should -Be $Number
    }

    It 'refuses the amount <Cell> under <Culture>' -TestCases @(
        foreach ($culture in 'de-DE', 'en-US', 'th-TH') {
            foreach ($cell in '0,5', '1.000,5', '1,000', '50.000', '1.500', 'half', '1e3', 'NaN') {
                @{ Cell = $cell; Culture = $culture }
            }
        }
    ) {
        $before = $server.Requests.Count
        $result = Use-Culture $Culture { Invoke-Script { Get-Row @{ Amount = $Cell; Unit = 'DAYS' } | New-KomboAbsence } }
        $server.Requests.Count | Should -Be $before
        $result.Errors.Count | Should -Be 1
        "$($result.Errors[0])" | Should -BeLike "*Amount*'$Cell'*"
        $result.Errors[0].TargetObject.EmployeeId | Should -Be $rosa
    }

    It 'reads the flag <Cell> as <Value>' -TestCases @(
        @{ Cell = 'true'; Value = $true }
        @{ Cell = 'True'; Value = $true }
        @{ Cell = '1'; Value = $true }
        @{ Cell = 'false'; Value = $false }
        @{ Cell = 'FALSE'; Value = $false }
        @{ Cell = '0'; Value = $false }
    ) {
        (Get-SentBody { Get-Row @{ StartHalfDay = $Cell } | New-KomboAbsence }).start_half_day | Should -Be $Value
    }

    It 'leaves out what is empty' {
        $body = Get-SentBody { Get-Row @{ StartHalfDay = ''; Amount = ''; Unit = ' '; Status = ''; StartTime = ''; EmployeeNote = '' } | New-KomboAbsence }
        $body.Keys | Sort-Object | Should -Be 'absence_type_id', 'employee_id', 'employee_note', 'end_date', 'start_date'
        $body.employee_note | Should -BeNullOrEmpty
    }

    It 'refuses <Text> where the API needs a value' -TestCases @(
        @{ Text = 'an empty date'; With = @{ StartDate = '' } }
        @{ Text = 'an empty type'; With = @{ AbsenceTypeId = '' } }
        @{ Text = 'an empty employee'; With = @{ EmployeeId = '' } }
        @{ Text = 'the flag maybe'; With = @{ StartHalfDay = 'maybe' } }
        @{ Text = 'the date tomorrow'; With = @{ StartDate = 'tomorrow' } }
        @{ Text = 'the date 2026-02-30'; With = @{ StartDate = '2026-02-30' } }
        @{ Text = 'the date 24.13.2026'; With = @{ StartDate = '24.13.2026' } }
    ) {
        $before = $server.Requests.Count
        $result = Invoke-Script { (Get-Row $With), (Get-Row) | New-KomboAbsence }
        $server.Requests.Count | Should -Be ($before + 1) -Because 'the other row is sent all the same'
        $result.Terminated | Should -BeFalse
        $result.Errors.Count | Should -Be 1
        "$($result.Errors[0])" | Should -BeLike "*$(@($With.Keys)[0])*"
        $result.Errors[0].TargetObject.EndDate | Should -Be '2026-12-24'
    }

    It 'reads the date <Cell> as <Day> under <Culture>' -TestCases @(
        foreach ($culture in 'de-DE', 'en-US', 'en-GB', 'th-TH', '') {
            @{ Cell = '2026-03-04'; Day = '2026-03-04'; Culture = $culture }
            @{ Cell = '2026-03-04T00:00:00.000Z'; Day = '2026-03-04'; Culture = $culture }
            @{ Cell = '2026-03-04T23:30:00Z'; Day = '2026-03-04'; Culture = $culture }
            @{ Cell = '2026-03-04T23:30:00+02:00'; Day = '2026-03-04'; Culture = $culture }
            @{ Cell = '2026-03-04 00:00:00'; Day = '2026-03-04'; Culture = $culture }
        }
    ) {
        $body = Get-SentBody { Use-Culture $Culture { Get-Row @{ StartDate = $Cell; EndDate = $Cell } | New-KomboAbsence } }
        $body.start_date | Should -Be "${Day}T00:00:00.000Z"
        $body.end_date | Should -Be "${Day}T00:00:00.000Z"
    }

    It 'refuses the date <Cell> without -Culture, on a machine of <Culture>' -TestCases @(
        foreach ($culture in 'de-DE', 'fr-FR', 'en-GB', 'en-US', 'th-TH', '') {
            foreach ($cell in '01.03.2027', '02.10.2026', '02/10/2026', '24.12.2026', '12/24/2026', '24/12/2569', '24 December 2026', '12/31/49', '10:00', '2026-5') {
                @{ Cell = $cell; Culture = $culture }
            }
        }
    ) {
        $before = $server.Requests.Count
        $result = Use-Culture $Culture { Invoke-Script { Get-Row @{ StartDate = $Cell } | New-KomboAbsence } }
        $server.Requests.Count | Should -Be $before
        "$($result.Errors[0])" | Should -BeLike "Row 1: StartDate: '$Cell'*yyyy-MM-dd*-Culture de-DE*"
    }

    It 'reads a file that <Written> writes by -Culture, on a machine of <Machine>' -TestCases @(
        foreach ($machine in 'de-DE', 'fr-FR', 'en-GB', 'th-TH', '') {
            @{ Machine = $machine; Written = 'de-DE'; Line = '01.03.2027;02.03.2027;1.500,5;WAHR;FALSCH' }
            @{ Machine = $machine; Written = 'fr-FR'; Line = "01/03/2027;02/03/2027;1$([char]0xA0)500,5;VRAI;FAUX" }
            @{ Machine = $machine; Written = 'en-GB'; Line = '01/03/2027;02/03/2027;1,500.5;TRUE;FALSE' }
            @{ Machine = $machine; Written = 'en-US'; Line = '3/1/2027;3/2/2027;"1,500.5";TRUE;FALSE' }
            @{ Machine = $machine; Written = 'th-TH'; Line = '1/3/2570;2/3/2570;1,500.5;TRUE;FALSE' }
        }
    ) {
        Set-Content -LiteralPath TestDrive:/leave.csv -Value "EmployeeId;AbsenceTypeId;StartDate;EndDate;Amount;StartHalfDay;EndHalfDay;Unit`n$rosa;$vacation;$Line;DAYS" -Encoding utf8
        $body = Get-SentBody { Use-Culture $Machine { Import-Csv -Delimiter ';' -LiteralPath TestDrive:/leave.csv | New-KomboAbsence -Culture $Written } }
        $body.start_date | Should -Be '2027-03-01T00:00:00.000Z'
        $body.end_date | Should -Be '2027-03-02T00:00:00.000Z'
        $body.amount | Should -Be 1500.5
        $body.start_half_day | Should -BeTrue
        $body.end_half_day | Should -BeFalse
    }

    It 'reads text of the command line by -Culture, wherever that stands' {
        foreach ($write in
            { New-KomboAbsence $rosa $vacation 01.03.2027 02.03.2027 -Amount '1.500,5' -Unit DAYS -StartHalfDay:'WAHR' -Culture de-DE },
            { New-KomboAbsence -Culture ([cultureinfo]'de-DE') $rosa $vacation 01.03.2027 02.03.2027 -Amount '1.500,5' -Unit DAYS -StartHalfDay:'WAHR' },
            { $splat = @{ StartDate = '01.03.2027'; EndDate = '02.03.2027'; Amount = '1.500,5'; Unit = 'DAYS'; StartHalfDay = 'WAHR'; Culture = 'de-DE' }; New-KomboAbsence $rosa $vacation @splat },
            { $PSDefaultParameterValues = @{ 'New-KomboAbsence:Culture' = 'de-DE' }; $rosa | New-KomboAbsence -AbsenceTypeId $vacation -StartDate 01.03.2027 -EndDate 02.03.2027 -Amount '1.500,5' -Unit DAYS -StartHalfDay:'WAHR' }) {
            $body = Get-SentBody $write
            $body.start_date | Should -Be '2027-03-01T00:00:00.000Z'
            $body.amount | Should -Be 1500.5
            $body.start_half_day | Should -BeTrue
        }

        $before = $server.Requests.Count
        $result = Invoke-Script { $rosa | New-KomboAbsence -AbsenceTypeId $vacation -StartDate 01.03.2027 -EndDate 02.03.2027 }
        $result.Terminated | Should -BeTrue
        "$($result.Errors[0])" | Should -BeLike "StartDate: '01.03.2027'*-Culture de-DE*"
        $server.Requests.Count | Should -Be $before
    }

    It 'passes values that are no text as they are, whatever -Culture says' {
        $body = Get-SentBody { New-KomboAbsence $rosa $vacation ([datetime]'2027-03-01') ([datetime]'2027-03-02') -Amount 1.125 -Unit DAYS -StartHalfDay -Culture de-DE }
        $body.start_date | Should -Be '2027-03-01T00:00:00.000Z'
        $body.amount | Should -Be 1.125
        $body.start_half_day | Should -BeTrue
    }

    It 'reads whole numbers, times and Booleans of other writes by -Culture' {
        $body = Get-SentBody { [pscustomobject]@{ CourseProgressionId = 'p'; Score = '99'; CompletedAt = '24.12.2026 10:00:00' } | Complete-KomboCourseProgression -Culture de-DE }
        $body.score | Should -Be 99
        $body.completed_at | Should -Be ([datetime]'2026-12-24T10:00:00').ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ss.fffZ', [cultureinfo]::InvariantCulture)
        (Get-SentBody { [pscustomobject]@{ IntegrationFieldId = 'f'; EnablePassthrough = 'FAUX' } | Update-KomboIntegrationField -IntegrationId a:b -Culture fr-FR }).enable_passthrough | Should -BeFalse
        $payment = @{ amount = '1.500,5'; lohnart = '200' }
        (Get-SentBody { Set-KomboDatevPayroll e -PayrollRunDate 01.03.2027 -HourlyPayment @{ hours = '7,5'; lohnart = '1' } -FixedPayment $payment -Culture de-DE }).fixed_payments[0].amount | Should -Be 1500.5
    }

    It 'reads the columns of script blocks by -Culture, and needs no parameter of their names' {
        $file = "Mitarbeiter;Beginn;Ende`n4711;01.03.2027;02.03.2027`n4712;03.03.2027;04.03.2027" | ConvertFrom-Csv -Delimiter ';'
        $bodies = @(Get-SentBody { $file | New-KomboAbsence -EmployeeId { "remote:$($_.Mitarbeiter)" } -AbsenceTypeId $vacation -StartDate { $_.Beginn } -EndDate { $_.'Ende' } -Culture de-DE })
        $bodies.employee_id | Should -Be 'remote:4711', 'remote:4712'
        $bodies.start_date | Should -Be '2027-03-01T00:00:00.000Z', '2027-03-03T00:00:00.000Z'
        $bodies.end_date | Should -Be '2027-03-02T00:00:00.000Z', '2027-03-04T00:00:00.000Z'

        # What no script block reads is lost like any other column.
        $before = $server.Requests.Count
        $result = Invoke-Script { $file | New-KomboAbsence -EmployeeId { "remote:$($_.Mitarbeiter)" } -AbsenceTypeId $vacation -StartDate { $_.Beginn } -EndDate { $_.Beginn } -Culture de-DE }
        "$($result.Errors[0])" | Should -BeLike '*lost: Ende.*'
        $server.Requests.Count | Should -Be $before
    }

    It 'refuses the culture <Name>' -TestCases @(@{ Name = 'en' }, @{ Name = 'xx-YY' }, @{ Name = '' }, @{ Name = 'German' }) {
        { New-KomboAbsence $rosa $vacation 2026-12-24 2026-12-24 -Culture $Name } | Should -Throw -ExpectedMessage '*Culture*'
    }

    It 'completes cultures' {
        (TabExpansion2 'New-KomboAbsence -Culture de-d').CompletionMatches.CompletionText | Should -Be 'de-DE'
    }

    It 'refuses cells of a file that was read in the wrong encoding' {
        [System.IO.File]::WriteAllBytes((Join-Path $TestDrive 'latin.csv'), [System.Text.Encoding]::Latin1.GetBytes("EmployeeId,AbsenceTypeId,StartDate,EndDate,EmployeeNote`n$rosa,$vacation,2026-12-24,2026-12-24,M$([char]0xFC)de"))
        $before = $server.Requests.Count
        $result = Invoke-Script { Import-Csv TestDrive:/latin.csv | New-KomboAbsence }
        $server.Requests.Count | Should -Be $before
        "$($result.Errors[0])" | Should -BeLike '*EmployeeNote*U+FFFD*Import-Csv -Encoding*'
        (Get-SentBody { Import-Csv TestDrive:/latin.csv -Encoding latin1 | New-KomboAbsence }).employee_note | Should -BeExactly "M$([char]0xFC)de"
    }

    It 'takes the day of a DateTime as it stands, whatever its kind' {
        foreach ($kind in 'Utc', 'Local', 'Unspecified') {
            $time = [datetime]::SpecifyKind([datetime]'2026-03-04T23:30:00', $kind)
            $body = Get-SentBody { New-KomboAbsence $rosa $vacation -StartDate $time -EndDate ([datetimeoffset]::new(2026, 3, 4, 0, 30, 0, [timespan]::FromHours(9))) }
            $body.start_date | Should -Be '2026-03-04T00:00:00.000Z'
            $body.end_date | Should -Be '2026-03-04T00:00:00.000Z'
        }
    }

    It 'takes hashtable rows like custom objects' {
        $body = Get-SentBody { @{ EmployeeId = $rosa; AbsenceTypeId = $vacation; StartDate = '2026-12-24'; EndDate = '2026-12-24'; Unit = 'DAYS'; Amount = '0.5' } | ForEach-Object { [pscustomobject]$_ } | New-KomboAbsence }
        $body.amount | Should -Be 0.5
        $rows = @{ EmployeeId = $rosa }, @{ EmployeeId = $second }
        (Get-SentBody { $rows | New-KomboAbsence -AbsenceTypeId $vacation -StartDate 2026-12-24 -EndDate 2026-12-24 }).employee_id | Should -Be $rosa, $second
    }

    It 'sends numbers in a query with a point under de-DE' {
        $before = $server.Requests.Count
        Use-Culture de-DE { Invoke-KomboRequest -Path some/thing -Query @{ half = 0.5; when = [datetime]'2026-03-04'; on = $true } }
        $query = ($server.Requests | Select-Object -Skip $before).RawQuery
        $query | Should -Match 'half=0\.5'
        $query | Should -Match 'when=2026-03-04T00%3A00%3A00.000Z'
        $query | Should -Match 'on=true'
    }

    It 'sends moments in UTC, and days as they are, in filters' {
        $server.Enqueue((ConvertTo-Page @()))
        $before = $server.Requests.Count
        Get-KomboAbsence -UpdatedAfter '2026-03-04T10:00:00+02:00' -DateFrom '2026-03-04T23:00:00Z' -DateUntil ([datetime]'2026-03-05')
        $request = $server.Requests[$before]
        $request.Query('updated_after') | Should -Be '2026-03-04T08:00:00.000Z'
        $request.Query('date_from') | Should -Be '2026-03-04T00:00:00.000Z'
        $request.Query('date_until') | Should -Be '2026-03-05T00:00:00.000Z'
        foreach ($command in 'Get-KomboJob', 'Get-KomboApplication') {
            $server.Enqueue((ConvertTo-Page @()))
            $before = $server.Requests.Count
            & $command -RemoteCreatedAfter '2026-03-04'
            $server.Requests[$before].Query('remote_created_after') | Should -Be '2026-03-04T00:00:00.000Z'
        }
    }
}

Describe 'What a write sends' {
    AfterEach {
        Assert-NoReplyLeft
    }

    BeforeAll {
        $null = Connect-TestServer $server -Name Default
    }

    It 'never takes the first day at work for the first day of a leave' {
        $employee = Get-KomboEmployee -Id $rosa -Connection (Connect-Kombo -Sandbox -Name Once)
        Disconnect-Kombo Once
        $null = Connect-TestServer $server -Name Default
        $employee.StartDate | Should -Not -BeNullOrEmpty
        $body = Get-SentBody { $employee | New-KomboAbsence -AbsenceTypeId $vacation -StartDate 2026-12-24 -EndDate 2026-12-24 }
        $body.start_date | Should -Be $midnight

        # Without a date on the command line there is none, although the employee has a property of that name.
        $before = $server.Requests.Count
        $result = Invoke-Script { $employee | New-KomboAbsence -AbsenceTypeId $vacation -EndDate 2026-12-24 }
        $result.Errors.Count | Should -Be 1
        "$($result.Errors[0])" | Should -BeLike '*StartDate*'
        $server.Requests.Count | Should -Be $before
    }

    It 'takes from objects of files and jobs what it takes from live ones' {
        $employee = Get-KomboEmployee -Id $rosa -Connection (Connect-Kombo -Sandbox -Name Once)
        Disconnect-Kombo Once
        $null = Connect-TestServer $server -Name Default
        $employee | Export-Clixml -LiteralPath TestDrive:/employee.xml
        foreach ($copy in (Import-Clixml -LiteralPath TestDrive:/employee.xml), (Start-Job { $using:employee } | Receive-Job -Wait -AutoRemoveJob)) {
            $before = $server.Requests.Count
            "$((Invoke-Script { $copy | New-KomboAbsence -AbsenceTypeId $vacation -EndDate 2026-12-24 }).Errors[0])" | Should -BeLike '*StartDate*'
            $server.Requests.Count | Should -Be $before
            $body = Get-SentBody { $copy | New-KomboAbsence -AbsenceTypeId $vacation -StartDate 2026-12-24 -EndDate 2026-12-24 }
            $body.Keys | Sort-Object | Should -Be 'absence_type_id', 'employee_id', 'employee_note', 'end_date', 'start_date'
            (Get-SentBody { $copy | Update-KomboEmployee -JobTitle Advisor }).Keys | Sort-Object | Should -Be 'job_title', 'work_email'
        }
    }

    It 'refuses an update that names nothing to change' {
        $employee = Get-KomboEmployee -Id $rosa -Connection (Connect-Kombo -Sandbox -Name Once)
        Disconnect-Kombo Once
        $null = Connect-TestServer $server -Name Default
        $employee.JobTitle = 'Boss'
        $before = $server.Requests.Count
        $result = Invoke-Script { $employee | Update-KomboEmployee }
        "$($result.Errors[0])" | Should -BeLike '*no new value*properties of an object are ignored*parameters*'
        $result.Errors[0].TargetObject | Should -Be $employee
        "$((Invoke-Script { Update-KomboSkill s1 }).Errors[0])" | Should -BeLike '*no new value*'
        "$((Invoke-Script { $employee | Update-KomboEmployee -RemoteField @{} }).Errors[0])" | Should -BeLike '*no new value*'
        $server.Requests.Count | Should -Be $before
    }

    It 'sends null where the API takes it, and refuses an update with null elsewhere' {
        $body = Get-SentBody { Update-KomboEmployee e1 a@example.com -TerminationDate $null }
        $body.ContainsKey('termination_date') | Should -BeTrue
        $body.termination_date | Should -BeNullOrEmpty
        $before = $server.Requests.Count
        "$((Invoke-Script { Update-KomboEmployee e1 a@example.com -JobTitle $null -City Berlin }).Errors[0])" | Should -BeLike 'JobTitle: *null*'
        $server.Requests.Count | Should -Be $before

        # An empty cell is no null.
        (Get-SentBody { [pscustomobject]@{ EmployeeId = 'e1'; WorkEmail = 'a@example.com'; JobTitle = 'x'; TerminationDate = '' } | Update-KomboEmployee }).Keys | Sort-Object | Should -Be 'job_title', 'work_email'
    }

    It 'ends <Command> at the first row with a column that fills nothing' -TestCases @(
        @{ Command = 'Update-KomboEmployee'; Row = @{ EmployeeId = 'e'; WorkEmail = 'a@example.com'; JobTitel = 'x' }; Says = 'JobTitel: did you mean JobTitle?*' }
        @{ Command = 'New-KomboAbsence'; Row = @{ EmployeeId = 'e'; AbsenceTypeId = 't'; StartDate = '2026-12-24'; EndDate = '2026-12-24'; HalfDay = 'true' }; Says = '*HalfDay*-IgnoreColumn*' }
        @{ Command = 'Import-KomboCourse'; Row = @{ OriginId = '1'; Title = 'x'; CourseUrl = 'https://example.com/'; Durtion = '5' }; Says = 'Durtion: did you mean Duration?*' }
        @{ Command = 'Add-KomboApplicationNote'; Row = @{ ApplicationId = 'a'; Contnt = 'x'; Content = 'y' }; Says = 'Contnt: did you mean Content?*' }
    ) {
        $before = $server.Requests.Count
        $result = Invoke-Script { [pscustomobject]$Row, [pscustomobject]$Row | & $Command -Confirm:$false }
        $server.Requests.Count | Should -Be $before
        $result.Terminated | Should -BeTrue
        $result.Errors.Count | Should -Be 1
        "$($result.Errors[0])" | Should -BeLike $Says
        $result.Errors[0].FullyQualifiedErrorId | Should -BeLike 'Kombo.InvalidInput,*'
    }

    It 'refuses a later row with another column, and goes on' {
        $more = Get-Row @{ Remark = 'x' }
        $before = $server.Requests.Count
        $result = Invoke-Script { (Get-Row), $more, (Get-Row) | New-KomboAbsence }
        $server.Requests.Count | Should -Be ($before + 2)
        $result.Terminated | Should -BeFalse
        $result.Errors.TargetObject | Should -Be $more
    }

    It 'leaves out the columns that -IgnoreColumn names, and with a wildcard those that fill nothing' {
        $row = Get-Row @{ EmployeeNote = 'five'; Status = 'APPROVED'; Remark = 'x'; Reason = 'y' }
        $body = Get-SentBody { $row | New-KomboAbsence -IgnoreColumn re*, status }
        $body.ContainsKey('status') | Should -BeFalse
        $body.employee_note | Should -Be 'five'
        (Get-SentBody { $row | New-KomboAbsence -IgnoreColumn * }).status | Should -Be 'APPROVED'
        $before = $server.Requests.Count
        "$((Invoke-Script { $row | New-KomboAbsence -IgnoreColumn re*, StartDate }).Errors[0])" | Should -BeLike 'Row 1: StartDate: it is required*'
        $server.Requests.Count | Should -Be $before
    }

    It 'takes no key of a hashtable for nothing' {
        $before = $server.Requests.Count
        $result = Invoke-Script { @{ EmployeeId = $rosa; Amount = '5' } | New-KomboAbsence -AbsenceTypeId $vacation -StartDate 2026-12-24 -EndDate 2026-12-24 }
        $server.Requests.Count | Should -Be $before
        "$($result.Errors[0])" | Should -BeLike '*Amount*'
    }

    It 'minds no marks that PowerShell puts on objects from other sessions' {
        $row = Get-Row @{ PSComputerName = 'localhost'; RunspaceId = [guid]::Empty; PSShowComputerName = $true }
        (Get-SentBody { $row | New-KomboAbsence }).employee_id | Should -Be $rosa
    }

    It 'refuses an exported file whose columns are no parameters' {
        $employee = Get-KomboEmployee -Id $rosa -Connection (Connect-Kombo -Sandbox -Name Once)
        Disconnect-Kombo Once
        $null = Connect-TestServer $server -Name Default
        $employee | Export-Csv TestDrive:/export.csv
        $before = $server.Requests.Count
        $result = Invoke-Script { Import-Csv TestDrive:/export.csv | New-KomboAbsence -AbsenceTypeId $vacation -EndDate 2026-12-24 }
        $server.Requests.Count | Should -Be $before
        "$($result.Errors[0])" | Should -BeLike '*Select-Object*'
        (Get-SentBody { Import-Csv TestDrive:/export.csv | Select-Object EmployeeId | New-KomboAbsence -AbsenceTypeId $vacation -StartDate 2026-12-24 -EndDate 2026-12-24 }).employee_id | Should -Be $rosa
    }

    It 'refuses a job as an employee' {
        $before = $server.Requests.Count
        $result = Invoke-Script { $open | New-KomboAbsence -AbsenceTypeId $vacation -StartDate 2026-12-24 -EndDate 2026-12-24 }
        $result.Errors.Count | Should -Be 1
        $result.Errors[0].TargetObject | Should -BeOfType ([Kombo.Models.Job])
        $server.Requests.Count | Should -Be $before
        { New-KomboAbsence -EmployeeId $open $vacation 2026-12-24 2026-12-24 } | Should -Throw -ExpectedMessage '*a Job object*EmployeeId*'
    }

    It 'takes an object where an id is asked for' {
        $type = [pscustomobject]@{ AbsenceTypeId = $vacation; EmployeeId = $rosa }
        (Get-SentBody { New-KomboAbsence -EmployeeId $type -AbsenceTypeId $type -StartDate 2026-12-24 -EndDate 2026-12-24 }).absence_type_id | Should -Be $vacation
    }

    It 'writes its input with -PassThru, and nothing without' {
        $id | Should -BeNullOrEmpty
        Add-KomboApplicationNote -ApplicationId a1 -Content x | Should -BeNullOrEmpty
        Add-KomboApplicationNote -ApplicationId a1 -Content x -PassThru | Should -Be 'a1'
        $row = [pscustomobject]@{ ApplicationId = 'a2'; Content = 'from a row' }
        $row | Add-KomboApplicationNote -PassThru | Should -Be $row
        ('a3' | Move-KomboApplication -StageId s -PassThru) | Should -Be 'a3'
    }

    It 'merges -AdditionalField into the body' {
        $body = Get-SentBody { New-KomboAbsence $rosa $vacation 2026-12-24 2026-12-24 -AdditionalField @{ new_member = @(1, @{ Deep = $null }); other = $true } }
        $body.new_member[0] | Should -Be 1
        $body.new_member[1].ContainsKey('Deep') | Should -BeTrue
        $body.other | Should -BeTrue
        $body.employee_id | Should -Be $rosa
    }

    It 'refuses -AdditionalField that contradicts a parameter' {
        $result = Invoke-Script { New-KomboAbsence $rosa $vacation 2026-12-24 2026-12-24 -AdditionalField @{ start_date = '2020-01-01' } }
        "$($result.Errors[0])" | Should -BeLike '*start_date*twice*'
    }

    It 'keeps the keys of -RemoteField as they are' {
        $remote = @{ workday = @{ 'On-Behalf-Of' = 'x'; Candidate_Data = @{ copyJobApplicationAttachments = $true } } }
        $body = Get-SentBody { New-KomboAbsence $rosa $vacation 2026-12-24 2026-12-24 -RemoteField $remote }
        $body.remote_fields.workday.Keys | Sort-Object | Should -BeExactly 'Candidate_Data', 'On-Behalf-Of'
        $body.remote_fields.workday.Candidate_Data.Keys | Should -BeExactly 'copyJobApplicationAttachments'
    }

    It 'takes remote: ids where the API does' {
        (Get-SentBody { 'remote:4711' | New-KomboAbsence -AbsenceTypeId $vacation -StartDate 2026-12-24 -EndDate 2026-12-24 }).employee_id | Should -Be 'remote:4711'
        $before = $server.Requests.Count
        $null = New-KomboApplication -JobId 'remote:a/b c' -FirstName A -LastName B -EmailAddress a@example.com -SourcedByUserId remote:7 -ErrorAction SilentlyContinue
        $request = $server.Requests[$before]
        $request.Path | Should -Be '/v1/ats/jobs/remote%3Aa%2Fb%20c/applications'
        ($request.BodyText | ConvertFrom-Json).sourced_by.user_id | Should -Be 'remote:7'
    }

    It 'refuses remote: ids in <Text>' -TestCases @(
        @{ Text = 'Get-KomboEmployee -Id'; Script = { Get-KomboEmployee -Id remote:4711 } }
        @{ Text = 'a pipeline to Get-KomboEmployee'; Script = { 'remote:4711' | Get-KomboEmployee } }
        @{ Text = 'Get-KomboAbsence -EmployeeId'; Script = { Get-KomboAbsence -EmployeeId remote:4711 } }
        @{ Text = 'New-KomboAbsence -AbsenceTypeId'; Script = { New-KomboAbsence $rosa remote:1 2026-12-24 2026-12-24 } }
        @{ Text = 'Remove-KomboAbsence'; Script = { Remove-KomboAbsence remote:1 -Confirm:$false } }
        @{ Text = 'Move-KomboApplication'; Script = { 'remote:1' | Move-KomboApplication -StageId s } }
    ) {
        $before = $server.Requests.Count
        $result = Invoke-Script $Script
        $server.Requests.Count | Should -Be $before
        $result.Errors.Count | Should -Be 1
        "$($result.Errors[0])" | Should -BeLike "*'remote:*"
    }

    It 'sends a null note as null' {
        (Get-SentBody { New-KomboAbsence $rosa $vacation 2026-12-24 2026-12-24 -EmployeeNote $null }).ContainsKey('employee_note') | Should -BeTrue
        (Get-SentBody { New-KomboAbsence $rosa $vacation 2026-12-24 2026-12-24 -EmployeeNote 'x' }).employee_note | Should -Be 'x'
    }

    It 'sends JSON text as the JSON it is, and refuses other text' {
        $sent = { param($Body) $before = $server.Requests.Count; $null = Invoke-KomboRequest x -Method POST -Connection Test -Body $Body; @($server.Requests)[$before].BodyText }
        1..3 | ForEach-Object { $server.Enqueue((ConvertTo-Answer @{})) }
        & $sent (@{ a = @(1, 'b') } | ConvertTo-Json) | Should -Be '{"a":[1,"b"]}'
        & $sent '{"amount":12345678901234567890123456789012.50}' | Should -Be '{"amount":12345678901234567890123456789012.50}'
        & $sent '[{"a":null}]' | Should -Be '[{"a":null}]'
        foreach ($text in 'name', '"name"', '{"a":1', '') {
            $result = Invoke-Script { Invoke-KomboRequest x -Method POST -Connection Test -Body $text }
            "$($result.Errors)" | Should -BeLike 'Body: *JSON*Pass a hashtable*'
        }
    }

    It 'sends the empty body as an object, as JSON' {
        $before = $server.Requests.Count
        Remove-KomboAbsence a1 -Confirm:$false
        $server.Requests[$before].ToString() | Should -Be 'DELETE /v1/hris/absences/a1'
        $server.Requests[$before].BodyText | Should -Be '{}'
        $server.Requests[$before].Header('Content-Type') | Should -Be 'application/json'
    }

    It 'sends the body of a tag removal' {
        (Get-SentBody { Remove-KomboCandidateTag c1 -Name 'High Potential' -Confirm:$false }).tag.name | Should -Be 'High Potential'
    }

    It 'builds a candidate from parameters' {
        $body = Get-SentBody {
            New-KomboApplication -JobId j1 -FirstName Ada -LastName Lovelace -EmailAddress ada@example.com -Gender female -AvailabilityDate 2026-03-04 `
                -AdditionalEmailAddress @{ email_address = 'b@example.com'; type = 'WORK' } -Location @{ city = 'London'; country = 'GB' } -StageId s1 -ErrorAction SilentlyContinue
        }
        $body.candidate.first_name | Should -Be 'Ada'
        $body.candidate.gender | Should -BeExactly 'FEMALE' -Because 'a known value is spelled as the API spells it'
        $body.candidate.availability_date | Should -Be '2026-03-04T00:00:00.000Z'
        @($body.candidate.additional_email_addresses).Count | Should -Be 1
        $body.stage_id | Should -Be 's1'
    }

    It 'refuses -Candidate with a name that -FirstName gives, too' {
        $before = $server.Requests.Count
        $result = Invoke-Script { New-KomboApplication -JobId j1 -Candidate @{ first_name = 'A'; last_name = 'B'; email_address = 'a@example.com' } -FirstName Ada }
        $server.Requests.Count | Should -Be $before
        "$($result.Errors[0])" | Should -BeLike '*FirstName*candidate.first_name*Candidate*'
        $result.Errors[0].FullyQualifiedErrorId | Should -BeLike 'Kombo.InvalidInput,*'
    }

    It 'names what a candidate lacks' {
        $before = $server.Requests.Count
        "$((Invoke-Script { New-KomboApplication -JobId j1 -FirstName Ada -EmailAddress a@example.com }).Errors[0])" | Should -BeLike '*LastName*'
        $server.Requests.Count | Should -Be $before
    }

    It 'creates an employee from the fields of its form' {
        (Get-SentBody { New-KomboEmployee @{ firstName = 'Ada'; startDate = '2026-03-04'; address = @{ city = 'London' } } -SkipFormCheck -ErrorAction SilentlyContinue }).properties.address.city | Should -Be 'London'
    }

    It 'keeps values whose type is not text' {
        $body = Get-SentBody { Invoke-KomboRequest -Method POST -Path any/thing -Body @{ int = 5; long = 5000000000; double = 0.5; no = $false; null = $null; list = @(1); none = @(); date = [datetime]'2026-03-04' } }
        $body.int | Should -Be 5
        $body.long | Should -Be 5000000000
        $body.no | Should -BeFalse
        $body.ContainsKey('null') | Should -BeTrue
        , $body.list | Should -BeOfType [array]
        , $body.none | Should -BeOfType [array]
        $body.date | Should -Be '2026-03-04T00:00:00.000Z'
    }
}

Describe 'Files for an application' {
    AfterEach {
        Assert-NoReplyLeft
    }

    BeforeAll {
        $null = Connect-TestServer $server -Name Default
        [System.IO.File]::WriteAllBytes((Join-Path $TestDrive 'cv.pdf'), [byte[]](1, 2, 3))
        'x' | Set-Content (Join-Path $TestDrive 'cv.unknown')
        $null = New-Item (Join-Path $TestDrive 'empty.pdf')
        $null = New-Item -ItemType Directory (Join-Path $TestDrive 'folder.pdf')
    }

    It 'reads a file, tells its media type, and sends it as base64' {
        $file = (Get-SentBody { Add-KomboApplicationAttachment a1 (Join-Path $TestDrive 'cv.pdf') -Type cv }).attachment
        $file.name | Should -Be 'cv.pdf'
        $file.content_type | Should -Be 'application/pdf'
        $file.data | Should -Be 'AQID'
        $file.type | Should -BeExactly 'CV'
    }

    It 'finds a file from the current folder of PowerShell' {
        Push-Location TestDrive:/
        try {
            (Get-SentBody { Add-KomboApplicationAttachment a1 cv.pdf -Type CV }).attachment.data | Should -Be 'AQID'
        }
        finally {
            Pop-Location
        }
    }

    It 'takes files from a pipeline' {
        $row = Get-Item (Join-Path $TestDrive 'cv.pdf') | Select-Object FullName, @{ n = 'ApplicationId'; e = { 'a7' } }
        $before = $server.Requests.Count
        $row | Add-KomboApplicationAttachment -Type CV
        $server.Requests[$before].Path | Should -Be '/v1/ats/applications/a7/attachments'
    }

    It 'leaves an address to the API' {
        $file = (Get-SentBody { Add-KomboApplicationAttachment a1 -Url 'https://files.example.com/a/My%20CV.pdf?sig=1' -Type CV -ContentType application/pdf }).attachment
        $file.data_url | Should -Be 'https://files.example.com/a/My%20CV.pdf?sig=1'
        $file.name | Should -Be 'My CV.pdf'
        $file.content_type | Should -Be 'application/pdf'
        $file.ContainsKey('data') | Should -BeFalse
    }

    It 'refuses <Text>, and sends nothing' -TestCases @(
        @{ Text = 'a file that is not there'; With = @{ Path = 'nothing.pdf' }; Says = '*Path*nothing.pdf*' }
        @{ Text = 'a folder'; With = @{ Path = 'folder.pdf' }; Says = '*Path*folder.pdf*folder*' }
        @{ Text = 'an empty file'; With = @{ Path = 'empty.pdf' }; Says = '*Path*empty.pdf*empty*' }
        @{ Text = 'an unknown extension'; With = @{ Path = 'cv.unknown' }; Says = '*ContentType*cv.unknown*' }
        @{ Text = 'a wildcard that fits several'; With = @{ Path = '*.pdf' }; Says = '*Path*.pdf*' }
        @{ Text = 'an address that is none'; With = @{ Url = 'cv.pdf' }; Says = '*Url*cv.pdf*' }
        @{ Text = 'an address without a name'; With = @{ Url = 'https://files.example.com/' }; Says = '*Name*files.example.com*' }
    ) {
        $before = $server.Requests.Count
        Push-Location TestDrive:/
        try {
            $result = Invoke-Script { Add-KomboApplicationAttachment a1 -Type CV @With }
        }
        finally {
            Pop-Location
        }

        $server.Requests.Count | Should -Be $before
        $result.Errors.Count | Should -Be 1
        "$($result.Errors[0])" | Should -BeLike $Says
        $result.Errors[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        $result.Errors[0].FullyQualifiedErrorId | Should -Be 'Kombo.InvalidInput,Kombo.PowerShell.AddKomboApplicationAttachmentCommand'
    }

    It 'does not read a file without an end' {
        if ($IsWindows) { Set-ItResult -Skipped -Because 'Windows has no such file' }

        $result = Invoke-Script { Add-KomboApplicationAttachment a1 /dev/zero -Type CV -ContentType text/plain }
        "$($result.Errors)" | Should -BeLike '*Path*/dev/zero*larger than 100 MB*'
    }

    It 'names a file that may not be read' {
        if ($IsWindows) { Set-ItResult -Skipped -Because 'Windows has other file permissions' }
        if ((id -u) -eq 0) { Set-ItResult -Skipped -Because 'root may read every file' }

        $path = Join-Path $TestDrive 'secret.pdf'
        'x' | Set-Content $path
        chmod 000 $path
        $before = $server.Requests.Count
        "$((Invoke-Script { Add-KomboApplicationAttachment a1 $path -Type CV }).Errors[0])" | Should -BeLike '*Path*secret.pdf*'
        $server.Requests.Count | Should -Be $before
    }

    It 'takes an unknown extension with -ContentType' {
        (Get-SentBody { Add-KomboApplicationAttachment a1 (Join-Path $TestDrive 'cv.unknown') -Type CV -ContentType text/plain -Name cv.txt }).attachment.name | Should -Be 'cv.txt'
    }
}

Describe 'Page by page' {
    BeforeAll {
        $null = Connect-Kombo -Sandbox -Name Pages
    }

    AfterEach {
        Assert-NoReplyLeft
    }

    AfterAll {
        Disconnect-Kombo Pages
    }

    It 'reads one page with its cursor, to the end of the list' {
        $ids = [System.Collections.Generic.List[string]]::new()
        $page = Get-KomboGroup -PageOnly -PageSize 10 -Connection Pages
        @($page).Count | Should -Be 1
        $page.Items.Count | Should -Be 10
        $page.Items[0] | Should -BeOfType ([Kombo.Models.Group])
        while ($true) {
            $page.Items.Id | ForEach-Object { $ids.Add($_) }
            if (-not $page.Next) { break }
            $page = Get-KomboGroup -PageOnly -PageSize 10 -Cursor $page.Next -Connection Pages
        }

        $ids | Should -Be (Get-KomboGroup -Connection Pages).Id
    }

    It 'takes its rows for what they are' {
        $page = Get-KomboEmployee -PageOnly -PageSize 3 -Connection Pages
        ($page.Items | Get-KomboEmployee -Connection Pages).Id | Should -Be $page.Items.Id
        (Get-KomboEmployee -Id $page.Items[0].Id, missing -PageOnly -Connection Pages).Items.Count | Should -Be 1
    }

    It 'refuses what is more than one list' {
        foreach ($script in { 'a', 'b' | Get-KomboEmployee -PageOnly -Connection Pages }, { Get-KomboEmployee -Id (1..500) -PageOnly -Connection Pages }) {
            $result = Invoke-Script $script
            $result.Terminated | Should -BeTrue
            $result.Errors[0].Exception.Parameter | Should -Be 'PageOnly'
        }
    }
}

Describe 'Flat rows' {
    AfterEach {
        Assert-NoReplyLeft
    }

    BeforeAll {
        $null = Connect-Kombo -Name Default -Server $sandbox.Server.BaseAddress -ApiKey sandbox-key-not-a-secret -IntegrationId sandbox:pipelines -SkipCheck
        $cultures = 'de-DE', 'fr-FR', 'en-US', 'sv-SE', 'th-TH', 'ar-SA', 'tr-TR'
    }

    It 'have the same columns for every object, chosen by names and wildcards' {
        $rows = @(Get-KomboEmployee | Select-Object -First 60 | ConvertTo-KomboFlatObject -Property Id, HomeAddress.*, *Email, CustomFields.shirt_size)
        $rows.Count | Should -Be 60
        $rows | ForEach-Object { $_.PSObject.Properties.Name -join ',' } | Select-Object -Unique |
            Should -Be 'Id,HomeAddress.City,HomeAddress.Country,HomeAddress.Raw,HomeAddress.State,HomeAddress.Street1,HomeAddress.Street2,HomeAddress.ZipCode,WorkEmail,PersonalEmail,CustomFields.shirt_size'
        $rows.'HomeAddress.City' | Where-Object { $_ } | Should -Not -BeNullOrEmpty
        $rows.'CustomFields.shirt_size' | Should -Contain 'L'
    }

    It 'leave out what is sensitive, for <_>' -TestCases 'Get-KomboEmployee', 'Get-KomboCandidate', 'Get-KomboJob', 'Get-KomboApplication', 'Get-KomboAbsence', 'Get-KomboTimesheet' {
        $names = (& $_ | Select-Object -First 1 | ConvertTo-KomboFlatObject).PSObject.Properties.Name
        $names | Should -Contain 'Id'
        foreach ($name in 'Ssn', 'TaxId', 'BankAccounts', 'DateOfBirth', 'RemoteData', 'AdditionalData') { $names | Should -Not -Contain $name }
        (& $_ | Select-Object -First 1 | ConvertTo-KomboFlatObject -IncludeSensitive).PSObject.Properties.Name | Should -Contain 'AdditionalData'
    }

    It 'are text only, as the module reads it' {
        $rows = Get-KomboEmployee | Select-Object -First 60 | ConvertTo-KomboFlatObject -IncludeSensitive
        foreach ($row in $rows) { foreach ($cell in $row.PSObject.Properties) { if ($null -ne $cell.Value) { $cell.Value | Should -BeOfType string } } }
    }

    It 'refuse objects of another kind, and go on' {
        $result = Invoke-Script { (Get-KomboAbsenceType | Select-Object -First 1), (Get-KomboGroup | Select-Object -First 1), 'x', @{ Id = 1 }, (Get-KomboAbsenceType | Select-Object -Last 1) | ConvertTo-KomboFlatObject Id }
        $result.Output.Count | Should -Be 2
        $result.Errors.Count | Should -Be 3
        "$($result.Errors[0])" | Should -BeLike '*a Group object, but the columns are those of an AbsenceType object*'
        "$($result.Errors[1])" | Should -BeLike '*Pass objects of this module*'
        $stored = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-KomboAbsenceType | Select-Object -First 1)))
        "$((Invoke-Script { $stored | ConvertTo-KomboFlatObject }).Errors)" | Should -BeLike '*in the session that reads them*'
    }

    It 'go through New-KomboAbsence unchanged, whatever the culture of either machine' {
        $absences = foreach ($amount in 0.5, 7.125, 12.25, 1234.5) {
            $absence = [Kombo.Models.Absence]@{ Id = "a$amount"; EmployeeId = $rosa; TypeId = $vacation; StartDate = [datetime]'2026-12-01'; EndDate = [datetime]'2027-02-03'; Amount = $amount; Unit = 'DAYS'; StartHalfDay = $true; EndHalfDay = $false; EmployeeNote = "=1; '$amount' ""Zoë""" }
            $absence
        }
        foreach ($from in $cultures) {
            foreach ($to in $cultures) {
                $path = "TestDrive:/$from-$to.csv"
                Use-Culture $from { $absences | ConvertTo-KomboFlatObject EmployeeId, TypeId, StartDate, EndDate, Amount, Unit, StartHalfDay, EndHalfDay, EmployeeNote | Export-Csv -LiteralPath $path -Encoding utf8 }
                1..4 | ForEach-Object { $server.Enqueue((ConvertTo-Answer @{ id = 'a' })) }
                $sent = @(Get-SentBody { Use-Culture $to { Import-Csv -LiteralPath $path | New-KomboAbsence -Connection Test } })
                $sent.Count | Should -Be 4
                for ($index = 0; $index -lt 4; $index++) {
                    $sent[$index].amount | Should -Be $absences[$index].Amount
                    $sent[$index].start_date | Should -BeExactly '2026-12-01T00:00:00.000Z'
                    $sent[$index].end_date | Should -BeExactly '2027-02-03T00:00:00.000Z'
                    $sent[$index].start_half_day | Should -BeTrue
                    $sent[$index].end_half_day | Should -BeFalse
                    $sent[$index].employee_note | Should -BeExactly $absences[$index].EmployeeNote
                    $sent[$index].absence_type_id | Should -BeExactly $vacation
                }
            }
        }
    }

    It 'go through Update-KomboEmployee unchanged, the address included' {
        $columns = 'EmployeeId', 'WorkEmail', 'FirstName', 'LastName', 'JobTitle', 'StartDate', 'DateOfBirth', 'Gender', 'WorkLocationId', 'LegalEntityId', 'HomeAddress.Street1', 'HomeAddress.City', 'HomeAddress.ZipCode', 'HomeAddress.Country'
        $employees = @(Get-KomboEmployee -EmploymentStatus ACTIVE | Where-Object { $_.HomeAddress.City -and $_.DateOfBirth -and $_.WorkLocationId } | Select-Object -First 3)
        foreach ($pair in @('de-DE', 'en-US'), @('en-US', 'fr-FR'), @('th-TH', 'de-DE')) {
            Use-Culture $pair[0] { $employees | ConvertTo-KomboFlatObject $columns | Export-Csv -LiteralPath TestDrive:/employees.csv -Encoding utf8 }
            1..3 | ForEach-Object { $server.Enqueue((ConvertTo-Answer @{ id = 'e' })) }
            $sent = @(Get-SentBody { Use-Culture $pair[1] { Import-Csv -LiteralPath TestDrive:/employees.csv | Update-KomboEmployee -Connection Test } })
            for ($index = 0; $index -lt 3; $index++) {
                $employee = $employees[$index]
                $sent[$index].start_date | Should -BeExactly $employee.StartDate.ToString('yyyy-MM-ddT00:00:00.000Z', [cultureinfo]::InvariantCulture)
                $sent[$index].date_of_birth | Should -BeExactly $employee.DateOfBirth.ToString('yyyy-MM-ddT00:00:00.000Z', [cultureinfo]::InvariantCulture)
                $sent[$index].home_address.city | Should -BeExactly $employee.HomeAddress.City
                $sent[$index].home_address.zip_code | Should -BeExactly $employee.HomeAddress.ZipCode
                $sent[$index].last_name | Should -BeExactly $employee.LastName
                $sent[$index].location_id | Should -BeExactly $employee.WorkLocationId
            }
        }
    }

    It 'for a spreadsheet of <_> have its numbers and words, which -Culture reads back' -TestCases 'de-DE', 'fr-FR', 'en-US' {
        $absence = [Kombo.Models.Absence]@{ Id = 'a'; EmployeeId = $rosa; TypeId = $vacation; StartDate = [datetime]'2026-12-01'; EndDate = [datetime]'2027-02-03'; Amount = 1234.125; Unit = 'DAYS'; StartHalfDay = $true; EndHalfDay = $false }
        $absence | ConvertTo-KomboFlatObject EmployeeId, TypeId, StartDate, EndDate, Amount, StartHalfDay, EndHalfDay, Unit -ForSpreadsheet -Culture $_ | Export-Csv -LiteralPath TestDrive:/sheet.csv -Delimiter ';'
        if ($_ -eq 'de-DE') { Get-Content TestDrive:/sheet.csv -Raw | Should -BeLike '*"1234,125";"WAHR";"FALSCH"*' }
        $server.Enqueue((ConvertTo-Answer @{ id = 'a' }))
        $sent = Get-SentBody { Import-Csv -LiteralPath TestDrive:/sheet.csv -Delimiter ';' | New-KomboAbsence -Culture $_ -Connection Test }
        $sent.amount | Should -Be 1234.125
        $sent.start_half_day | Should -BeTrue
        $sent.end_half_day | Should -BeFalse
        $sent.end_date | Should -BeExactly '2027-02-03T00:00:00.000Z'
    }

    It 'for a spreadsheet take the culture of the session, and -Culture is for them only' {
        Use-Culture fr-FR { ([Kombo.Models.Absence]@{ Id = 'a'; Amount = 0.5; EmployeeNote = '=cmd' } | ConvertTo-KomboFlatObject Amount, EmployeeNote -ForSpreadsheet).PSObject.Properties.Value } | Should -Be '0,5', "'=cmd"
        $result = Invoke-Script { $absence | ConvertTo-KomboFlatObject -Culture de-DE }
        $result.Terminated | Should -BeTrue
        "$($result.Errors)" | Should -BeLike '*-ForSpreadsheet*'
    }
}
