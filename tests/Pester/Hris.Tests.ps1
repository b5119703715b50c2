BeforeAll {
    . $PSScriptRoot/Common.ps1
    $sandbox = Open-RecordedSandbox
    $rosa = '26vafvWSRmbhNcxJYqjCzuJg'
    $ivan = '9pf2pxBB8VX8EQMC9aipW2Bo'

    # The bodies that a script sends to a server that takes everything, over the connection Test.
    $server = Open-TestServer
    $null = Connect-TestServer $server -Name Test
    $null = Connect-Kombo -Name Default -Server $sandbox.Server.BaseAddress -ApiKey sandbox-key-not-a-secret -IntegrationId sandbox:hris -SkipCheck
    function Get-Body {
        param([scriptblock] $Script)
        $before = $server.Requests.Count
        $null = & $Script
        $server.Requests | Select-Object -Skip $before | ForEach-Object BodyText
    }
}

AfterAll {
    Disconnect-All
    Close-TestServer
    $sandbox.Server.Dispose()
}

Describe 'Update-KomboEmployee' {
    AfterEach {
        Assert-NoReplyLeft
    }

    It 'takes the id and the address of a piped employee, and nothing else' {
        $employee = Get-KomboEmployee -Id $rosa
        Get-Body { $employee | Update-KomboEmployee -JobTitle 'Chief Sand Officer' -Connection Test } |
            Should -BeExactly '{"work_email":"rosa.kowalski@example.com","job_title":"Chief Sand Officer"}'
        $null = $employee | Update-KomboEmployee -JobTitle 'Chief Sand Officer'
        (Get-KomboEmployee -Id $rosa).JobTitle | Should -BeExactly 'Chief Sand Officer'
    }

    It 'reports a piped employee without an address, and goes on' {
        $employees = Get-KomboEmployee | Where-Object { -not $_.WorkEmail } | Select-Object -First 1
        $result = Invoke-Script { @($employees) + (Get-KomboEmployee -Id $rosa) | Update-KomboEmployee -TaxId 1 }
        $result.Errors.Count | Should -Be 1
        $result.Errors[0].TargetObject.Id | Should -Be $employees.Id
        $result.Output.Id | Should -Be $rosa
    }

    It 'changes what the cells of a CSV row hold, and nothing where they are empty' {
        $rows = @(
            'EmployeeId,WorkEmail,FirstName,TerminationDate,LegalEntityId,City'
            "remote:10001,ivan.koenig@example.com,,2026-12-31,,Potsdam") | ConvertFrom-Csv
        Get-Body { $rows | Update-KomboEmployee -Connection Test } |
            Should -BeExactly '{"work_email":"ivan.koenig@example.com","termination_date":"2026-12-31T00:00:00.000Z","home_address":{"city":"Potsdam"}}'
        $changed = $rows | Update-KomboEmployee
        $changed.Id | Should -Be $ivan
        $changed.HomeAddress.City | Should -Be 'Potsdam'
        $changed.FirstName | Should -Be 'Ivan'
    }

    It 'shows the change to the list of those who report to the employee' {
        $null = Update-KomboEmployee -EmployeeId $rosa -WorkEmail rosa.kowalski@example.com -LastName Neumann-Kowalski
        (Get-KomboEmployee -Id $ivan).Manager.LastName | Should -Be 'Neumann-Kowalski'
    }

    It 'refuses a manager''s company where a company is wanted' {
        $result = Invoke-Script { Update-KomboEmployee -EmployeeId $rosa -WorkEmail rosa.kowalski@example.com -LegalEntityId (Get-KomboLocation | Select-Object -First 1) }
        $result.Errors[0].Exception.Message | Should -BeLike '*a Location object, which has no LegalEntityId*'
    }

    It 'sends nothing with -WhatIf' {
        Get-Call $sandbox { Update-KomboEmployee -EmployeeId $rosa -WorkEmail a@example.com -WhatIf } | Should -BeNullOrEmpty
    }
}

