BeforeAll {
    . $PSScriptRoot/Common.ps1
    $key = 'k3y-5ecret.ne+ver/shown=0123456789'
    $server = Open-TestServer
    $connection = Connect-TestServer $server $key
    $rows = 1..2 | ForEach-Object { [pscustomobject]@{ EmployeeId = "e$_"; AbsenceTypeId = 't1'; StartDate = '2026-12-24'; EndDate = '2026-12-24'; EmployeeNote = 'a private remark' } }

    # All forms in which text could give the key away: as it is, escaped, in base64 (at each of the three offsets), backwards.
    $forms = @($key, [uri]::EscapeDataString($key), ($key -replace '\+', '\u002B'))
    $forms += 0..2 | ForEach-Object { [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes(('x' * $_) + $key)).Substring(4, 36) }

    function Find-Key {
        param([Parameter(ValueFromPipeline)] $Text)
        process {
            foreach ($form in $forms) {
                if ("$Text".Contains($form)) {
                    $at = "$Text".IndexOf($form)
                    "$Text".Substring([math]::Max(0, $at - 60), [math]::Min(60, $at)) + '<KEY>'
                }
            }
        }
    }

    # Everything that a curious user, a log or a serialiser can see of an object.
    function Get-EveryView {
        param($Value, [int] $Depth = 10)
        $Value | Out-String -Width 4000
        $Value | Format-List * -Force | Out-String -Width 4000
        $Value | Format-Table * -Force | Out-String -Width 4000
        $Value | ConvertTo-Json -Depth $Depth -WarningAction SilentlyContinue
        $Value | ConvertTo-Csv
        [System.Management.Automation.PSSerializer]::Serialize($Value, [math]::Min($Depth, 4))
        "$Value"
        $Value | Get-Member -Force | Out-String -Width 4000
    }

    # The same of an error, its causes and its details. Its reflection data would fill megabytes below a depth of 2.
    function Get-ErrorView {
        param($Record, [switch] $Full)
        $Record | Format-List * -Force | Out-String -Width 4000
        $Record | ConvertTo-Json -Depth 2 -WarningAction SilentlyContinue
        "$Record"
        $Record.ErrorDetails | Format-List * -Force | Out-String -Width 4000
        $Record.TargetObject | Format-List * -Force | Out-String -Width 4000
        if ($Full) {
            $Record | Out-String -Width 4000
            $Record | Get-Error | Out-String -Width 4000
            [System.Management.Automation.PSSerializer]::Serialize($Record, 2)
        }

        for ($cause = $Record.Exception; $cause; $cause = $cause.InnerException) {
            $cause | Format-List * -Force | Out-String -Width 4000
            $cause.ToString()
            $cause.Data | Out-String -Width 4000
        }
    }
}

AfterAll {
    Disconnect-All
    Close-TestServer
}

Describe 'The hunt itself' {
    AfterEach {
        Assert-NoReplyLeft
    }

    It 'finds the key where it is' {
        "a $key b" | Find-Key | Should -Not -BeNullOrEmpty
        [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("Bearer $key")) | Find-Key | Should -Not -BeNullOrEmpty
        Get-EveryView ([pscustomobject]@{ Inner = @{ Deep = $key } }) | Find-Key | Should -Not -BeNullOrEmpty
    }

    It 'sees that the key is sent' {
        $null = Test-KomboApiKey
        $server.Requests[-1].Header('Authorization') | Should -BeExactly "Bearer $key"
    }
}

