BeforeAll {
    . $PSScriptRoot/Common.ps1
}

AfterAll {
    Disconnect-All
}

Describe 'Permissions of DATEV' {
    BeforeEach {
        $null = Connect-Kombo -Sandbox
    }

    It 'are true or false in an if, and an object that says why with -Detailed' {
        foreach ($command in 'Test-KomboDatevEauPermission', 'Test-KomboDatevDocumentPermission', 'Test-KomboDatevWritePermission') {
            & $command | Should -BeOfType bool
            & $command | Should -BeTrue
            & $command -IntegrationId 'sandbox:no-datev' | Should -BeFalse
            $answer = & $command -IntegrationId 'sandbox:no-datev' -Detailed
            $answer.Ready | Should -BeFalse
            $answer.Error | Should -Not -BeNullOrEmpty
        }

        (Test-KomboDatevDocumentPermission -Detailed).DocumentsGranted | Should -Contain LOBN
    }

    It 'that are missing are errors elsewhere' {
        { Start-KomboDatevDataPush -General -IntegrationId 'sandbox:no-datev' -ErrorAction Stop } | Should -Throw -ErrorId 'INTEGRATION.PERMISSION_MISSING,*'
    }
}

Describe 'eAU requests' {
    BeforeEach {
        $null = Connect-Kombo -Sandbox
    }

    It 'are made from a CSV file and asked for until there is an answer' {
        Set-Content -Path TestDrive:/sick.csv -Value 'EmployeeId,StartWorkIncapacity,NotificationEmail', 'remote:10000,2026-10-26,hr@example.com', 'remote:10001,2026-10-27,'
        $requests = Import-Csv -Path TestDrive:/sick.csv | New-KomboDatevEauRequest
        $requests.EmployeeId | Should -Be remote:10000, remote:10001
        $read = $requests | Get-KomboDatevEauRequest
        $read.EauId | Should -Be $requests.EauId
        $read.Raw.FeedbacksFromHealthInsurance | Should -BeNullOrEmpty
        $answered = $read | Get-KomboDatevEauRequest
        $incapacity = $answered[0].Raw.FeedbacksFromHealthInsurance[0].IncapacityForWork
        $incapacity.StartWorkIncapacityEmployer | Should -Be ([datetime]'2026-10-26')
        $incapacity.FlagCurrentWorkIncapacity | Should -Be 2
    }

    It 'are refused with half a contact' {
        New-KomboDatevEauRequest remote:10000 2026-10-26 -ContactPerson @{ gender = 'W' } -ErrorVariable refused -ErrorAction SilentlyContinue
        $refused[0].Exception.Message | Should -Match 'contact_person.name'
    }
}