Describe 'New-KomboLegacyEmployee' {
    AfterEach {
        Assert-NoReplyLeft
    }

    It 'creates the rows of a CSV file, warns once, and names its successor' {
        $rows = @(
            'FirstName,LastName,WorkEmail,StartDate,DateOfBirth,Country'
            'Grace,Hopper,grace.hopper@example.com,2026-12-01,1906-12-09,US'
            'Alan,Turing,,2020-01-01,,') | ConvertFrom-Csv
        $result = Invoke-Script { $rows | New-KomboLegacyEmployee }
        $result.Errors | Should -BeNullOrEmpty
        $result.Warnings | Should -BeLike '*New-KomboEmployee*'
        $result.Warnings.Count | Should -Be 1
        $result.Output.EmploymentStatus | Should -Be 'PENDING', 'ACTIVE'
        (Get-KomboEmployee -Id $result.Output[0].Id).DateOfBirth | Should -Be ([datetime]'1906-12-09')
    }

    It 'reports an employee that exists by its code' {
        $result = Invoke-Script { New-KomboLegacyEmployee -FirstName R -LastName K -WorkEmail ROSA.kowalski@example.com -WarningAction SilentlyContinue }
        $result.Errors[0].FullyQualifiedErrorId | Should -BeLike 'HRIS.EMPLOYEE_ALREADY_EXISTS,*'
        $result.Errors[0].CategoryInfo.Category | Should -Be 'ResourceExists'
    }
}

