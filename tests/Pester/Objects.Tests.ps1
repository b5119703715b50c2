BeforeDiscovery {
    . $PSScriptRoot/Common.ps1
    $types = (Get-Module Kombo).ExportedCmdlets.Values | ForEach-Object { $_.OutputType.Type } | Where-Object { $_.Namespace -eq 'Kombo.Models' -and $_ -ne [Kombo.Models.KomboMap] } |
        ForEach-Object { $base = $_; if ($base.IsAbstract) { $base.Assembly.GetExportedTypes().Where({ $_.IsSubclassOf($base) }) } else { $base } } |
        Sort-Object FullName -Unique | ForEach-Object { @{ Type = $_; Name = $_.Name } }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $sandbox = Connect-Kombo -Sandbox -Name Sandbox
    $server = Open-TestServer
    $null = Connect-TestServer $server -Name Test
    $rosa = Get-KomboEmployee -Id 26vafvWSRmbhNcxJYqjCzuJg -Connection Sandbox

    # The object that the module makes of one row of JSON.
    function Get-Read {
        param([string] $Json, [string] $Command = 'Get-KomboEmployee')
        $server.Enqueue([Kombo.Tests.LoopbackReply]::Json("{`"status`":`"success`",`"data`":{`"results`":[$Json],`"next`":null}}"))
        & $Command -Connection Test
    }

    # One object of each kind that the module reads, as the sandbox has them.
    $application = Get-KomboApplication -Connection Sandbox | Where-Object { $_.ScreeningQuestionAnswers.Count -and $_.Interviews.Count } | Select-Object -First 1
    $absence = Get-KomboAbsence -Connection Sandbox | Select-Object -First 1
    $samples = @{
        Absence               = $absence
        AbsenceType           = Get-KomboAbsenceType -Connection Sandbox | Select-Object -First 1
        ApiKeyInfo            = Test-KomboApiKey -Detailed -Connection Sandbox
        Application           = $application
        ApplicationAttachment = Get-KomboApplication -Connection Sandbox | Select-Object -First 20 | Get-KomboApplicationAttachment -Connection Sandbox | Select-Object -First 1
        Candidate             = $application | Get-KomboCandidate -Connection Sandbox
        Employee              = $rosa
        EmployeeForm          = Get-KomboEmployeeForm -Connection Sandbox
        EmployeeFormResult    = $null
        Group                 = Get-KomboGroup -Connection Sandbox | Select-Object -First 1
        Integration           = Get-KomboIntegration -Connection Sandbox
        IntegrationField      = Get-KomboIntegrationField -Connection Sandbox | Select-Object -First 1
        Job                   = Get-KomboJob -Connection Sandbox | Select-Object -First 1
        PassthroughResponse   = Invoke-KomboPassthrough sandbox rest /status/404 -Connection Sandbox
        Skill                 = Get-KomboSkill -Connection Sandbox | Select-Object -First 1
        Tool                  = Get-KomboTool hris -Connection Sandbox | Select-Object -First 1
    }
}

AfterAll {
    Disconnect-All
    Close-TestServer
}

Describe 'CSV files' {
    AfterEach {
        Assert-NoReplyLeft
    }

    BeforeAll {
        $line = ($rosa | ConvertTo-Csv | ConvertFrom-Csv)
    }

    It 'has a column for every property, and no type names' {
        $line.PSObject.Properties.Name | Should -Be $rosa.PSObject.Properties.Name
        $line.PSObject.Properties.Value | Where-Object { $_ -match 'System\.|Kombo\.|KomboList|`' } | Should -BeNullOrEmpty
    }

    It 'joins lists, and names nested objects' {
        $line.Groups | Should -Be ($rosa.Groups.Name -join '; ')
        $line.Groups | Should -BeLike '*; *'
        $line.WorkLocation | Should -Be 'Berlin HQ'
        $line.LegalEntity | Should -Be $rosa.LegalEntity.Name
        $line.HomeAddress | Should -BeLike '*Hamburg*'
        $line.Manager | Should -BeNullOrEmpty
    }

    It 'keeps custom fields as JSON that can be read back' {
        ($line.CustomFields | ConvertFrom-Json -AsHashtable).shirt_size | Should -Be $rosa.CustomFields.shirt_size
    }

    It 'has the same columns for all rows' {
        $header = $rosa | ConvertTo-Csv | Select-Object -First 1
        Get-KomboEmployee -Connection Sandbox | Select-Object -Last 1 | ConvertTo-Csv | Select-Object -First 1 | Should -Be $header
    }

    It 'has no cell with a type name, in any export' {
        foreach ($sample in $samples.Values -ne $null) {
            ($sample | ConvertTo-Csv | Select-Object -Last 1) | Should -Not -MatchExactly 'Kombo\.Models|System\.[A-Z]|`1' -Because $sample.GetType().Name
        }
    }
}

