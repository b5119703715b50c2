BeforeAll {
    . $PSScriptRoot/Common.ps1
    Disconnect-All
    $secret = 'whsec-pester-5ecret'
    $body = '{"id":"evt_1","type":"integration-created","data":{"id":"sandbox:5tBcJ4Wq9zYx2Kd7Lm3Np6Rv","tool":"personio","category":"HRIS","end_user":{"organization_name":"Zo\u00eb GmbH","creator_email":null,"origin_id":"1"}}}'
    $other = '{"id":"evt_2","type":"data-changed","data":{"integration_id":"sandbox:5tBcJ4Wq9zYx2Kd7Lm3Np6Rv","changed_models":[{"name":"hris_employees"}]}}'

    function Get-Signature([byte[]] $Bytes, [string] $Key = $secret) {
        $hmac = [System.Security.Cryptography.HMACSHA256]::new([System.Text.Encoding]::UTF8.GetBytes($Key))
        [Convert]::ToBase64String($hmac.ComputeHash($Bytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_')
    }

    class WebRequestOfAHost { [object] $Body; [string] $RawBody; [hashtable] $Headers }

    $bytes = [System.Text.Encoding]::UTF8.GetBytes($body)
    $signature = Get-Signature $bytes
}

AfterAll {
    Disconnect-All
}

Describe 'Test-KomboWebhookSignature' {
    It 'takes text and bytes, as arguments and from a pipeline' {
        Test-KomboWebhookSignature $body $signature $secret | Should -BeTrue
        Test-KomboWebhookSignature -Body $bytes -Signature $signature -Secret $secret | Should -BeTrue
        $body | Test-KomboWebhookSignature -Signature $signature -Secret $secret | Should -BeTrue
        , $bytes | Test-KomboWebhookSignature -Signature $signature -Secret $secret | Should -BeTrue
        @($bytes | Test-KomboWebhookSignature -Signature $signature -Secret $secret) | Should -Be @($true) -Because 'bytes that a pipeline has taken apart are one body'
    }

    It 'takes a SecureString' {
        Test-KomboWebhookSignature $body $signature (ConvertTo-SecureString $secret -AsPlainText -Force) | Should -BeTrue
        Test-KomboWebhookSignature $body $signature (ConvertTo-SecureString 'another' -AsPlainText -Force) | Should -BeFalse
    }

    It 'takes records that hold body and signature' {
        $records = @(
            [pscustomobject]@{ Body = $body; Signature = $signature }
            [pscustomobject]@{ RawBody = $body; Signature = 'no' }
            [pscustomobject]@{ Body = $body; Signature = $null })
        @($records | Test-KomboWebhookSignature -Secret $secret) | Should -Be @($true, $false, $false)
    }

    It 'takes the requests of web hosts, which have the body as it arrived beside the parsed one: <What>' -TestCases @(
        @{ What = 'a record'; Request = { [pscustomobject]@{ Body = $body | ConvertFrom-Json; RawBody = $body } } }
        @{ What = 'a record with bytes'; Request = { [pscustomobject]@{ Body = $body | ConvertFrom-Json -AsHashtable; RawBody = $bytes } } }
        @{ What = 'a record with text'; Request = { [pscustomobject]@{ Body = $body; RawBody = $null } } }
        @{ What = 'a .NET object'; Request = { [WebRequestOfAHost]@{ Body = $body | ConvertFrom-Json; RawBody = $body } } }
        @{ What = 'a .NET object with text'; Request = { [WebRequestOfAHost]@{ Body = $body } } }
        @{ What = 'a hashtable'; Request = { @{ body = $body | ConvertFrom-Json; rawBody = $body } } }
    ) {
        $request = & $Request
        Test-KomboWebhookSignature -Body $request -Signature $signature -Secret $secret | Should -BeTrue
        $request | Test-KomboWebhookSignature -Signature $signature -Secret $secret | Should -BeTrue
        ($request | ConvertFrom-KomboWebhook -Signature $signature -Secret $secret).EventId | Should -Be 'evt_1'
    }

    It 'refuses a request whose body has only been kept parsed' {
        $result = Invoke-Script { [WebRequestOfAHost]@{ Body = $body | ConvertFrom-Json } | Test-KomboWebhookSignature -Signature $signature -Secret $secret }
        $result.Output | Should -BeNullOrEmpty
        "$($result.Errors[0])" | Should -BeLike '*parsed already*RawBody*'
    }

    It 'answers no, and says why in the verbose stream, for <What>' -TestCases @(
        @{ What = 'a line break at the end'; Text = { "$body`n" }; Given = { $signature }; Why = '*without the line break*' }
        @{ What = 'no signature'; Text = { $body }; Given = { $null }; Why = '*no signature*' }
        @{ What = 'a prefix'; Text = { $body }; Given = { "sha256=$signature" }; Why = "*'sha256='*" }
        @{ What = 'JSON that was written again'; Text = { $body | ConvertFrom-Json | ConvertTo-Json -Depth 10 }; Given = { $signature }; Why = '*serialized again*' }
    ) {
        $result = Invoke-Script { Test-KomboWebhookSignature -Body (& $Text) -Signature (& $Given) -Secret $secret -Verbose }
        $result.Output | Should -Be @($false)
        $result.Errors | Should -BeNullOrEmpty
        "$($result.Verbose)" | Should -BeLike $Why
    }

    It 'reads files as they are with Get-Content -Raw' {
        Set-Content -LiteralPath TestDrive:/body.json -Value $body -NoNewline
        Get-Content -LiteralPath TestDrive:/body.json -Raw | Test-KomboWebhookSignature -Signature $signature -Secret $secret | Should -BeTrue
        Get-Content -LiteralPath TestDrive:/body.json -AsByteStream | Test-KomboWebhookSignature -Signature $signature -Secret $secret | Should -BeTrue
    }

    It 'lets nothing through when the secret is <What>' -TestCases @(@{ What = 'empty'; Value = '' }, @{ What = 'null'; Value = $null }) {
        $result = Invoke-Script { Test-KomboWebhookSignature $body (Get-Signature $bytes '') $Value }
        $result.Output | Should -BeNullOrEmpty
        $result.Terminated | Should -BeTrue
    }

    It 'refuses what the bytes cannot be had back from: <What>' -TestCases @(
        @{ What = 'an object'; Value = { $body | ConvertFrom-Json }; Why = '*parsed already*RawBody*' }
        @{ What = 'a hashtable'; Value = { @{ id = 1 } }; Why = '*parsed already*' }
        @{ What = 'lines'; Value = { 'a', 'b' }; Why = '*2 lines*-Raw*' }
        @{ What = 'a file'; Value = { Get-Item $PSCommandPath }; Why = '*the file*' }
    ) {
        $value = & $Value
        "$((Invoke-Script { Test-KomboWebhookSignature -Body $value -Signature x -Secret y }).Errors[0])" | Should -BeLike $Why
    }
}

Describe 'ConvertFrom-KomboWebhook' {
    It 'reads a body that is signed' {
        $found = ConvertFrom-KomboWebhook $body $signature $secret
        $found | Should -BeOfType ([Kombo.Models.IntegrationCreatedEvent])
        $found | Should -BeOfType ([Kombo.Models.WebhookEvent])
        $found.EndUser.OrganizationName | Should -BeExactly "Zo$([char]0xEB) GmbH"
    }

    It 'refuses one that is not, and ends the command' {
        foreach ($wrong in '', $null, 'x', "$signature=", (Get-Signature $bytes 'another')) {
            $result = Invoke-Script { ConvertFrom-KomboWebhook -Body $body -Signature $wrong -Secret $secret }
            $result.Output | Should -BeNullOrEmpty
            $result.Terminated | Should -BeTrue
            $result.Errors[0].FullyQualifiedErrorId | Should -BeLike 'Kombo.UntrustedWebhook,*'
            $result.Errors[0].CategoryInfo.Category | Should -Be 'SecurityError'
            "$($result.Errors[0].ErrorDetails.RecommendedAction)" | Should -Not -BeNullOrEmpty
        }
    }

    It 'does not check half: a signature needs a secret, and a secret a signature' {
        (Invoke-Script { ConvertFrom-KomboWebhook -Body $body -Signature $signature -Secret $null }).Terminated | Should -BeTrue
        (Invoke-Script { ConvertFrom-KomboWebhook -Body $body -Signature (Get-Signature $bytes '') -Secret '' }).Terminated | Should -BeTrue
        $set = (Get-Command ConvertFrom-KomboWebhook).ParameterSets | Where-Object { $_.Parameters.Name -contains 'Secret' }
        $set.Parameters | Where-Object Name -In Secret, Signature | ForEach-Object IsMandatory | Should -Be @($true, $true)
    }

    It 'refuses a record with a signature when the secret is forgotten, unless it is told to' -TestCases @(
        @{ Name = 'Signature' }
        @{ Name = 'X-Kombo-Signature' }
    ) {
        $record = [pscustomobject]@{ Body = $body; $Name = $signature }
        $refused = Invoke-Script { $record | ConvertFrom-KomboWebhook }
        $refused.Output | Should -BeNullOrEmpty
        $refused.Errors[0].FullyQualifiedErrorId | Should -BeLike 'Kombo.UntrustedWebhook,*'
        "$($refused.Errors[0])" | Should -BeLike '*-Secret*-SkipSignatureCheck*'
        (Invoke-Script { ConvertFrom-KomboWebhook -Body $body -Signature $signature }).Terminated | Should -BeTrue
        ($record | ConvertFrom-KomboWebhook -SkipSignatureCheck).EventId | Should -Be evt_1
        ($record | ConvertFrom-KomboWebhook -Secret $secret).EventId | Should -Be evt_1
        ([pscustomobject]@{ Body = $body; $Name = '' } | ConvertFrom-KomboWebhook).EventId | Should -Be evt_1
        (Invoke-Script { $record | ConvertFrom-KomboWebhook -Secret $secret -SkipSignatureCheck }).Errors.Count | Should -Be 1 -Because 'one cannot check and not check'
    }

    It 'takes a secret whole, and says what is wrong with one that is not right' {
        Test-KomboWebhookSignature $body $signature "$secret`0tail" | Should -BeFalse
        Test-KomboWebhookSignature $body (Get-Signature $bytes "a`0b") "a`0b" | Should -BeTrue
        (Invoke-Script { Test-KomboWebhookSignature $body $signature ' ' }).Terminated | Should -BeTrue
        "$((Invoke-Script { ConvertFrom-KomboWebhook $body $signature "$secret`n" }).Errors[0])" | Should -BeLike 'Secret:*line break*.Trim()*'
        "$((Invoke-Script { Test-KomboWebhookSignature $body $signature " $secret" }).Errors[0])" | Should -BeLike 'Secret:*line break*.Trim()*'
        "$((Invoke-Script { Test-KomboWebhookSignature $body $signature ('x' * 70000) }).Errors[0])" | Should -BeLike '*65536*'
    }

    It 'goes on with the next of several when one is refused' {
        $records = @(
            [pscustomobject]@{ Body = $body; Signature = 'no' }
            [pscustomobject]@{ Body = $other; Signature = (Get-Signature ([System.Text.Encoding]::UTF8.GetBytes($other))) })
        $result = Invoke-Script { $records | ConvertFrom-KomboWebhook -Secret $secret }
        $result.Terminated | Should -BeFalse
        $result.Errors.Count | Should -Be 1
        $result.Output.Type | Should -Be 'data-changed'
        [System.Text.Encoding]::UTF8.GetString($result.Errors[0].TargetObject) | Should -BeExactly $body
    }

    It 'shows the secret and the right signature nowhere' {
        $text = & {
            $DebugPreference = $VerbosePreference = 'Continue'
            try { ConvertFrom-KomboWebhook -Body $body -Signature x -Secret $secret -Verbose -Debug } catch { $_ }
            try { ConvertFrom-KomboWebhook -Body "$body " -Signature $signature -Secret $secret -Verbose } catch { $_ }
            Test-KomboWebhookSignature -Body $body -Signature 'sha256=x' -Secret $secret -Verbose -Debug
        } *>&1 | ForEach-Object { $_ | Out-String -Width 4000; $_ | Format-List * -Force | Out-String -Width 4000; "$($_.Exception)" }
        $text.Count | Should -BeGreaterThan 5
        "$text".Contains($secret) | Should -BeFalse
        "$(& { try { ConvertFrom-KomboWebhook -Body $body -Signature x -Secret $secret } catch { $_ | Format-List * -Force } } | Out-String -Width 4000)".Contains($signature) | Should -BeFalse
    }

    It 'leads to the integration' {
        $null = Connect-Kombo -Sandbox
        ($body, $other | ConvertFrom-KomboWebhook | Get-KomboIntegration).Id | Should -Be @('sandbox:5tBcJ4Wq9zYx2Kd7Lm3Np6Rv', 'sandbox:5tBcJ4Wq9zYx2Kd7Lm3Np6Rv')
        Disconnect-All
    }

    It 'shows events of several kinds in one table' {
        $table = $body, $other, '{"id":"e3","type":"something-new","data":{"a":1}}' | ConvertFrom-KomboWebhook | Out-String -Width 200
        ($table -split "`r?`n" | Where-Object { $_ -match '^Type ' }).Count | Should -Be 1
        $table | Should -Match 'data-changed +sandbox:5tBcJ4Wq9zYx2Kd7Lm3Np6Rv +hris_employees +evt_2'
        $table | Should -Match 'something-new +\{"a":1\} +e3'
    }
}