Describe 'Add-KomboEmployeeDocument' {
    AfterEach {
        Assert-NoReplyLeft
    }

    BeforeAll {
        $category = Get-KomboEmployeeDocumentCategory | Where-Object Name -EQ Contracts
    }

    It 'files a piped file whose name has brackets, under its own name' {
        $path = Join-Path -Path $TestDrive -ChildPath 'Contract [1].txt'
        Set-Content -LiteralPath $path -Value Yes -NoNewline
        $file = Get-Item -LiteralPath $path | Add-Member -NotePropertyName EmployeeId -NotePropertyValue $rosa -PassThru
        Get-Body { $file | Add-KomboEmployeeDocument -CategoryId $category -Connection Test } |
            Should -BeExactly ('{"category_id":"' + $category.Id + '","document":{"name":"Contract [1].txt","content_type":"text/plain","data":"WWVz"}}')
    }

    It 'files bytes and addresses for piped employees, and passes the employees on' {
        $employees = Get-KomboEmployee -Id $rosa, $ivan
        $bodies = Get-Body { $script:passed = $employees | Add-KomboEmployeeDocument -Content ([byte[]](1, 2)) -Name a.pdf -CategoryId $category.Id -PassThru -Connection Test }
        $bodies.Count | Should -Be 2
        $bodies[0] | Should -BeLike '*"document":{"name":"a.pdf","content_type":"application/pdf","data":"AQI="}*'
        $passed.Id | Should -Be $rosa, $ivan
        Get-Body { Add-KomboEmployeeDocument -EmployeeId $rosa -Url https://files.example.com/a/b%20c.pdf -CategoryId $category -Connection Test } |
            Should -BeLike '*"document":{"name":"b c.pdf","data_url":"https://files.example.com/a/b%20c.pdf"}*'
    }

    It 'files the rows of a CSV file, whether they name paths or addresses' {
        Set-Content -LiteralPath TestDrive:/a.txt -Value Yes -NoNewline
        $rows = 'EmployeeId,Path,Url,Name,ContentType', "$rosa,TestDrive:/a.txt,,Yes.txt,", "$ivan,,https://files.example.com/b.pdf,," | ConvertFrom-Csv
        $bodies = Get-Body { $rows | Add-KomboEmployeeDocument -CategoryId $category.Id -Connection Test }
        $bodies[0] | Should -BeLike '*"document":{"name":"Yes.txt","content_type":"text/plain","data":"WWVz"}*'
        $bodies[1] | Should -BeLike '*"document":{"name":"b.pdf","data_url":"https://files.example.com/b.pdf"}*'
    }

    It 'wants one file, not none and not two' {
        foreach ($given in @{}, @{ Content = [byte[]]1; Url = 'https://files.example.com/b.pdf' }) {
            $result = Invoke-Script { Add-KomboEmployeeDocument -EmployeeId $rosa -CategoryId $category @given }
            $result.Errors[0].Exception.Message | Should -BeLike '*-Path, -LiteralPath, -Content and -Url*'
        }
    }

    It 'refuses ids of the connected tool, and categories of another model' {
        (Invoke-Script { Add-KomboEmployeeDocument -EmployeeId remote:1 -Content ([byte[]]1) -Name a.pdf -CategoryId $category }).Errors[0].Exception.Message | Should -BeLike '*Kombo''s id here*'
        (Invoke-Script { Add-KomboEmployeeDocument -EmployeeId $rosa -Content ([byte[]]1) -Name a.pdf -CategoryId (Get-KomboLocation)[0] }).Errors.Count | Should -Be 1
    }
}

Describe 'Skills' {
    AfterEach {
        Assert-NoReplyLeft
    }

    It 'are created from what was exported' {
        $rows = Get-KomboSkill | Where-Object Name -In SQL, 'First aid' | Select-Object @{ n = 'Name'; e = { "$($_.Name) II" } }, OrderedLevels | ConvertTo-Csv | ConvertFrom-Csv
        $created = $rows | New-KomboSkill | Sort-Object Name
        $created.Name | Should -Be 'First aid II', 'SQL II'
        $created[0].OrderedLevels | Should -BeNullOrEmpty
        $created[1].OrderedLevels | Should -Be 'Beginner', 'Advanced', 'Expert'
    }

    It 'change, are given, and go, with what hangs on them' {
        $skill = New-KomboSkill -Name Juggling -Level a, b
        $null = $skill | Update-KomboSkill -Level b, c
        (Get-KomboSkill -Id $skill.Id).Name | Should -Be 'Juggling'
        (Get-KomboSkill -Id $skill.Id).OrderedLevels | Should -Be 'b', 'c'

        $assignments = Get-KomboEmployee -Id $rosa, $ivan | New-KomboEmployeeSkillAssignment -SkillId $skill -CurrentLevel b
        $assignments.EmployeeId | Should -Be $rosa, $ivan
        ($assignments[0] | Update-KomboEmployeeSkillAssignment -CurrentLevel $null).CurrentLevel | Should -BeNullOrEmpty
        ($assignments[1] | Update-KomboEmployeeSkillAssignment -CurrentLevel c).CurrentLevel | Should -Be 'c'
        ($skill | Get-KomboEmployeeSkillAssignment).CurrentLevel | Should -Be $null, 'c'

        $null = $assignments[0] | Remove-KomboEmployeeSkillAssignment -Confirm:$false
        ($skill | Get-KomboEmployeeSkillAssignment).EmployeeId | Should -Be $ivan
        ($skill | Remove-KomboSkill -Confirm:$false).RemoteDeletedAt | Should -Not -BeNullOrEmpty
        $skill | Get-KomboEmployeeSkillAssignment | Should -BeNullOrEmpty
    }

    It 'keep their level when none is given, even from an object that has one' {
        $assignment = Get-KomboEmployeeSkillAssignment | Where-Object CurrentLevel | Select-Object -First 1
        $result = Invoke-Script { $assignment | Update-KomboEmployeeSkillAssignment }
        $result.Errors[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        $result = Invoke-Script { [pscustomobject]@{ EmployeeSkillAssignmentId = $assignment.Id; CurrentLevel = '' } | Update-KomboEmployeeSkillAssignment }
        $result.Errors.Count | Should -Be 1
        (Get-KomboEmployeeSkillAssignment -Id $assignment.Id).CurrentLevel | Should -Be $assignment.CurrentLevel
    }
}

Describe 'Skills by the id of the caller' {
    AfterEach {
        Assert-NoReplyLeft
    }

    It 'are created once, changed afterwards, and archived' {
        $first = New-KomboSkill -Name Dowsing -OriginId skill-1 -Level a, b
        $again = New-KomboSkill -Name 'Dowsing for water' -OriginId skill-1
        $again.Id | Should -Be $first.Id
        $again.OrderedLevels | Should -Be 'a', 'b'
        (Get-KomboSkill -Id $first.Id).Name | Should -Be 'Dowsing for water'
        (New-KomboSkill -Name Dowsing -OriginId skill-1 -Status INACTIVE).RemoteDeletedAt | Should -Not -BeNullOrEmpty
        Get-KomboSkill -RemoteId $first.RemoteId | Should -BeNullOrEmpty
        (New-KomboSkill -Name Dowsing -OriginId skill-1).RemoteDeletedAt | Should -BeNullOrEmpty
    }

    It 'are read page by page, and by when they changed' {
        (Get-KomboSkill -PageSize 2).Count | Should -Be (Get-KomboSkill).Count
        $skill = New-KomboSkill -Name Skipping -OriginId skill-2
        (Get-KomboSkill -UpdatedAfter $skill.ChangedAt.AddSeconds(-1)).Id | Should -Contain $skill.Id
        (Get-KomboSkill -UpdatedAfter $skill.ChangedAt.AddSeconds(1)).Id | Should -Not -Contain $skill.Id
    }
}

Describe 'Skill ratings' {
    BeforeAll {
        $numeric = Get-KomboSkill | Where-Object { $_.ProficiencyScale.Type -eq 'NUMERIC' } | Select-Object -First 1
        $select = Get-KomboSkill -NameContains negotiation
        $expert = $select.ProficiencyScale.OrderedOptions | Where-Object Name -EQ Expert
    }

    AfterEach {
        Assert-NoReplyLeft
    }

    It 'are overwritten by the same source, and stand beside those of others' {
        $first = $rosa | Set-KomboSkillRating -SkillId $numeric -ProficiencyValue 2 -RatingSource MANAGER
        $second = $rosa | Set-KomboSkillRating -SkillId $numeric -ProficiencyValue 4 -RatingSource MANAGER
        $other = $rosa | Set-KomboSkillRating -SkillId $numeric -RatingSource SELF
        $second.Id | Should -Be $first.Id
        $second.Level | Should -Be 4
        $other.Id | Should -Not -Be $first.Id
        $other.Level | Should -BeNullOrEmpty
        (Get-KomboSkillRating -Id $first.Id).Proficiency.type | Should -Be 'NUMERIC'
        (Get-KomboSkillRating -Id $first.Id).Level | Should -Be 4
    }

    It 'take an option of the skill, and no other level' {
        ($rosa | Set-KomboSkillRating -SkillId $select -ProficiencyOptionId $expert -RatingSource MANAGER).Level | Should -Be Expert
        $result = Invoke-Script { $rosa | Set-KomboSkillRating -SkillId $select -ProficiencyValue 3 }
        $result.Errors[0].FullyQualifiedErrorId | Should -BeLike 'REMOTE.INPUT_INVALID,*'
        $result = Invoke-Script { $rosa | Set-KomboSkillRating -SkillId $numeric -ProficiencyValue 99 }
        $result.Errors[0].FullyQualifiedErrorId | Should -BeLike 'REMOTE.INPUT_INVALID,*'
    }

    It 'come from CSV rows, with numbers written as -Culture says' {
        $rows = "EmployeeId;SkillId;ProficiencyValue`n$rosa;$($numeric.Id);2,5`n$ivan;$($numeric.Id);" | ConvertFrom-Csv -Delimiter ';'
        ($rows | Set-KomboSkillRating -Culture de-DE).Level | Should -Be 2.5, $null
    }

    It 'give the employee and the skill when they are piped, and nothing else' {
        $rating = $rosa | Set-KomboSkillRating -SkillId $select -ProficiencyOptionId $expert -RatingSource MANAGER
        $copy = $rating | Set-KomboSkillRating -RatingSource SELF
        $copy.SkillId | Should -Be $select.Id
        $copy.Level | Should -BeNullOrEmpty
    }

    It 'go in the older form with -AdditionalField' {
        ($rosa | Set-KomboSkillRating -SkillId $numeric -AdditionalField @{ proficiency = 5 }).Level | Should -Be 5
    }
}

Describe 'Hiring for a position' {
    AfterEach {
        Assert-NoReplyLeft
    }

    It 'is piped, takes one of the openings, and says when there are none' {
        $entity = Get-KomboStaffingEntity -Status OPEN_LIMITED | Where-Object NumberOfOpenings -EQ 1 | Select-Object -First 1
        $good = @{ firstName = 'Mary'; lastName = 'Jackson'; startDate = '2026-12-01' }
        ($entity | Get-KomboEmployeeForm).Properties.Keys | Should -Contain 'firstName'
        $created = $entity | New-KomboEmployee -Property $good
        (Get-KomboEmployee -Id $created.Id).JobTitle | Should -Be $entity.Name
        (Get-KomboStaffingEntity -Id $entity.Id).Status | Should -Be FILLED
        $result = Invoke-Script { New-KomboEmployee -Property $good -StaffingEntityId $entity -SkipFormCheck }
        $result.Errors[0].FullyQualifiedErrorId | Should -BeLike 'HRIS.STAFFING_ENTITY_CLOSED,*'
    }

    It 'is one of the columns of a row, and no field of the form' {
        $entity = Get-KomboStaffingEntity -Status OPEN_LIMITED | Where-Object NumberOfOpenings -EQ 1 | Select-Object -First 1
        $rows = "firstName,lastName,startDate,StaffingEntityId`nGrace,Hopper,2026-12-01,$($entity.Id)`nAda,Lovelace,2026-12-01," | ConvertFrom-Csv
        $result = Invoke-Script { $rows | New-KomboEmployee }
        $result.Errors | Should -BeNullOrEmpty
        $result.Output.Count | Should -Be 2
        (Get-KomboStaffingEntity -Id $entity.Id).Status | Should -Be FILLED
    }
}

Describe 'Compare-KomboProvisioningGroup' {
    AfterEach {
        Assert-NoReplyLeft
    }

    It 'compares all users of the pipeline with one request, whatever their ids are' {
        $users = @(
            [pscustomobject]@{ OriginId = 1; Email = 'ROSA.kowalski@example.com' }
            [pscustomobject]@{ origin_id = 'b'; email = 'gone@example.com' })
        $calls = Get-Call $sandbox { $script:diff = $users | Compare-KomboProvisioningGroup -EmployeeField id, groups }
        $calls | Should -Be 'POST hris/provisioning-groups/default/diff'
        $diff.AlreadyProvisioned.EmployeeId | Should -Be $rosa
        $diff.AlreadyProvisioned.OriginId | Should -Be '1'
        $diff.ToDeprovision.OriginId | Should -Be 'b'
        $diff.ToProvision.Count | Should -BeGreaterThan 1000
        $diff.ToProvision[0].Employee.Groups.Count | Should -BeGreaterThan 0
        $diff.ToProvision[0].Employee.FirstName | Should -BeNullOrEmpty
        ($diff.AlreadyProvisioned | Get-KomboEmployee).Id | Should -Be $rosa
    }

    It 'compares nothing when one of the users is incomplete' {
        foreach ($bad in @{ Email = 'x@example.com' }, [pscustomobject]@{ OriginId = 2; Email = ' ' }, 'x@example.com', (Get-KomboEmployee -Id $ivan)) {
            $calls = Get-Call $sandbox { $script:result = Invoke-Script { @{ OriginId = 1; Email = 'a@example.com' }, $bad | Compare-KomboProvisioningGroup } }
            $calls | Should -BeNullOrEmpty
            $result.Terminated | Should -BeTrue
            $result.Errors[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        }
    }
}

Describe 'Lists of HR data' {
    AfterEach {
        Assert-NoReplyLeft
    }

    It 'are read for piped <Noun>' -TestCases @(
        @{ Noun = 'locations'; Read = { Get-KomboLocation -NameContains hamburg | Get-KomboEmployee -PageSize 5 }; Query = 'work_location_ids=' }
        @{ Noun = 'legal entities'; Read = { Get-KomboLegalEntity -NameContains inc | Get-KomboEmployee }; Query = 'legal_entity_ids=' }
        @{ Noun = 'review cycles'; Read = { Get-KomboPerformanceReviewCycle | Select-Object -First 2 | Get-KomboPerformanceReview }; Query = 'review_cycle_ids=*%2C' }
        @{ Noun = 'reviewees'; Read = { (Get-KomboPerformanceReview -PageSize 5 | Select-Object -First 2).Reviewee | Get-KomboPerformanceReview }; Query = 'reviewee_ids=*%2C' }
        @{ Noun = 'employees of timesheets'; Read = { '26vafvWSRmbhNcxJYqjCzuJg' | Get-KomboEmployee | Get-KomboTimesheet }; Query = 'employee_id=26vafvWSRmbhNcxJYqjCzuJg' }
    ) {
        (Get-Call $sandbox $Read)[-1] | Should -BeLike "*$Query*"
    }

    It 'honour every filter of timesheets' {
        $from = [datetime]'2026-10-26T00:00:00Z'
        $until = [datetime]'2026-10-27T00:00:00Z'
        $all = Get-KomboTimesheet
        $day = Get-KomboTimesheet -StartedAfter $from -StartedBefore $until
        $day.Count | Should -Be @($all | Where-Object { $_.StartedAt -ge $from -and $_.StartedAt -lt $until }).Count
        $day.Count | Should -BeGreaterThan 10
        (Get-KomboTimesheet -EndedAfter $from -EndedBefore $until).Count | Should -Be @($all | Where-Object { $_.EndedAt -ge $from -and $_.EndedAt -le $until }).Count
    }

    It 'read well as CSV' {
        $rows = (Get-KomboPerformanceReview | Select-Object -First 50) , (Get-KomboStaffingEntity | Select-Object -First 20), (Get-KomboTimesheet | Select-Object -First 50), (Get-KomboTimeOffBalance | Select-Object -First 5)
        $rows | ForEach-Object { $_ | ConvertTo-Csv } | Should -Not -Match 'Kombo\.Models|System\.'
    }
}