Describe 'Payroll documents' {
    BeforeEach {
        $null = Connect-Kombo -Sandbox
    }

    It 'of the company are saved from what is listed' {
        $saved = Get-KomboDatevDocument 2026-09 | Where-Object IsCompanyDocument | Save-KomboDatevDocument -DestinationPath TestDrive:/company
        $saved | Should -BeOfType System.IO.FileInfo
        $saved.Name | Should -Be LOJO_2026-09.pdf, BUBE_2026-09.pdf
    }

    It 'of employees are saved for those who have one, and the others are errors' {
        $slip = Get-KomboDatevDocument -Period 2026-09-15 | Where-Object DocumentType -EQ LOBN
        $saved = $slip.AvailableForEmployees | Select-Object -Last 2 |
            Save-KomboDatevEmployeeDocument -DocumentType LOBN -AccountingMonth 2026-09 -DestinationPath TestDrive:/slips -ErrorVariable refused -ErrorAction SilentlyContinue
        @($saved).Count | Should -Be 1
        "$($refused[0])" | Should -Match 'EmployeeId of a DatevDocumentEmployee object is empty'
        $job = Get-KomboJob | Select-Object -First 1
        $job | Save-KomboDatevEmployeeDocument -DocumentType LOBN -AccountingMonth 2026-09 -ErrorVariable refused -ErrorAction SilentlyContinue
        $refused[0].Exception.Message | Should -Match 'a Job object, which has no EmployeeId'
    }

    It 'are found by the id at DATEV, too' {
        $document = Get-KomboDatevDocument 2026-09 | Where-Object { $_.AvailableForEmployees.EmployeeId -ne $null } | Select-Object -First 1
        $employee = Get-KomboEmployee -Id @($document.AvailableForEmployees.EmployeeId -ne $null)[0]
        $month = @{ DocumentType = $document.DocumentType; AccountingMonth = '2026-09' }
        $byId = Save-KomboDatevEmployeeDocument $employee.Id @month -DestinationPath TestDrive:/by-id
        $byRemoteId = Save-KomboDatevEmployeeDocument "remote:$($employee.RemoteId)" @month -DestinationPath TestDrive:/by-remote-id
        (Get-FileHash $byRemoteId).Hash | Should -Be (Get-FileHash $byId).Hash
        (Get-FileHash (Save-KomboDatevDocument -EmployeeId "remote:$($employee.RemoteId)" @month -DestinationPath TestDrive:/either)).Hash | Should -Be (Get-FileHash $byId).Hash
    }

    It 'are not written with -WhatIf' {
        Save-KomboDatevDocument -DocumentType LOJO -AccountingMonth 2026-09 -DestinationPath TestDrive:/nothing -WhatIf
        Test-Path -Path TestDrive:/nothing | Should -BeFalse
    }
}

Describe 'Payrolls' {
    BeforeEach {
        $null = Connect-Kombo -Sandbox
    }

    It 'are prepared from rows with text for numbers, replace each other, and are what a push sends' {
        $rows = [pscustomobject]@{ hours = '14'; lohnart = '200' }, [pscustomobject]@{ hours = '2.5'; lohnart = '232' }
        Set-KomboDatevPayroll remote:10000 2026-10-01 -HourlyPayment @{ hours = 99; lohnart = 1 } -FixedPayment @()
        Get-KomboEmployee | Select-Object -First 1 | Set-KomboDatevPayroll -PayrollRunDate 2026-10-31 -HourlyPayment $rows -FixedPayment @{ amount = 560; lohnart = 100 }
        $file = Start-KomboDatevDataPush -PayrollMonth 2026-10-20
        $file.Content -split "`r`n" | Select-Object -Skip 5 -SkipLast 1 | Should -Be '2;10000;14;200', '2;10000;2,5;232', '4;10000;560;100'
        (Get-KomboDatevDataPush)[0].UploadJobs[0].File | Should -Be $file.Content
        Start-KomboDatevDataPush -PayrollMonth 2026-01 -WarningVariable warning -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$warning" | Should -Match 'No payroll'
    }

    It 'take an empty list for nothing, and insist on both lists' {
        Get-Preview { Set-KomboDatevPayroll remote:10000 2026-10-01 -HourlyPayment @() -FixedPayment @() -WhatIf } | Should -Match '"hourly_payments":\[\],"fixed_payments":\[\]'
        (Get-Command Set-KomboDatevPayroll).Parameters.FixedPayment.Attributes.Mandatory | Should -Contain $true
    }
}

Describe 'Compensations' {
    BeforeEach {
        $null = Connect-Kombo -Sandbox
    }

    It 'are in euros without saying so, and are what a push of general data sends' {
        $pay = [pscustomobject]@{ amount = '4500.5'; period = 'MONTH'; lohnart = '200' }
        'remote:10000', 'remote:10001' | Set-KomboDatevCompensation -EffectiveDate 2026-12-01 -Compensation $pay, @{ amount = 30; period = 'HOUR' }
        $content = (Start-KomboDatevDataPush -General).Content -split "`r`n"
        $content | Should -Contain '3;10001;200;4500,5;MONTH;01.12.2026'
        $content | Should -Contain '3;10000;;30;HOUR;01.12.2026'
        Set-KomboDatevCompensation remote:10000 2026-12-01 @()
        (Start-KomboDatevDataPush -General).Content | Should -Not -Match '3;10000;'
        $pay.PSObject.Properties.Name | Should -Not -Contain currency
    }
}