Describe 'Views' {
    AfterEach {
        Assert-NoReplyLeft
    }

    It 'has a table and a list for <Name>' -TestCases $types {
        $views = (Get-FormatData -TypeName $Type.FullName).FormatViewDefinition
        $views.Control | ForEach-Object { $_.GetType().Name } | Sort-Object | Should -Be 'ListControl', 'TableControl'
    }

    It 'names only properties that <Name> has' -TestCases $types {
        $controls = (Get-FormatData -TypeName $Type.FullName).FormatViewDefinition.Control
        $shown = @($controls.Rows.Columns.DisplayEntry.Value) + @($controls.Entries.Items.DisplayEntry.Value) | Where-Object { $_ }
        $shown.Count | Should -BeGreaterThan 2
        $shown | Should -BeIn ($Type.GetProperties().Name)
        ($controls | Where-Object { $_ -is [System.Management.Automation.TableControl] }).Rows[0].Columns.Count | Should -BeIn (1..8)
    }

    It 'prints <Name> under Set-StrictMode -Version Latest' -TestCases $types {
        $sample = $samples[$Name] ?? [Activator]::CreateInstance($Type)
        $text = & {
            Set-StrictMode -Version Latest
            $ErrorActionPreference = 'Stop'
            $sample | Out-String -Width 300
            $sample | Format-Table | Out-String -Width 300
            $sample | Format-List | Out-String -Width 300
            $sample | Format-List * -Force | Out-String -Width 300
        }
        ($text -join '') | Should -Not -Match '#ERR|Kombo\.Models|System\.'
    }

    It 'prints an empty <Name>, too' -TestCases $types {
        $text = [Activator]::CreateInstance($Type) | Format-List | Out-String -Width 300
        $text | Should -Not -Match '(?m): Z\s*$' -Because 'a time that is not there is not the end of one'
        $text | Should -Not -Match '#ERR'
    }

    It 'puts numbers under one another' {
        $rows = ([Kombo.Models.TimeOffBalance]@{ Id = 'a'; Balance = 7 }), ([Kombo.Models.TimeOffBalance]@{ Id = 'b'; Balance = 120 })
        $lines = (($rows | Out-String -Width 140) -split '\r?\n') -replace '\e\[[\d;]*m'
        ($lines -match '^a ')[0].IndexOf('7') + 1 | Should -Be (($lines -match '^b ')[0].IndexOf('120') + 3)
    }

    It 'prints a default table for several, and the connection without more than it should' {
        Get-KomboGroup -Connection Sandbox | Select-Object -First 3 | Out-String | Should -Match 'Id\s+Name'
        Get-KomboConnection Sandbox | Out-String -Width 300 | Should -Match 'Name\s+Server\s+EnvironmentId\s+IntegrationId'
    }

    It 'shows days as days, and moments as UTC' {
        $text = $rosa | Format-List | Out-String
        $text | Should -Match 'StartDate\s+: 2018-01-05\s'
        $text | Should -Match 'ChangedAt\s+: \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ\s'
    }
}

