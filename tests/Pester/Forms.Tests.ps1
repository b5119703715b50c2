BeforeAll {
    . $PSScriptRoot/Common.ps1
    Disconnect-All
    $sandbox = Open-RecordedSandbox
    function Connect-Anew {
        # A connection without a remembered form.
        $null = Connect-Kombo -Server $sandbox.Server.BaseAddress -ApiKey (Get-SandboxType SandboxDefaults)::ApiKey -IntegrationId (Get-SandboxType SandboxDefaults)::IntegrationId -SkipCheck -MaxRetry 0
    }

    $good = @{ firstName = 'Ada'; lastName = 'Lovelace'; startDate = '2026-12-01' }
}

AfterAll {
    Disconnect-All
    $sandbox.Server.Dispose()
}

Describe 'The form check of New-KomboEmployee' {
    AfterEach {
        Assert-NoReplyLeft
    }

    BeforeEach {
        Connect-Anew
    }

    It 'reads the form once for a pipeline, and once for several commands' {
        $calls = Get-Call $sandbox { 1..3 | ForEach-Object { [pscustomobject]@{ Property = $good } } | New-KomboEmployee; New-KomboEmployee $good }
        $calls | Should -Be (@('GET hris/employees/form') + @('POST hris/employees/form') * 4)
    }

    It 'uses what Get-KomboEmployeeForm has read' {
        $null = Get-KomboEmployeeForm
        Get-Call $sandbox { New-KomboEmployee $good } | Should -Be 'POST hris/employees/form'
    }

    It 'sends nothing when something does not fit, names all of it, and goes on with the next' {
        $rows = @(
            [pscustomobject]@{ Line = 1; Property = @{ firstName = 'Ada'; lastName = 'L'; startDate = 'soon'; yearlySalary = -5; gender = 'x'; homeAddress = @{ city = 'B' } } }
            [pscustomobject]@{ Line = 2; Property = $good })
        $calls = Get-Call $sandbox { $script:result = Invoke-Script { $rows | New-KomboEmployee -IgnoreColumn Line } }
        $calls | Should -Be @('GET hris/employees/form', 'POST hris/employees/form')
        $result.Errors.Count | Should -Be 1
        $result.Terminated | Should -BeFalse
        $result.Errors[0].TargetObject.Line | Should -Be 1
        $result.Errors[0].FullyQualifiedErrorId | Should -BeLike 'Kombo.InvalidInput,*'
        $result.Errors[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        foreach ($part in "startDate: 'soon'*", 'yearlySalary: -5*0 to 500000*', "gender: 'x'*Female, Male*", 'homeAddress.street: it is required*', 'homeAddress.country: it is required*') {
            "$($result.Errors[0])" | Should -BeLike "*$part"
        }

        @($result.Output).Count | Should -Be 1
    }

    It 'ends at the first row with a column that the form has no field for' {
        $file = "firstName;lastNam;shoeSize`nAda;Lovelace;38`nGrace;Hopper;39" | ConvertFrom-Csv -Delimiter ';'
        $calls = Get-Call $sandbox { $script:result = Invoke-Script { $file | New-KomboEmployee } }
        $calls | Should -Not -Contain 'POST hris/employees/form'
        $result.Terminated | Should -BeTrue
        $result.Errors.Count | Should -Be 1
        "$($result.Errors[0])" | Should -BeLike 'lastNam: did you mean lastName?*lastNam, shoeSize*-IgnoreColumn*'
    }

    It 'leaves out the columns that -IgnoreColumn names' {
        $row = [pscustomobject]($good + @{ shoeSize = '38'; shoeColour = 'red'; RunspaceId = [guid]::Empty })
        Get-Call $sandbox { $script:result = Invoke-Script { $row | New-KomboEmployee -IgnoreColumn shoe* } } | Should -Contain 'POST hris/employees/form'
        $result.Errors | Should -BeNullOrEmpty
    }

    It 'reads the cells of a form by -Culture, and refuses them without' {
        $server = Open-TestServer
        try {
            $null = Connect-TestServer $server
            $form = @{ properties = [ordered]@{
                    day    = @{ type = 'date'; label = 'Day'; required = $false }
                    amount = @{ type = 'number'; label = 'Amount'; required = $false }
                    remote = @{ type = 'checkbox'; label = 'Remote'; required = $false }
                } }
            $cells = [pscustomobject]@{ day = '01.03.2027'; amount = '50.000'; remote = 'WAHR' }
            $server.Enqueue((ConvertTo-Answer $form), (ConvertTo-Answer @{ id = 'e1'; remote_id = 'r1'; prehire = @{ remote_id = $null } }))
            $null = $cells | New-KomboEmployee -Culture de-DE
            ($server.Requests[-1].BodyText | ConvertFrom-Json -DateKind String).properties | ConvertTo-Json -Compress | Should -Be '{"day":"2027-03-01","amount":50000,"remote":true}'
            $server.Enqueue((ConvertTo-Answer $form))
            $result = Invoke-Script { $cells | New-KomboEmployee }
            $server.Requests[-1].Method | Should -Be GET
            foreach ($part in "day: '01.03.2027'", "amount: '50.000'", "remote: 'WAHR'", '-Culture de-DE') {
                "$($result.Errors[0])" | Should -BeLike "*$part*"
            }
        }
        finally {
            Disconnect-Kombo
            $server.Dispose()
        }
    }

    It 'takes no object of this module for the fields of a form' {
        $employee = Get-KomboEmployee | Select-Object -First 1
        $employee | Export-Clixml -LiteralPath TestDrive:/employee.xml
        $calls = Get-Call $sandbox { $script:result = Invoke-Script { $employee, (Import-Clixml -LiteralPath TestDrive:/employee.xml) | New-KomboEmployee -SkipFormCheck } }
        $calls | Should -BeNullOrEmpty
        $result.Errors.Count | Should -Be 2
    }

    It 'refuses nothing because of a form it remembers' {
        $server = Open-TestServer
        try {
            $null = Connect-TestServer $server
            $server.Enqueue((ConvertTo-Answer @{ properties = @{ a = @{ type = 'text'; label = 'A'; required = $false } } }))
            $null = Get-KomboEmployeeForm
            $server.Enqueue((ConvertTo-Answer @{ properties = @{ b = @{ type = 'text'; label = 'B'; required = $false } } }), (ConvertTo-Answer @{ id = 'e1'; remote_id = 'r1'; prehire = @{ remote_id = $null } }))
            (New-KomboEmployee @{ b = 'x' }).EmployeeId | Should -Be 'e1'
            $server.Requests.Method | Should -Be @('GET', 'GET', 'POST')
        }
        finally {
            Disconnect-All
            $server.Dispose()
        }
    }

    It 'ends, with the way out, when the form cannot be read' {
        $calls = Get-Call $sandbox { $script:result = Invoke-Script { 1..3 | ForEach-Object { [pscustomobject]@{ Property = $good } } | New-KomboEmployee -IntegrationId fail:INTEGRATION.ACTION_NOT_AVAILABLE } }
        $calls | Should -Be 'GET hris/employees/form'
        $result.Terminated | Should -BeTrue
        $result.Errors[0].FullyQualifiedErrorId | Should -BeLike 'INTEGRATION.ACTION_NOT_AVAILABLE,*'
        $result.Errors[0].ErrorDetails.RecommendedAction | Should -BeLike '*nothing was sent*-SkipFormCheck*'
    }

    It 'is left out with -SkipFormCheck' {
        $calls = Get-Call $sandbox { $script:result = Invoke-Script { New-KomboEmployee @{ firstName = 'Ada' } -SkipFormCheck } }
        $calls | Should -Be 'POST hris/employees/form'
        $result.Errors[0].Exception.Code | Should -Be 'PLATFORM.INPUT_INVALID'
    }

    It 'happens with -WhatIf, too' {
        (Invoke-Script { New-KomboEmployee @{ firstName = 'Ada' } -WhatIf }).Errors.Count | Should -Be 1
    }

    It 'takes CSV rows with keys or unified keys, labels, and text for numbers' {
        Set-Content -LiteralPath TestDrive:/starters.csv -Value 'first_name,LASTNAME,startDate,yearly_salary,gender,home_address.city,homeAddress.street,homeAddress.country,jobTitle', 'Ada,Csv,2026-12-01,60000.5,Female,Berlin,Street 1,Germany,'
        $created = Import-Csv -LiteralPath TestDrive:/starters.csv | New-KomboEmployee
        $employee = $created | Get-KomboEmployee
        $employee.DisplayFullName | Should -Be 'Ada Csv'
        $employee.Gender | Should -Be 'FEMALE'
        $employee.JobTitle | Should -BeNullOrEmpty
    }

    It 'takes a hashtable from the pipeline' {
        ($good | New-KomboEmployee).EmployeeId | Should -Not -BeNullOrEmpty
    }

    It 'does not take an employee for the fields of a new one' {
        $result = Invoke-Script { Get-KomboEmployee | Select-Object -First 1 | New-KomboEmployee }
        $result.Errors[0].FullyQualifiedErrorId | Should -BeLike 'Kombo.InvalidInput,*'
        $result.Output | Should -BeNullOrEmpty
    }

    It 'puts files in, and checks their kind' {
        Set-Content -LiteralPath TestDrive:/contract.pdf -Value 'x' -NoNewline
        Set-Content -LiteralPath TestDrive:/contract.txt -Value 'x' -NoNewline
        (New-KomboEmployee ($good + @{ contract = Get-Item TestDrive:/contract.pdf })).EmployeeId | Should -Not -BeNullOrEmpty
        "$((Invoke-Script { New-KomboEmployee ($good + @{ contract = Get-Item TestDrive:/contract.txt }) }).Errors[0])" | Should -BeLike "*contract.content_type: 'text/plain' is not accepted, only application/pdf*"
    }
}

Describe 'Completion of the form' {
    AfterEach {
        Assert-NoReplyLeft
    }

    BeforeAll {
        function Get-Completion([string] $Line) {
            (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches
        }
    }

    BeforeEach {
        Connect-Anew
    }

    It 'offers the required fields first, then all, then each' {
        $found = Get-Completion 'New-KomboEmployee -Property '
        $found[0].CompletionText | Should -BeExactly "@{ firstName = ''; lastName = ''; startDate = '' }"
        $found[1].CompletionText | Should -BeLike "*homeAddress = @{ street = ''; city = ''; country = '' }*"
        $found.Count | Should -Be 15
        $found[0].ToolTip | Should -BeLike "*startDate: date, 'Start date' (required)*"
        [scriptblock]::Create($found[1].CompletionText).Invoke() | Should -BeOfType hashtable
    }

    It 'offers the field that a word begins' {
        (Get-Completion 'New-KomboEmployee -Property gen').CompletionText | Should -Be "@{ gender = '' }"
        (Get-Completion 'New-KomboEmployee -Property gen').ToolTip | Should -BeLike '*Female, Male*'
    }

    It 'asks once, and for the connection and the integration that the line names' {
        Get-Call $sandbox { 1..3 | ForEach-Object { Get-Completion 'New-KomboEmployee -Property ' } } | Should -Be 'GET hris/employees/form'
        Get-Call $sandbox { Get-Completion 'New-KomboEmployee -IntegrationId another:1 -Property ' } | Should -Be 'GET hris/employees/form'
        Get-Completion 'New-KomboEmployee -Connection Nowhere -Property ' | Where-Object CompletionText -Like '@{*' | Should -BeNullOrEmpty
    }

    It 'offers nothing, and fails for nobody, without a connection or a form' {
        Get-Completion 'New-KomboEmployee -IntegrationId fail:INTEGRATION.ACTION_NOT_AVAILABLE -Property ' | Where-Object CompletionText -Like '@{*' | Should -BeNullOrEmpty
        Disconnect-All
        Get-Completion 'New-KomboEmployee -Property ' | Where-Object CompletionText -Like '@{*' | Should -BeNullOrEmpty
    }
}