Describe 'Files for DATEV' {
    BeforeEach {
        $null = Connect-Kombo -Sandbox
    }

    It 'go out in the text that they hold, whatever the encoding and the name' {
        [System.IO.File]::WriteAllBytes((Join-Path $TestDrive 'ansi[1].txt'), [byte[]](0x4D, 0xFC, 0x80))
        [System.IO.File]::WriteAllBytes((Join-Path $TestDrive 'utf8.txt'), [byte[]](0x4D, 0xC3, 0xBC))
        $sent = Get-ChildItem -Path $TestDrive -Filter *.txt | Send-KomboDatevFile -AccountingMonth 2026-10 -FileType stammdaten -TargetSystem lodas -PassThru
        $sent.Name | Should -Be 'ansi[1].txt', 'utf8.txt'
        $jobs = (Get-KomboDatevDataPush | Select-Object -First 2).UploadJobs
        $jobs.FileName | Should -Be 'utf8.txt', 'ansi[1].txt'
        $jobs.File | Should -Be "M$([char]0xFC)", "M$([char]0xFC)$([char]0x20AC)"
    }

    It 'come from rows with a path, a full name or the text itself' {
        Set-Content -Path TestDrive:/row.txt -Value x -NoNewline
        $path = Join-Path $TestDrive row.txt
        $rest = @{ AccountingMonth = '2026-10'; FileType = 'STAMMDATEN'; TargetSystem = 'LODAS' }
        [pscustomobject](@{ Path = $path } + $rest), [pscustomobject](@{ FullName = $path } + $rest), [pscustomobject](@{ Content = 'x'; FileName = 'row.txt' } + $rest) | Send-KomboDatevFile
        $jobs = (Get-KomboDatevDataPush | Select-Object -First 3).UploadJobs
        $jobs.FileName | Should -Be row.txt, row.txt, row.txt
        $jobs.File | Should -Be x, x, x
        Send-KomboDatevFile -Content x -AccountingMonth 2026-10 -FileType STAMMDATEN -TargetSystem LODAS -ErrorVariable refused -ErrorAction SilentlyContinue
        $refused[0].Exception.Message | Should -Match 'FileName'
    }

    It 'take the program from the client, and a name of their own' {
        Get-KomboDatevSystemInformation | Send-KomboDatevFile -Content x -FileName S.txt -AccountingMonth 2026-10 -FileType BEWEGUNGSDATEN
        (Get-KomboDatevDataPush)[0].UploadJobs.FileName | Should -Be S.txt
        (Get-KomboDatevDataPush)[0].Type | Should -Be PAYROLL
        Send-KomboDatevFile -Path TestDrive:/missing.txt -AccountingMonth 2026-10 -FileType STAMMDATEN -TargetSystem LODAS -ErrorVariable refused -ErrorAction SilentlyContinue
        $refused[0].Exception.Message | Should -Match 'missing.txt'
    }
}

Describe 'Add-KomboSilaePayrollSupplement' {
    BeforeEach {
        $null = Connect-Kombo -Sandbox
    }

    It 'takes a number or a text from each row of a CSV file' {
        Set-Content -Path TestDrive:/supplements.csv -Value 'EmployeeId,SupplementCode,EffectiveDate,ElementAmount,ElementString', 'remote:10000,200,2026-11-01,6.5,', 'remote:10001,310,2026-11-01,,night'
        $preview = Get-Preview { Import-Csv -Path TestDrive:/supplements.csv | Add-KomboSilaePayrollSupplement -WhatIf }
        $preview[0] | Should -Match '"element_amount":6.5\}'
        $preview[1] | Should -Match '"element_string":"night"\}'
        Import-Csv -Path TestDrive:/supplements.csv | Add-KomboSilaePayrollSupplement -PassThru | Select-Object -ExpandProperty SupplementCode | Should -Be 200, 310
    }
}