Describe 'What is read' {
    AfterEach {
        Assert-NoReplyLeft
    }

    It 'does not shift a day or a moment where the clock shows <Zone>' -TestCases @(
        @{ Zone = 'America/New_York' }
        @{ Zone = 'Asia/Tokyo' }
    ) {
        $server.Enqueue((ConvertTo-Page @(@{ id = 'e1'; start_date = '2026-03-04T00:00:00.000Z'; date_of_birth = '1990-12-31'; changed_at = '2026-03-04T23:30:15.250Z' })), (ConvertTo-Page @()), (ConvertTo-Answer @{ id = 'a1' }), (ConvertTo-Answer @{ id = 'a1' }))
        $before = $server.Requests.Count
        $lines = Invoke-Pwsh -Environment @{ TZ = $Zone } "
            Import-Module '$ModulePath'
            `$null = Connect-Kombo -ApiKey k123 -IntegrationId a:b -Server $($server.Address) -SkipCheck
            `$e = Get-KomboEmployee
            'zone: ' + [TimeZoneInfo]::Local.BaseUtcOffset.TotalHours
            'day: ' + `$e.StartDate.ToString('yyyy-MM-dd HH:mm') + ' ' + `$e.DateOfBirth.ToString('yyyy-MM-dd')
            'moment: ' + `$e.ChangedAt.ToString('o')
            (`$e | Format-List | Out-String) -split '\n' -match '^(StartDate|ChangedAt)'
            Get-KomboEmployee -UpdatedAfter '2026-03-04T10:00:00Z'
            `$null = 'e1' | New-KomboAbsence -AbsenceTypeId t -StartDate `$e.StartDate -EndDate '2026-03-04T23:00:00Z'
            `$null = [pscustomobject]@{ EmployeeId = 'e1'; AbsenceTypeId = 't'; StartDate = '2026-03-04T00:00:00.000Z'; EndDate = '2026-03-04' } | New-KomboAbsence"
        $lines | Should -Contain "zone: $(if ($Zone -eq 'Asia/Tokyo') { 9 } else { -5 })" -Because ($lines -join "`n")
        $lines | Should -Contain 'day: 2026-03-04 00:00 1990-12-31'
        $lines | Should -Contain 'moment: 2026-03-04T23:30:15.2500000Z'
        ($lines -match '^StartDate') | Should -BeLike '*: 2026-03-04'
        ($lines -match '^ChangedAt') | Should -BeLike '*: 2026-03-04 23:30:15Z'
        $sent = @($server.Requests | Select-Object -Skip $before)
        $sent[1].Query('updated_after') | Should -Be '2026-03-04T10:00:00.000Z'
        foreach ($write in $sent[2], $sent[3]) {
            $body = $write.BodyText | ConvertFrom-Json -DateKind String
            $body.start_date, $body.end_date | Should -BeLike '2026-03-04*'
        }
    }

    It 'knows the kind of its times' {
        $rosa.ChangedAt.Kind | Should -Be 'Utc'
        $rosa.StartDate.Kind | Should -Be 'Unspecified'
        $rosa.StartDate.TimeOfDay | Should -Be ([timespan]::Zero)
    }

    It 'keeps keys that differ by case only, and the empty key' {
        $employee = Get-Read '{"id":"e1","custom_fields":{"Size":"L","size":"m","":"nothing","with space":1,"list":[1,{"a":null}]},"remote_data":{"/x":{"ID":1,"id":2}}}'
        $employee.CustomFields.Count | Should -Be 5
        $employee.CustomFields['Size'] | Should -BeExactly 'L'
        $employee.CustomFields['size'] | Should -BeExactly 'm'
        $employee.CustomFields.Size | Should -BeExactly 'L'
        $employee.CustomFields.size | Should -BeExactly 'm'
        $employee.CustomFields[''] | Should -Be 'nothing'
        $employee.CustomFields.'with space' | Should -Be 1
        $employee.CustomFields.list[1].ContainsKey('a') | Should -BeTrue
        $employee.RemoteData['/x']['ID'] | Should -Be 1
        $employee.RemoteData.'/x'.id | Should -Be 2
    }

    It 'does not turn text that looks like a time into one' {
        (Get-Read '{"id":"e1","custom_fields":{"t":"2026-03-04T00:00:00.000Z"}}').CustomFields.t | Should -BeOfType [string]
    }

    It 'keeps members that it does not know, and shows them' {
        $employee = Get-Read '{"id":"e1","future_member":{"a":[1,2]},"another":"x"}'
        $employee.AdditionalData.future_member.a | Should -Be 1, 2
        $employee.AdditionalData['another'] | Should -Be 'x'
        $employee | Format-List | Out-String | Should -Match 'AdditionalData\s+: .*future_member'
        (Get-Read '{"id":"e1"}') | Format-List | Out-String | Should -Not -Match 'AdditionalData'
    }

    It 'keeps a row whose member has an unknown shape, and says so' {
        $result = Invoke-Script { Get-Read '{"id":"e1","first_name":"Ada","groups":"none","weekly_hours":{"value":40}}' }
        $result.Errors | Should -BeNullOrEmpty
        $result.Output.FirstName | Should -Be 'Ada'
        $result.Output.AdditionalData.groups | Should -Be 'none'
        $result.Output.AdditionalData.weekly_hours.value | Should -Be 40
        ($result.Warnings -join ' ') | Should -Match 'groups'
        ($result.Warnings -join ' ') | Should -Match 'weekly_hours'
    }

    It 'lets every value of an enumeration pass' {
        $employee = Get-Read '{"id":"e1","employment_status":"FURLOUGHED","gender":"keine Angabe","employment_type":null}'
        $employee.EmploymentStatus | Should -Be 'FURLOUGHED'
        $employee.Gender | Should -Be 'keine Angabe'
        $employee.EmploymentType | Should -BeNullOrEmpty
        (Get-Read '{"id":"j1","status":"Wartet"}' Get-KomboJob).Status | Should -Be 'Wartet'
    }

    It 'reads a row of nothing but nulls' {
        $employee = Get-Read '{"id":"e1","groups":null,"manager":null,"custom_fields":null,"start_date":null}'
        $employee.Id | Should -Be 'e1'
        $employee | Out-String | Should -Not -BeNullOrEmpty
        $employee | ConvertTo-Csv | Should -Not -BeNullOrEmpty
    }

    It 'can be turned into JSON' {
        foreach ($sample in $samples.Values -ne $null) {
            $json = $sample | ConvertTo-Json -Depth 10 -WarningAction SilentlyContinue
            { $json | ConvertFrom-Json -AsHashtable } | Should -Not -Throw -Because $sample.GetType().Name
        }

        $json = $rosa | ConvertTo-Json -Depth 10 | ConvertFrom-Json -AsHashtable
        $json.Groups[0].Name | Should -Be $rosa.Groups[0].Name
        $json.CustomFields.shirt_size | Should -Be 'L'
    }

    It 'survives Export-Clixml' {
        $rosa | Export-Clixml TestDrive:/rosa.xml
        (Import-Clixml TestDrive:/rosa.xml).EmployeeId | Should -Be $rosa.Id
        (Import-Clixml TestDrive:/rosa.xml | Get-KomboEmployee -Connection Sandbox).Id | Should -Be $rosa.Id
    }

    It 'has its id under the name that other commands take' {
        $absence.AbsenceId | Should -Be $absence.Id
        $rosa.EmployeeId | Should -Be $rosa.Id
        $application.ApplicationId | Should -Be $application.Id
        $application.Candidate.PSObject.Properties['CandidateId'].Value ?? $application.CandidateId | Should -Be $application.CandidateId
    }

    It 'reads well as text' {
        "$rosa" | Should -Be 'Rosa Kowalski'
        $rosa.Groups.ToString() | Should -Be 'Management; Board; Cost Centre 4000'
        "$absence" | Should -Match '\d{4}-\d\d-\d\d'
        foreach ($sample in $samples.Values -ne $null) {
            "$sample" | Should -Not -Match '^Kombo\.Models' -Because $sample.GetType().Name
        }
    }

    It 'reads lists like lists' {
        $rosa.Groups.Count | Should -Be 3
        $rosa.Groups.Name | Should -Contain 'Board'
        ($rosa.Groups | Where-Object Type -EQ 'COST_CENTER').Count | Should -Be 1
    }
}