Describe 'The API key' {
    AfterEach {
        Assert-NoReplyLeft
    }

    It 'is in no view of a connection' {
        Get-EveryView $connection | Find-Key | Should -BeNullOrEmpty
        Get-EveryView (Get-KomboConnection) | Find-Key | Should -BeNullOrEmpty
        $connection | Export-Clixml TestDrive:/connection.xml -Depth 10
        Get-Content -Raw TestDrive:/connection.xml | Find-Key | Should -BeNullOrEmpty
    }

    It 'is in no property of a connection that a script can reach, at any depth' {
        $seen = [System.Collections.Generic.HashSet[object]]::new([System.Collections.Generic.ReferenceEqualityComparer]::Instance)
        $found = [System.Collections.Generic.List[string]]::new()
        $look = {
            param($Value, $Path, $Depth)
            if ($null -eq $Value -or $Depth -gt 6 -or -not $seen.Add($Value)) { return }
            if ("$Value" | Find-Key) { $found.Add($Path) }
            if ($Value -is [string] -or $Value.GetType().IsPrimitive) { return }
            foreach ($property in $Value.PSObject.Properties) {
                $inner = try { $property.Value } catch { $null }
                & $look $inner "$Path.$($property.Name)" ($Depth + 1)
            }
        }
        & $look $connection 'connection' 0
        $found | Should -BeNullOrEmpty
    }

    It 'is in none of the streams of commands that work' {
        $server.Enqueue((ConvertTo-Page @(@{ id = 'e1' }) 'c2').WithQuota(300, 200, 50), (ConvertTo-Page @(@{ id = 'e2' })))
        $text = & {
            $DebugPreference = 'Continue'
            $VerbosePreference = 'Continue'
            $InformationPreference = 'Continue'
            Connect-TestServer $server $key -Name Loud
            Get-KomboEmployee -Connection Loud -Debug -Verbose
            $rows | New-KomboAbsence -Connection Loud -Verbose -Debug
            Invoke-KomboRequest some/thing -Connection Loud -Verbose -Debug
            Test-KomboApiKey -Connection Loud -Detailed -Verbose
            Get-KomboConnection -Verbose -Debug
            Disconnect-Kombo Loud -Verbose -Debug
        } *>&1
        @($text | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }).Count | Should -BeGreaterThan 4
        $text | ForEach-Object { $_ | Out-String -Width 4000 } | Find-Key | Should -BeNullOrEmpty
        $text | Where-Object { $_ -isnot [System.Management.Automation.InformationalRecord] } | ForEach-Object { Get-EveryView $_ } | Find-Key | Should -BeNullOrEmpty
    }

    It 'is in no error, even when the server sends it back as <Text>' -TestCases @(
        @{ Text = 'text'; Status = 500; Type = 'text/plain'; Template = 'Invalid header: {key}' }
        @{ Text = 'text with 401'; Status = 401; Type = 'text/plain'; Template = '{key}' }
        @{ Text = 'HTML'; Status = 502; Type = 'text/html'; Template = '<html><head><title>Bad {key}</title></head></html>' }
        @{ Text = 'an error'; Status = 401; Type = 'application/json'; Template = '{"status":"error","error":{"code":"PLATFORM.AUTHENTICATION_INVALID","title":"{key}","message":"The key {key} is wrong.","log_url":null}}' }
        @{ Text = 'a code'; Status = 400; Type = 'application/json'; Template = '{"status":"error","error":{"code":"{key}","title":null,"message":"x","log_url":null}}' }
        @{ Text = 'a log address'; Status = 400; Type = 'application/json'; Template = '{"status":"error","error":{"code":null,"title":null,"message":"x","log_url":"https://example.com/?auth={key}"}}' }
        @{ Text = 'a message that is an object'; Status = 400; Type = 'application/json'; Template = '{"error":{"message":{"headers":{"authorization":"{key}"}}}}' }
        @{ Text = 'a member that is wrong'; Status = 200; Type = 'application/json'; Template = '{"status":"success","data":{"{key}":[]}}' }
        @{ Text = 'text under 200'; Status = 200; Type = 'text/plain'; Template = 'Hello {key}' }
        @{ Text = 'the kind of content'; Status = 200; Type = 'text/{key}'; Template = 'x' }
        @{ Text = 'an answer of the wrong shape'; Status = 200; Type = 'application/json'; Template = '{"status":"success","data":{"results":"{key}","next":null}}' }
    ) {
        [Kombo.Tests.Replies]::Echo($server, $Status, $Type, $Template)
        try {
            $read = Invoke-Script { Get-KomboEmployee -Verbose -Debug }
            $write = Invoke-Script { $rows[0] | New-KomboAbsence -Verbose -Debug }
            $free = Invoke-Script { Invoke-KomboRequest some/thing -Method POST -Verbose -Debug }
            $test = Invoke-Script { Test-KomboApiKey -Detailed -Verbose -Debug }
        }
        finally {
            [Kombo.Tests.Replies]::Always($server, 200, 'application/json', '{"status":"success","data":{}}')
        }

        $read.Errors.Count | Should -Be 1
        Get-ErrorView $read.Errors[0] -Full | Find-Key | Should -BeNullOrEmpty
        foreach ($result in $write, $free, $test) {
            $result.Errors | ForEach-Object { Get-ErrorView $_ } | Find-Key | Should -BeNullOrEmpty
        }

        $read, $write, $free, $test | ForEach-Object Verbose | Find-Key | Should -BeNullOrEmpty
    }

    It 'is in no warning, even when the server sends it back in one' {
        [Kombo.Tests.Replies]::Echo($server, 200, 'application/json', '{"status":"success","data":{"id":"a1"},"warnings":[{"message":"You sent {key}"}]}')
        $result = Invoke-Script { $rows[0] | New-KomboAbsence }
        [Kombo.Tests.Replies]::Always($server, 200, 'application/json', '{"status":"success","data":{}}')
        $result.Warnings.Count | Should -Be 1
        $result.Warnings | Find-Key | Should -BeNullOrEmpty
    }

    It 'is in no error of the network' {
        $server.Enqueue([Kombo.Tests.LoopbackReply]::Reset(), [Kombo.Tests.LoopbackReply]::Raw("HTTP/1.1 200 OK`r`nBroken header $key`r`n`r`n"))
        $errors = 1..2 | ForEach-Object { (Invoke-Script { Get-KomboEmployee }).Errors }
        $errors.Count | Should -Be 2
        $errors | ForEach-Object { Get-ErrorView $_ -Full } | Find-Key | Should -BeNullOrEmpty
    }

    It 'is in no error of Connect-Kombo that refuses it' {
        $bad = "$key `u{20AC}"
        $result = Invoke-Script { Connect-Kombo -ApiKey $bad -Server $server.Address -SkipCheck }
        $result.Errors.Count | Should -Be 1

        # The bound parameters hold what the caller passed; the key must not be in them as text.
        $result.Errors | ForEach-Object { $_.ToString(); $_.Exception | Out-String; $_.Exception.Message; $_.ErrorDetails | Out-String; ConvertTo-Json $_.Exception.Message } | Find-Key | Should -BeNullOrEmpty
    }

    It 'is not in $Error after all that' {
        $Error.Count | Should -BeGreaterThan 5
        $Error | Select-Object -First 60 | ForEach-Object { "$_"; $_ | Format-List * -Force | Out-String -Width 4000; $_.Exception | Format-List * -Force | Out-String -Width 4000 } | Find-Key | Should -BeNullOrEmpty
    }

    It 'is in no transcript' {
        $lines = Invoke-Pwsh "
            Import-Module '$ModulePath'
            `$env:KOMBO_API_KEY = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('$([Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($key)))'))
            `$null = Start-Transcript -IncludeInvocationHeader '$TestDrive/transcript.txt'
            `$DebugPreference = `$VerbosePreference = 'Continue'
            Connect-Kombo -Server $($server.Address) -IntegrationId a:b -MaxRetry 0 | Format-List *
            Get-KomboConnection | Format-List * -Force
            try { Get-KomboEmployee } catch { `$_ | Format-List * -Force; `$_ }
            New-KomboAbsence e1 t1 2026-12-24 2026-12-24 -WhatIf
            New-KomboAbsence e1 t1 2026-12-24 2026-12-24
            Get-KomboEmployee -PageSize 0
            `$null = Stop-Transcript
            'done'"
        $lines | Should -Contain 'done'
        $transcript = Get-Content -Raw (Join-Path $TestDrive transcript.txt)
        $transcript | Should -BeLike '*What if*POST hris/absences*'
        $transcript | Should -BeLike '*VERBOSE*'

        # The script's own text, which holds the key in base64 for the child, is in the header only.
        $transcript -replace "FromBase64String\('[^']*'\)" -replace '-EncodedCommand \S+' | Find-Key | Should -BeNullOrEmpty
        $lines | Find-Key | Should -BeNullOrEmpty
    }

    It 'is never sent to the target of a redirect' -TestCases @(
        foreach ($status in 301, 302, 303, 307, 308) { @{ Status = $status } }
    ) {
        $other = Open-TestServer
        $server.Enqueue([Kombo.Tests.LoopbackReply]::Redirect($Status, $other.Address))
        $result = Invoke-Script { Get-KomboEmployee }
        $requests = $other.Requests.Count
        $other.Dispose()
        $requests | Should -Be 0
        "$($result.Errors[0])" | Should -BeLike "*redirect*$Status*"
    }

    It 'is not kept as text by the connection of a SecureString' {
        $secure = [System.Net.NetworkCredential]::new('', $key).SecurePassword
        $fromSecure = Connect-Kombo -ApiKey $secure -Server $server.Address -Name Secure -SkipCheck
        Get-EveryView $fromSecure | Find-Key | Should -BeNullOrEmpty
        $null = Test-KomboApiKey -Connection $fromSecure
        $server.Requests[-1].Header('Authorization') | Should -BeExactly "Bearer $key"
        Disconnect-Kombo Secure
    }

    It 'has no class in the module that hands it out' {
        $types = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -in 'Kombo.PowerShell', 'Kombo.Core' } | ForEach-Object GetExportedTypes
        $types.Count | Should -BeGreaterThan 50
        # Commands have what they were given in their own parameters, and are handed out to nobody. A form's token is what it is asked for.
        $types | Where-Object { -not $_.IsSubclassOf([System.Management.Automation.PSCmdlet]) } | ForEach-Object GetProperties | Where-Object { $_.DeclaringType.Namespace -like 'Kombo*' -and $_.Name -match 'ApiKey|Token|Secret|Authorization' -and $_.CanRead } |
            ForEach-Object { "$($_.DeclaringType.Name).$($_.Name)" } | Sort-Object -Unique | Should -Be 'KomboClientOptions.ApiKey', 'KomboRequest.Secrets', 'PostingForm.SubmissionToken'
    }
}

Describe 'Personal data' {
    AfterEach {
        Assert-NoReplyLeft
    }

    It 'is in no verbose, debug or progress line, neither from answers nor from queries nor from bodies' {
        $server.Enqueue((ConvertTo-Page @(@{ id = 'e1'; first_name = 'Adalbert'; work_email = 'adalbert@example.com' })), (ConvertTo-Answer @{ id = 'a1'; employee_note = 'a private remark' }))
        $result = Invoke-Script {
            Get-KomboEmployee -WorkEmail adalbert@example.com -Verbose -Debug
            $rows[0] | New-KomboAbsence -Verbose -Debug
        }
        $result.Verbose.Count | Should -BeGreaterThan 1
        ($result.Verbose -join "`n") | Should -Not -Match 'adalbert|private remark'
        ($result.Verbose -join "`n") | Should -BeLike '*work_emails*' -Because 'names of parameters help, values do not'
    }

    It 'is not in the verbose lines of a write that is confirmed' {
        $result = Invoke-Script { $rows[0] | New-KomboAbsence -Verbose -Confirm:$false }
        ($result.Verbose -join "`n") | Should -BeLike '*POST hris/absences*'
        ($result.Verbose -join "`n") | Should -Not -Match 'private remark|2026-12-24'
    }
}
