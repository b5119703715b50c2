# What the module does in both editions of PowerShell, in the syntax that both read. It is the one file that runs in Windows
# PowerShell 5.1, so it needs nothing of Common.ps1, whose server is newer C# than the compiler there.
BeforeAll {
    $manifest = if ($env:KOMBO_MODULE) { $env:KOMBO_MODULE } else { Join-Path $PSScriptRoot '../../artifacts/Kombo/Kombo.psd1' }
    if (-not (Get-Module -Name Kombo)) {
        Import-Module -Name $manifest -Global -ErrorAction Stop
    }

    $null = Connect-Kombo -Sandbox -Name Editions
    $vacation = (Get-KomboAbsenceType | Where-Object { $_.Name -eq 'Vacation' }).Id
    $employee = Get-KomboEmployee | Select-Object -First 1
}

AfterAll {
    Disconnect-Kombo Editions
}

Describe 'In both editions' {
    It 'loads the libraries that were built for this one' {
        $library = [Kombo.KomboException].Assembly
        $library.Location.Replace('\', '/') | Should -BeLike "*/bin/$PSEdition/*/Kombo.Core.dll"
        $built = $library.GetCustomAttributes([System.Runtime.Versioning.TargetFrameworkAttribute], $false)[0].FrameworkName
        $built | Should -Be $(if ($PSEdition -eq 'Desktop') { '.NETStandard,Version=v2.0' } else { '.NETCoreApp,Version=v8.0' })
    }

    It 'exports the commands of the manifest' {
        $listed = (Import-PowerShellDataFile -Path $manifest).CmdletsToExport
        (Get-Module -Name Kombo).ExportedCmdlets.Keys | Sort-Object | Should -Be ($listed | Sort-Object)
    }

    It 'reads a list whole, and stops when the pipeline does' {
        (Get-KomboEmployee | Measure-Object).Count | Should -Be 1185
        @(Get-KomboEmployee | Select-Object -First 3).Count | Should -Be 3
    }

    It 'takes ids and objects from the pipeline' {
        ($employee.Id | Get-KomboEmployee).Id | Should -Be $employee.Id
        $absences = @($employee | Get-KomboAbsence)
        $absences.Count | Should -BeGreaterThan 0
        $absences | ForEach-Object { $_.EmployeeId | Should -Be $employee.Id }
    }

    It 'lets scripts name its types' {
        $employee -is [Kombo.Models.Employee] | Should -BeTrue
        $caught = try { Get-KomboEmployee -PageSize 0 } catch [Kombo.KomboException] { $_.Exception.Parameter }
        $caught | Should -Be 'PageSize'
    }

    It 'writes CSV files that it can read' {
        $path = Join-Path $TestDrive 'employees.csv'
        Get-KomboEmployee | Select-Object -First 5 | Export-Csv -Path $path -NoTypeInformation -Encoding UTF8
        $rows = @(Import-Csv -Path $path -Encoding UTF8)
        $rows.Count | Should -Be 5
        $rows[0].EmployeeId | Should -BeExactly $employee.Id
        $rows[0].DisplayFullName | Should -BeExactly $employee.DisplayFullName
        $rows[0].Groups | Should -BeExactly $employee.Groups.ToString()
    }

    It 'creates from the cells of a CSV file, and reads days the same everywhere' {
        $row = "EmployeeId,AbsenceTypeId,StartDate,EndDate`n$($employee.Id),$vacation,2026-12-24,2026-12-28" | ConvertFrom-Csv
        $absence = $row | New-KomboAbsence
        $absence.EmployeeId | Should -Be $employee.Id
        $absence.StartDate | Should -Be ([datetime]::new(2026, 12, 24))
        $absence.EndDate | Should -Be ([datetime]::new(2026, 12, 28))
    }

    It 'changes nothing with -WhatIf' {
        $before = (Get-KomboAbsence | Measure-Object).Count
        New-KomboAbsence -EmployeeId $employee.Id -AbsenceTypeId $vacation -StartDate 2026-11-30 -EndDate 2026-11-30 -WhatIf | Should -BeNullOrEmpty
        (Get-KomboAbsence | Measure-Object).Count | Should -Be $before
    }

    It 'gives errors an id and a category' {
        $failure = try { Get-KomboEmployee -IntegrationId fail:INTEGRATION.INACTIVE } catch { $_ }
        $failure.FullyQualifiedErrorId | Should -Be 'INTEGRATION.INACTIVE,Kombo.PowerShell.GetKomboEmployeeCommand'
        $failure.CategoryInfo.Category | Should -Be 'NotEnabled'
        Get-KomboEmployee -Id nobody -ErrorAction SilentlyContinue -ErrorVariable missing | Should -BeNullOrEmpty
        $missing[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'checks signatures of webhooks' {
        $body = '{"id":"evt_1","type":"data-changed","data":{}}'
        $hmac = [System.Security.Cryptography.HMACSHA256]::new([System.Text.Encoding]::UTF8.GetBytes('whsec-example'))
        $signature = [Convert]::ToBase64String($hmac.ComputeHash([System.Text.Encoding]::UTF8.GetBytes($body))).TrimEnd('=').Replace('+', '-').Replace('/', '_')
        Test-KomboWebhookSignature -Body $body -Signature $signature -Secret whsec-example | Should -BeTrue
        Test-KomboWebhookSignature -Body "$body " -Signature $signature -Secret whsec-example | Should -BeFalse
    }

    It 'saves files' {
        $folder = Join-Path $TestDrive 'files'
        Save-KomboAttachment -Url 'data:application/pdf;base64,JVBERi0xLjc=' -FileName 'CV.pdf' -ContentType 'application/pdf' -DestinationPath $folder
        Get-Content -LiteralPath (Join-Path $folder 'CV.pdf') -Raw | Should -BeExactly '%PDF-1.7'
    }

    It 'has help with examples' {
        $help = Get-Help -Name Get-KomboEmployee -Full
        $help.Synopsis | Should -Not -BeLike '*Get-KomboEmployee*'
        @($help.examples.example).Count | Should -BeGreaterThan 0
        ($help.parameters.parameter | Where-Object { $_.name -eq 'UpdatedAfter' }).description[0].Text | Should -Not -BeNullOrEmpty
    }

    It 'completes what is known' {
        $line = 'Get-KomboEmployee -EmploymentStatus '
        (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches.CompletionText | Should -Contain 'ACTIVE'
    }

    It 'never shows the key' {
        $null = Connect-Kombo -Server 'http://127.0.0.1:1' -ApiKey 'kombo_test_S3cretKey' -Name Hidden -SkipCheck
        $connection = Get-KomboConnection Hidden
        ($connection | Format-List -Property * | Out-String) + ($connection | ConvertTo-Json -Depth 5) | Should -Not -Match 'S3cret'
        Disconnect-Kombo Hidden
    }
}