Describe 'The passthrough' {
    AfterEach {
        Assert-NoReplyLeft
    }

    It 'gives status, headers and body of the tool' {
        $answer = Invoke-KomboPassthrough sandbox rest /some/path -Method GET -Query @{ a = 1 } -Connection Sandbox
        $answer.Status | Should -Be 200
        $answer.Headers.Count | Should -BeGreaterThan 0
        $answer.Data | Should -Not -BeNullOrEmpty
        (Invoke-KomboPassthrough sandbox rest /status/404 -Connection Sandbox).Status | Should -Be 404
        (Invoke-KomboPassthrough sandbox rest /empty -Connection Sandbox).Data | Should -BeNullOrEmpty
        (Invoke-KomboPassthrough sandbox rest /text -Connection Sandbox).Data | Should -BeOfType [string]
    }
}

Describe 'Completion' {
    AfterEach {
        Assert-NoReplyLeft
    }

    BeforeAll {
        function Get-Completion([string] $Line) {
            (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches.CompletionText
        }
    }

    It 'offers the known values of <Line>' -TestCases @(
        @{ Line = 'Get-KomboEmployee -EmploymentStatus '; Values = 'ACTIVE', 'PENDING', 'INACTIVE', 'LEAVE' }
        @{ Line = 'Get-KomboEmployee -EmploymentStatus a'; Values = @('ACTIVE') }
        @{ Line = 'Get-KomboEmployee -EmploymentStatus ACTIVE, p'; Values = @('PENDING') }
        @{ Line = 'Kombo\Get-KomboEmployee -EmploymentStatus l'; Values = @('LEAVE') }
        @{ Line = 'Get-KomboGroup -Type '; Values = 'DEPARTMENT', 'TEAM', 'COST_CENTER', 'null' }
        @{ Line = 'Add-KomboApplicationAttachment -Type C'; Values = 'CV', 'COVER_LETTER' }
        @{ Line = 'Connect-Kombo -Region '; Values = 'EU', 'US', 'CA' }
        @{ Line = 'Get-KomboEmployee -Connection '; Values = 'Sandbox', 'Test' }
        @{ Line = 'Get-KomboEmployee -Connection s'; Values = @('Sandbox') }
        @{ Line = 'Disconnect-Kombo t'; Values = @('Test') }
        @{ Line = 'Get-KomboEmployee -IntegrationId sand'; Values = @("'sandbox:5tBcJ4Wq9zYx2Kd7Lm3Np6Rv'") }
    ) {
        Get-Completion $Line | Should -Be $Values
    }

    It 'asks no server' {
        $before = $server.Requests.Count
        $null = Get-Completion 'Get-KomboEmployee -Connection Test -EmploymentStatus '
        $server.Requests.Count | Should -Be $before
    }

    It 'offers names and puts in ids for <Line>' -TestCases @(
        @{ Line = 'New-KomboAbsence -Connection Sandbox -AbsenceTypeId '; Command = 'Get-KomboAbsenceType' }
        @{ Line = 'Get-KomboAbsence -Connection Sandbox -TypeId '; Command = 'Get-KomboAbsenceType' }
        @{ Line = 'Deny-KomboApplication -Connection Sandbox -RejectionReasonId '; Command = 'Get-KomboRejectionReason' }
        @{ Line = 'Get-KomboEmployee -Connection Sandbox -LegalEntityId '; Command = 'Get-KomboLegalEntity' }
        @{ Line = 'Update-KomboEmployee -Connection Sandbox -LegalEntityId '; Command = 'Get-KomboLegalEntity' }
        @{ Line = 'Get-KomboEmployee -Connection Sandbox -GroupId '; Command = 'Get-KomboGroup' }
        @{ Line = 'Get-KomboEmployee -Connection Sandbox -WorkLocationId '; Command = 'Get-KomboLocation' }
        @{ Line = 'Update-KomboEmployee -Connection Sandbox -LocationId '; Command = 'Get-KomboLocation' }
        @{ Line = 'Add-KomboEmployeeDocument -Connection Sandbox -CategoryId '; Command = 'Get-KomboEmployeeDocumentCategory' }
    ) {
        $known = @(& $Command -Connection Sandbox | Where-Object Name)
        $found = @((TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches)
        $known[0].Id | Should -BeIn $found.CompletionText
        $known[0].Name | Should -BeIn $found.ListItemText
        $typed = "$Line$($known[0].Name.Substring(0, 2).ToLowerInvariant())"
        $found = @((TabExpansion2 -inputScript $typed -cursorColumn $typed.Length).CompletionMatches)
        ($found | Where-Object ListItemText -EQ $known[0].Name).CompletionText | Should -Contain $known[0].Id
        ($found | Where-Object ListItemText -EQ $known[0].Name | Select-Object -First 1).ToolTip | Should -BeLike "$($known[0].Name)*"
    }

    It 'offers the stages of jobs, and the names of tags' {
        $stage = (Get-KomboJob -Connection Sandbox | Where-Object { $_.Stages.Count } | Select-Object -First 1).Stages[0]
        foreach ($line in 'Move-KomboApplication -Connection Sandbox -StageId ', 'Get-KomboApplication -Connection Sandbox -CurrentStageId ') {
            $typed = "$line$($stage.Id)"
            (TabExpansion2 -inputScript $typed -cursorColumn $typed.Length).CompletionMatches.ListItemText | Should -BeLike "$($stage.Name) (*)"
        }

        $tag = (Get-KomboTag -Connection Sandbox | Select-Object -First 1).Name
        $typed = "Add-KomboCandidateTag -Connection Sandbox -Name $($tag.Substring(0, 2))"
        (TabExpansion2 -inputScript $typed -cursorColumn $typed.Length).CompletionMatches.ListItemText | Should -Contain $tag
    }

    It 'reads names once for each integration, and asks no more when they cannot be read' {
        $server.Enqueue((ConvertTo-Page @(@{ id = 'id-1'; name = 'Paid leave' }, @{ id = 'id-2'; name = $null })))
        $before = $server.Requests.Count
        1..3 | ForEach-Object { Get-Completion 'New-KomboAbsence -Connection Test -AbsenceTypeId ' | Should -Be "'id-2'", "'id-1'" }
        Get-Completion 'New-KomboAbsence -Connection Test -AbsenceTypeId leave' | Should -Be "'id-1'"
        $server.Requests.Count - $before | Should -Be 1
        $server.Enqueue((ConvertTo-ErrorReply INTEGRATION.MODEL_DISABLED))
        1..3 | ForEach-Object { $null = Get-Completion 'New-KomboAbsence -Connection Test -IntegrationId other:1 -AbsenceTypeId ' }
        $server.Requests.Count - $before | Should -Be 2
        $server.Requests[$before + 1].Header('X-Integration-Id') | Should -Be 'other:1'
    }

    It 'offers no files in place of names that are not there' {
        Push-Location $PSScriptRoot
        try {
            $line = 'New-KomboAbsence -Connection Sandbox -AbsenceTypeId Objects.T'
            (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches.CompletionText | Where-Object { $_ -like '*.ps1' } | Should -BeNullOrEmpty
        }
        finally {
            Pop-Location
        }
    }

    It 'spells a known value as the API does, and sends an unknown one as it is' {
        $server.Enqueue((ConvertTo-Page @()), (ConvertTo-Page @()))
        $before = $server.Requests.Count
        Get-KomboEmployee -EmploymentStatus active, Leave -Connection Test
        Get-KomboEmployee -EmploymentStatus Furloughed -Connection Test
        $server.Requests[$before].Query('employment_statuses') | Should -BeExactly 'ACTIVE,LEAVE'
        $server.Requests[$before + 1].Query('employment_statuses') | Should -BeExactly 'Furloughed'
    }
}

Describe 'Comparing' {
    AfterEach {
        Assert-NoReplyLeft
    }

    BeforeAll {
        $previous = $PSDefaultParameterValues.Clone()
        $PSDefaultParameterValues['Get-Kombo*:Connection'] = 'Sandbox'
        function New-Manager([string] $Id, [string] $Name) { [Kombo.Models.EmployeeManager]@{ Id = $Id; DisplayFullName = $Name } }
        function New-Report([string] $Id, $Manager) { [Kombo.Models.Employee]@{ Id = $Id; Manager = $Manager } }
        $reports = (New-Report 1 (New-Manager m2 'Ada Muster')), (New-Report 2 (New-Manager m1 'Ada Muster')), (New-Report 3 (New-Manager m2 'Ada Muster')), (New-Report 4 $null), (New-Report 5 (New-Manager m3 'Ada Mast'))
    }

    AfterAll {
        $PSDefaultParameterValues.Clear()
        $previous.GetEnumerator() | ForEach-Object { $PSDefaultParameterValues[$_.Key] = $_.Value }
    }

    It 'with a text compares what an object shows' {
        $absences = @(Get-KomboAbsence | Select-Object -First 300)
        $vacations = @($absences | Where-Object { $_.Type.Name -eq 'Vacation' })
        $vacations.Count | Should -BeGreaterThan 10
        @($absences | Where-Object Type -EQ 'Vacation').Count | Should -Be $vacations.Count
        @($absences | Where-Object Type -EQ 'vacation').Count | Should -Be $vacations.Count
        @($absences | Where-Object Type -NE 'Vacation').Count | Should -Be ($absences.Count - $vacations.Count)
        @($absences | Where-Object { 'Vacation' -eq $_.Type }).Count | Should -Be $vacations.Count
        @($absences | Where-Object Type -In 'Vacation', 'Nothing').Count | Should -Be $vacations.Count
        @($absences | Where-Object { $_.Type -in 'Vacation', 'Nothing' }).Count | Should -Be $vacations.Count
        @($absences.Type -eq 'Vacation').Count | Should -Be $vacations.Count
        @($absences | Where-Object { switch ($_.Type) { 'Vacation' { $true } } }).Count | Should -Be $vacations.Count
    }

    It 'with a text works for lists and other objects' {
        $employees = @(Get-KomboEmployee | Select-Object -First 300)
        @($employees | Where-Object Groups -Contains 'Engineering').Count | Should -Be @($employees | Where-Object { $_.Groups.Name -contains 'Engineering' }).Count
        @($employees | Where-Object Groups -Contains 'Engineering').Count | Should -BeGreaterThan 5
        @($employees | Where-Object { $_.Groups -notcontains 'Engineering' }).Count | Should -Be @($employees | Where-Object { $_.Groups.Name -notcontains 'Engineering' }).Count
        $place = $employees.WorkLocation.Name | Where-Object { $_ } | Select-Object -First 1
        @($employees | Where-Object WorkLocation -EQ $place).Count | Should -Be @($employees | Where-Object { $_.WorkLocation.Name -eq $place }).Count
        $stages = @(Get-KomboApplication | Select-Object -First 200).CurrentStage | Where-Object { $_ }
        $two = $stages.Name | Select-Object -Unique -First 2
        @($stages -in $two | Where-Object { $_ }).Count | Should -Be 0 -Because 'the left side is one value'
        @($stages | Where-Object { $_ -in $two }).Count | Should -Be @($stages | Where-Object Name -In $two).Count
    }

    It 'with another object goes by ids' {
        $groups = @($reports | Group-Object Manager)
        $groups.Count | Should -Be 4
        ($groups | Where-Object { $_.Group.Id -contains '1' }).Group.Id | Should -Be '1', '3'
        ($reports | Where-Object Manager | Sort-Object Manager).Id | Should -Be '5', '2', '1', '3'
        @($reports.Manager | Where-Object { $_ } | Sort-Object -Unique).Count | Should -Be 3
        @($reports.Manager | Where-Object { $_ } | Select-Object -Unique).Count | Should -Be 3
        @(Compare-Object $reports[0] $reports[1] -Property Manager).Count | Should -Be 2
        @(Compare-Object $reports[0] $reports[2] -Property Manager).Count | Should -Be 0
        @(Compare-Object $reports[0].Manager (New-Manager m2 'Ada New-Name')).Count | Should -Be 0
        ($reports[0].Manager -eq $reports[2].Manager) | Should -BeTrue
        ($reports[0].Manager -eq $reports[1].Manager) | Should -BeFalse
        ([Kombo.Models.Employee]@{ Id = 'm2' } -eq $reports[0].Manager) | Should -BeTrue
        ($reports | Where-Object Manager | Group-Object Manager -AsHashTable)[$reports[2].Manager].Id | Should -Be '1', '3'
    }

    It 'sorts whole objects as they read' {
        $names = (Get-KomboAbsenceType | Sort-Object).Name
        $names | Should -Be ($names | Sort-Object)
    }
}
