BeforeAll {
    . $PSScriptRoot/Common.ps1
    $key = 'k3y-5ecret.ne+ver/shown=0123456789'
    $server = Open-TestServer
    $connection = Connect-TestServer $server $key
    $rows = 1..2 | ForEach-Object { [pscustomobject]@{ EmployeeId = "e$_"; AbsenceTypeId = 't1'; StartDate = '2026-12-24'; EndDate = '2026-12-24'; EmployeeNote = 'a private remark' } }

    # All forms in which text could give a secret away: as it is, escaped, in base64 (at each of the three offsets).
    function Get-SecretForm([string] $Secret) {
        $Secret
        [uri]::EscapeDataString($Secret)
        $Secret -replace '\+', '\u002B'
        foreach ($offset in 0..2) {
            $packed = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes(('x' * $offset) + $Secret))
            $packed.Substring(4, [math]::Min(36, $packed.Length - 8))
        }
    }

    $forms = Get-SecretForm $key

    function Find-Key {
        param([Parameter(ValueFromPipeline)] $Text, [string[]] $Form = $forms)
        process {
            foreach ($one in $Form) {
                if ("$Text".Contains($one)) {
                    $at = "$Text".IndexOf($one)
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
            Select-KomboConnection Default
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
        Select-KomboConnection Default
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
        Select-KomboConnection Default
    }

    It 'has no class in the module that hands it out' {
        $types = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -in 'Kombo.PowerShell', 'Kombo.Core' } | ForEach-Object GetExportedTypes
        $types.Count | Should -BeGreaterThan 50
        # Commands have what they were given in their own parameters, and are handed out to nobody. A form's token is what it is asked for.
        $types | Where-Object { -not $_.IsSubclassOf([System.Management.Automation.PSCmdlet]) } | ForEach-Object GetProperties | Where-Object { $_.DeclaringType.Namespace -like 'Kombo*' -and $_.Name -match 'ApiKey|Token|Secret|Authorization' -and $_.CanRead } |
            ForEach-Object { "$($_.DeclaringType.Name).$($_.Name)" } | Sort-Object -Unique | Should -Be 'KomboClientOptions.ApiKey', 'KomboRequest.Secrets', 'PostingForm.SubmissionToken', 'PostingWithForm.SubmissionToken'
    }
}

Describe 'The password of a proxy' {
    BeforeAll {
        # A proxy that refuses every tunnel: .NET's message about that quotes its address.
        $password = 'pr0xy+p@ss/5ecret=0123456789:word'
        $passwordForms = Get-SecretForm $password
        $proxy = Open-TestServer
        $proxy.Default = [Kombo.Tests.LoopbackReply]::Text(407, 'no').With('Proxy-Authenticate', 'Basic realm="office"')
        $withPassword = "http://someone:$([uri]::EscapeDataString($password))@127.0.0.1:$($proxy.Port)"
        $credential = [pscredential]::new('someone', (ConvertTo-SecureString $password -AsPlainText -Force))
    }

    AfterAll {
        $proxy.Dispose()
        $null = Connect-TestServer $server $key
    }

    AfterEach {
        Assert-NoReplyLeft
    }

    It 'is in no error, verbose line or view of the connection when it is given <How>' -TestCases @(
        @{ How = 'in the address'; With = { @{ Proxy = $withPassword } } }
        @{ How = 'as a credential'; With = { @{ Proxy = "http://127.0.0.1:$($proxy.Port)"; ProxyCredential = $credential } } }
    ) {
        $more = & $With
        $tunnelled = Connect-Kombo -Server https://kombo.invalid/v1 -ApiKey $key -IntegrationId a:b -Name Tunnel -MaxRetry 0 -SkipCheck @more
        $results = @(
            Invoke-Script { Get-KomboEmployee -Connection Tunnel -Verbose -Debug }
            Invoke-Script { $rows[0] | New-KomboAbsence -Connection Tunnel -Verbose -Debug }
            Invoke-Script { Invoke-KomboRequest some/thing -Connection Tunnel -Method POST -Verbose -Debug }
            Invoke-Script { Save-KomboAttachment -Connection Tunnel -Url https://files.invalid/cv.pdf -DestinationPath $TestDrive -Verbose -Debug }
            Invoke-Script { Connect-Kombo -Server https://kombo.invalid/v1 -ApiKey $key -MaxRetry 0 @more }
        )
        $results | ForEach-Object { $_.Errors.Count | Should -Be 1; "$($_.Errors[0])" | Should -BeLike '*407*' }
        ($proxy.Requests | ForEach-Object { $_.Header('Proxy-Authorization') }) -ne $null | Select-Object -First 1 |
            Should -Be "Basic $([Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("someone:$password")))"
        $proxy.Requests | ForEach-Object { $_.Header('Proxy-Authorization') } | Find-Key -Form $passwordForms | Should -Not -BeNullOrEmpty -Because 'the hunt finds it where it is'
        $results | Select-Object -SkipLast 1 | ForEach-Object { Get-ErrorView $_.Errors[0] -Full } | Find-Key -Form $passwordForms | Should -BeNullOrEmpty

        # The bound parameters of Connect-Kombo hold what the caller passed.
        $results[-1].Errors | ForEach-Object { "$_"; $_.Exception.ToString(); $_.ErrorDetails | Out-String } | Find-Key -Form $passwordForms | Should -BeNullOrEmpty
        $results | ForEach-Object Verbose | Find-Key -Form $passwordForms | Should -BeNullOrEmpty
        Get-EveryView $tunnelled | Find-Key -Form $passwordForms | Should -BeNullOrEmpty
        Disconnect-Kombo Tunnel
        Select-KomboConnection Default
    }

    It 'is in no error when the proxy is the system''s' {
        $lines = Invoke-Pwsh -Environment @{ https_proxy = $withPassword; no_proxy = '' } "
            Import-Module '$ModulePath'
            `$null = Connect-Kombo -Server https://kombo.invalid/v1 -ApiKey some-key-1 -IntegrationId a:b -MaxRetry 0 -SkipCheck
            try { Get-KomboEmployee -Verbose -Debug } catch { `$_ | Format-List * -Force | Out-String -Width 4000; `$_.Exception.ToString(); `$_ | Get-Error | Out-String -Width 4000 }
            'done'"
        $lines | Should -Contain 'done'
        $lines -join ' ' | Should -BeLike '*407*'
        $lines | Find-Key -Form $passwordForms | Should -BeNullOrEmpty
    }
}

Describe 'The secret of a webhook' {
    AfterEach {
        Assert-NoReplyLeft
    }

    It 'is in no stream, error or transcript, and the right signature in none but that of the one who has it' {
        $webhookSecret = 'whsec+5ecret/of=a.webhook-0123456789'
        $webhookForms = Get-SecretForm $webhookSecret
        $body = '{"id":"e1","type":"sync-finished","data":{}}'
        $hmac = [System.Security.Cryptography.HMACSHA256]::new([Text.Encoding]::UTF8.GetBytes($webhookSecret))
        $right = [Convert]::ToBase64String($hmac.ComputeHash([Text.Encoding]::UTF8.GetBytes($body))).TrimEnd('=').Replace('+', '-').Replace('/', '_')
        $webhookForms += $right
        $null = Start-Transcript -LiteralPath "$TestDrive/webhook.txt"
        $results = @(
            foreach ($secret in $webhookSecret, (ConvertTo-SecureString $webhookSecret -AsPlainText -Force), "$webhookSecret`n", "$webhookSecret`0") {
                Invoke-Script { Test-KomboWebhookSignature -Body $body -Signature wrong -Secret $secret -Verbose -Debug }
                Invoke-Script { ConvertFrom-KomboWebhook -Body $body -Signature ('a' * 43) -Secret $secret -Verbose -Debug }
                Invoke-Script { [pscustomobject]@{ Body = $body; Signature = 'x' } | ConvertFrom-KomboWebhook -Secret $secret -Verbose -Debug }
            }
            Invoke-Script { ConvertFrom-KomboWebhook -Body "$body`n" -Signature $right -Secret 'another secret' -Verbose -Debug }
        )
        $null = Stop-Transcript
        @($results.Errors).Count | Should -BeGreaterThan 6
        $texts = $results | ForEach-Object { $_.Verbose; $_.Warnings; $_.Errors | ForEach-Object { "$_"; $_.Exception.ToString(); $_.ErrorDetails | Format-List * | Out-String -Width 4000; $_.TargetObject | Out-String -Width 4000 } }
        $texts | Find-Key -Form $webhookForms | Should -BeNullOrEmpty
        Get-Content -Raw -LiteralPath "$TestDrive/webhook.txt" | Find-Key -Form $webhookForms | Should -BeNullOrEmpty
        'x' + $right | Find-Key -Form $webhookForms | Should -Not -BeNullOrEmpty -Because 'the hunt finds it where it is'
    }
}

Describe 'Personal data' {
    AfterEach {
        Assert-NoReplyLeft
    }

    It 'is in no verbose or debug line, except what reads ask for' {
        $server.Enqueue((ConvertTo-Page @(@{ id = 'e1'; first_name = 'Adalbert'; work_email = 'adalbert@example.com' })), (ConvertTo-Answer @{ id = 'a1'; employee_note = 'a private remark' }))
        $result = Invoke-Script {
            Get-KomboEmployee -WorkEmail adalbert@example.com -Verbose -Debug
            $rows[0] | New-KomboAbsence -Verbose -Debug
        }
        $result.Verbose.Count | Should -BeGreaterThan 1
        ($result.Verbose -join "`n") | Should -BeLike '*work_emails=adalbert@example.com*' -Because 'filters are what people have to check'
        $debug = $result.Debug -join "`n"
        $debug | Should -BeLike '*> POST *absences*'
        $result.Verbose + $result.Debug -join "`n" | Should -Not -Match '"Adalbert|private remark|2026-12-24'
    }

    It 'is in a log and in debug lines only when -LogBody asks for it, and the key never' {
        foreach ($logBody in $false, $true) {
            $path = Join-Path $TestDrive "log-$logBody.jsonl"
            $server.Enqueue((ConvertTo-Page @(@{ id = 'e1'; first_name = 'Adalbert'; note = $key })), (ConvertTo-Answer @{ id = 'a1'; employee_note = 'a private remark' }))
            $null = Connect-TestServer $server $key -Name Logged -With @{ LogPath = $path; LogBody = $logBody; Header = @{ 'X-Gateway-Key' = $key }; Cookie = @{ session = $key } }
            $result = Invoke-Script {
                Get-KomboEmployee -Connection Logged -Debug | Out-Null
                $rows[0] | New-KomboAbsence -Connection Logged -Debug | Out-Null
            }
            Disconnect-Kombo Logged
            Select-KomboConnection Default
            $log = Get-Content -Raw -LiteralPath $path
            @($log.Trim() -split "`n").Count | Should -Be 2
            foreach ($text in $log, ($result.Debug -join "`n")) {
                $text -match 'Adalbert' | Should -Be $logBody
                $text -match 'a private remark' | Should -Be $logBody
                $text | Find-Key | Should -BeNullOrEmpty
            }
        }
    }

    It 'is not in the verbose lines of a write that is confirmed' {
        $result = Invoke-Script { $rows[0] | New-KomboAbsence -Verbose -Confirm:$false }
        ($result.Verbose -join "`n") | Should -BeLike '*POST hris/absences*'
        ($result.Verbose -join "`n") | Should -Not -Match 'private remark|2026-12-24'
    }
}
