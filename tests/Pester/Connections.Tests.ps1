BeforeAll {
    . $PSScriptRoot/Common.ps1
    $server = Open-TestServer
    $saved = @{ KOMBO_API_KEY = $env:KOMBO_API_KEY; KOMBO_INTEGRATION_ID = $env:KOMBO_INTEGRATION_ID; KOMBO_REGION = $env:KOMBO_REGION }
    $saved.Keys | ForEach-Object { Set-Item "env:$_" $null }
}

AfterAll {
    $saved.Keys | ForEach-Object { Set-Item "env:$_" $saved[$_] }
    Close-TestServer
}

Describe 'Connections' {
    AfterEach {
        Assert-NoReplyLeft
        Disconnect-All
        $env:KOMBO_API_KEY = $env:KOMBO_INTEGRATION_ID = $env:KOMBO_REGION = $null
    }

    Context 'Connecting' {
        It 'needs nothing for the sandbox' {
            $connection = Connect-Kombo -Sandbox
            $connection.IsSandbox | Should -BeTrue
            $connection.Name | Should -Be 'Default'
            $connection.EnvironmentId | Should -Not -BeNullOrEmpty
            $connection.IntegrationId | Should -Not -BeNullOrEmpty
            Test-KomboApiKey | Should -BeTrue
        }

        It 'takes what the environment says, from key to region' {
            $env:KOMBO_API_KEY = ' env-key '
            $env:KOMBO_INTEGRATION_ID = 'tool:env'
            $env:KOMBO_REGION = 'us'
            $connection = Connect-Kombo -SkipCheck
            $connection.Server | Should -Be 'https://api.us.kombo.dev/v1/'
            $connection.IntegrationId | Should -Be 'tool:env'

            $null = Connect-Kombo -Server $server.Address -SkipCheck
            $null = Invoke-KomboRequest some/thing
            $server.Requests[-1].Header('Authorization') | Should -BeExactly 'Bearer env-key'
            $server.Requests[-1].Header('X-Integration-Id') | Should -BeExactly 'tool:env'
        }

        It 'prefers what it is told to the environment' {
            $env:KOMBO_API_KEY = 'env-key'
            $env:KOMBO_INTEGRATION_ID = 'tool:env'
            $env:KOMBO_REGION = 'US'
            (Connect-Kombo -Region EU -SkipCheck).Server | Should -Be 'https://api.kombo.dev/v1/'
            $null = Connect-Kombo told-key tool:told -Server $server.Address -SkipCheck
            $null = Invoke-KomboRequest some/thing
            $server.Requests[-1].Header('Authorization') | Should -BeExactly 'Bearer told-key'
            $server.Requests[-1].Header('X-Integration-Id') | Should -BeExactly 'tool:told'
        }

        It 'names the environment variable that it cannot use' {
            $env:KOMBO_REGION = 'MARS'
            { Connect-Kombo -ApiKey k123 -SkipCheck } | Should -Throw -ExpectedMessage "*'MARS'*KOMBO_REGION*"
        }

        It 'names a wrong address briefly' {
            $failure = (Invoke-Script { Connect-Kombo -ApiKey k123 -Server ("x" * 1MB) -SkipCheck }).Errors[0]
            $failure.FullyQualifiedErrorId | Should -BeLike 'Kombo.InvalidInput,*'
            "$failure".Length | Should -BeLessThan 500
        }

        It 'tells that a name in a list is empty, and goes on' {
            $null = Connect-Kombo -Sandbox
            $result = Invoke-Script { Get-KomboConnection $null, Default }
            "$($result.Errors)" | Should -BeLike '*Name*empty*'
            $result.Output.Name | Should -Be Default
        }

        It 'connects to the European servers by default' {
            (Connect-Kombo -ApiKey k123 -SkipCheck).Server | Should -Be 'https://api.kombo.dev/v1/'
        }

        It 'takes a server with and without a slash at its end' {
            foreach ($address in "http://127.0.0.1:$($server.Port)/v1", "http://127.0.0.1:$($server.Port)/v1/") {
                $null = Connect-Kombo -ApiKey k123 -Server $address -SkipCheck
                $null = Invoke-KomboRequest /some/thing
                $server.Requests[-1].Path | Should -Be '/v1/some/thing'
            }
        }

        It 'takes the key as text, as a SecureString and from a credential' {
            $secure = [System.Net.NetworkCredential]::new('', 'secure-key').SecurePassword
            foreach ($case in @{ Key = 'text-key'; Sent = 'text-key' }, @{ Key = $secure; Sent = 'secure-key' }, @{ Key = [pscredential]::new('any', $secure); Sent = 'secure-key' }) {
                $null = Connect-Kombo -ApiKey $case.Key -Server $server.Address
                $server.Requests[-1].Header('Authorization') | Should -BeExactly "Bearer $($case.Sent)"
            }

            { Connect-Kombo -ApiKey 42 -Server $server.Address } | Should -Throw -ExpectedMessage '*text or a SecureString*'
        }

        It 'checks the key, and tells the environment that it belongs to' {
            $server.Enqueue((ConvertTo-Answer @{ environment_id = 'env1'; customer_id = 'env1' }))
            $before = $server.Requests.Count
            (Connect-Kombo -ApiKey k123 -Server $server.Address).EnvironmentId | Should -Be 'env1'
            $server.Requests[$before].Path | Should -Be '/v1/check-api-key'
            $server.Requests[$before].Header('X-Integration-Id') | Should -BeNullOrEmpty
        }

        It 'does not connect with a key that is wrong' {
            $server.Enqueue((ConvertTo-ErrorReply PLATFORM.AUTHENTICATION_INVALID 401 'The key is wrong.'))
            $result = Invoke-Script { Connect-Kombo -ApiKey k123 -Server $server.Address }
            $result.Terminated | Should -BeTrue
            $result.Errors[0].FullyQualifiedErrorId | Should -Be 'PLATFORM.AUTHENTICATION_INVALID,Kombo.PowerShell.ConnectKomboCommand'
            Get-KomboConnection | Should -BeNullOrEmpty
        }

        It 'leaves no connection for the next line when it fails' {
            $null = Connect-Kombo -Sandbox -Name Before
            $server.Enqueue((ConvertTo-ErrorReply PLATFORM.AUTHENTICATION_INVALID 401))
            $null = Invoke-Script { Connect-Kombo -ApiKey k123 -Server $server.Address }
            $result = Invoke-Script { Remove-KomboAbsence -AbsenceId a1 -Confirm:$false }
            $result.Terminated | Should -BeTrue
            $result.Errors[0].FullyQualifiedErrorId | Should -BeLike 'Kombo.NotConnected,*'
            "$($result.Errors[0])" | Should -BeLike "*no current connection*Select-KomboConnection*'Before'*"
            Get-KomboGroup -Connection Before | Should -Not -BeNullOrEmpty
            Select-KomboConnection Before
            Get-KomboGroup | Should -Not -BeNullOrEmpty
        }

        It 'leaves none either when nothing can be sent' {
            $null = Connect-Kombo -Sandbox
            foreach ($script in { Connect-Kombo -Server http://example.com -ApiKey k123 }, { Connect-Kombo -Server $server.Address -ApiKey k123 -ProxyUseDefaultCredentials }) {
                $null = Connect-Kombo -Sandbox
                (Invoke-Script $script).Terminated | Should -BeTrue
                (Invoke-Script { Get-KomboGroup }).Errors[0].FullyQualifiedErrorId | Should -BeLike 'Kombo.NotConnected,*'
            }
        }

        It 'asks nothing with -SkipCheck' {
            $before = $server.Requests.Count
            (Connect-Kombo -ApiKey k123 -Server $server.Address -SkipCheck).EnvironmentId | Should -BeNullOrEmpty
            $server.Requests.Count | Should -Be $before
        }

        It 'never tries again with -MaxRetry 0, and does with 1' {
            $null = Connect-Kombo -ApiKey k123 -Server $server.Address -SkipCheck -MaxRetry 0
            foreach ($retries in 0, 1) {
                $null = Connect-Kombo -ApiKey k123 -IntegrationId a:b -Server $server.Address -SkipCheck -MaxRetry $retries
                $before = $server.Requests.Count
                1..($retries + 1) | ForEach-Object { $server.Enqueue([Kombo.Tests.LoopbackReply]::Text(500, 'x')) }
                (Invoke-Script { Get-KomboEmployee }).Errors[0].FullyQualifiedErrorId | Should -BeLike 'Kombo.Http500,*'
                $server.Requests.Count - $before | Should -Be (1 + $retries)
            }
        }

        It 'tries again as -Retry says, for the connection <With>' -TestCases @(
            @{ With = 'off'; Retry = 'off'; Attempts = 1 }
            @{ With = 'with a hashtable'; Retry = @{ maxretry = 2; FirstIntervalSec = '0.01' }; Attempts = 3 }
            @{ With = 'with an object'; Retry = { New-KomboRetry -MaxRetry 3 -FirstIntervalSec 0.01 -Exponent 1 }; Attempts = 4 }
        ) {
            if ($Retry -is [scriptblock]) { $Retry = & $Retry }
            $null = Connect-Kombo -ApiKey k123 -IntegrationId a:b -Server $server.Address -SkipCheck -Retry $Retry
            $before = $server.Requests.Count
            1..$Attempts | ForEach-Object { $server.Enqueue([Kombo.Tests.LoopbackReply]::Text(500, 'x')) }
            (Invoke-Script { Get-KomboEmployee }).Errors[0].FullyQualifiedErrorId | Should -BeLike 'Kombo.Http500,*'
            $server.Requests.Count - $before | Should -Be $Attempts
        }

        It 'takes other retries and another time for a single call, of any kind' {
            $null = Connect-Kombo -ApiKey k123 -IntegrationId a:b -Server $server.Address -SkipCheck -Retry @{ MaxRetry = 1; FirstIntervalSec = 0.01 }
            $absence = @{ EmployeeId = 'e'; AbsenceTypeId = 't'; StartDate = '2026-12-24'; EndDate = '2026-12-24' }
            foreach ($case in @(
                    @{ Attempts = 2; Script = { Get-KomboEmployee } }
                    @{ Attempts = 1; Script = { Get-KomboEmployee -Retry Off } }
                    @{ Attempts = 4; Script = { Get-KomboEmployee -MaxRetry 3 } }
                    @{ Attempts = 3; Script = { Invoke-KomboRequest x -Retry @{ MaxRetry = 2; FirstIntervalSec = 0.01 } } }
                    @{ Attempts = 2; Script = { Get-KomboIntegration -MaxRetry 1 } }
                    @{ Attempts = 1; Script = { New-KomboAbsence @absence -Retry @{ MaxRetry = 100; FirstIntervalSec = 0.01 } } }
                )) {
                $before = $server.Requests.Count
                1..$case.Attempts | ForEach-Object { $server.Enqueue([Kombo.Tests.LoopbackReply]::Text(500, 'x')) }
                (Invoke-Script $case.Script).Errors[0].FullyQualifiedErrorId | Should -BeLike 'Kombo.Http500,*'
                $server.Requests.Count - $before | Should -Be $case.Attempts -Because $case.Script
            }

            $server.Enqueue([Kombo.Tests.LoopbackReply]::Hang())
            "$((Invoke-Script { Get-KomboGroup -TimeoutSec 1 -MaxRetry 0 }).Errors[0])" | Should -BeLike '*1 seconds*'
        }

        It 'names the setting that is wrong' {
            foreach ($case in @(
                    @{ Retry = 'on'; Says = "*'on'*New-KomboRetry*Off*" }
                    @{ Retry = 5; Says = '*number 5*MaxRetry*' }
                    @{ Retry = @{ Retries = 5 }; Says = "*'Retries' is not a setting*MaxRetry*LongestTimeSec*" }
                    @{ Retry = @{ MaxRetry = 101 }; Says = '*MaxRetry: 101 is out of range: 0 to 100*' }
                    @{ Retry = @{ Exponent = '1,5' }; Says = '*Exponent:*1,5*' }
                    @{ Retry = @{ LongestIntervalSec = 0.5 }; Says = '*LongestIntervalSec: 0.5 is less than the first interval*' }
                )) {
                { Connect-Kombo -Sandbox -Retry $case.Retry } | Should -Throw -ExpectedMessage $case.Says
                { Get-KomboGroup -Retry $case.Retry } | Should -Throw -ExpectedMessage $case.Says
            }
        }

        It 'completes -Retry' {
            $found = (TabExpansion2 -inputScript 'Get-KomboGroup -Retry ' -cursorColumn 22).CompletionMatches.CompletionText
            $found | Should -Contain 'Off'
            $null = Connect-Kombo -Sandbox
            foreach ($text in $found) {
                { & ([scriptblock]::Create("Get-KomboGroup -Retry $text | Out-Null")) } | Should -Not -Throw -Because $text
            }
        }

        It 'sends headers and cookies of one''s own, and refuses those of the module' {
            $secret = [System.Net.NetworkCredential]::new('', 'hidden-value').SecurePassword
            $null = Connect-Kombo -ApiKey k123 -IntegrationId a:b -Server $server.Address -SkipCheck -Header @{ 'X-Gateway-Key' = $secret; 'X-Number' = 7 } -Cookie @{ session = 'abc' }
            $null = Invoke-KomboRequest x
            $server.Requests[-1].Header('X-Gateway-Key') | Should -BeExactly 'hidden-value'
            $server.Requests[-1].Header('X-Number') | Should -Be '7'
            $server.Requests[-1].Header('Cookie') | Should -BeExactly 'session=abc'
            foreach ($name in 'Authorization', 'x-integration-id', 'Host', 'Content-Type', 'Cookie') {
                $failure = (Invoke-Script { Connect-Kombo -ApiKey k123 -Server $server.Address -SkipCheck -Header @{ $name = 'other-value' } }).Errors[0]
                $failure.FullyQualifiedErrorId | Should -BeLike 'Kombo.InvalidInput,*'
                $failure.Exception.Parameter | Should -Be 'Header'
                "$failure" | Should -Not -BeLike '*other-value*'
            }
        }

        It 'takes a handler of one''s own, and no other object for one' {
            $handler = [Kombo.Tests.CountingHandler]::new()
            $null = Connect-Kombo -ApiKey k123 -IntegrationId a:b -Server $server.Address -SkipCheck -HttpMessageHandler $handler
            $null = Invoke-KomboRequest x
            $handler.Count | Should -Be 1
            { Connect-Kombo -ApiKey k123 -Server $server.Address -SkipCheck -HttpMessageHandler $handler } | Should -Throw -ExpectedMessage '*another connection*'
            { Connect-Kombo -ApiKey k123 -SkipCheck -HttpMessageHandler 'x' } | Should -Throw -ExpectedMessage "*the text 'x'*HttpMessageHandler*"
            { Connect-Kombo -ApiKey k123 -SkipCheck -Certificate 'x.pfx' } | Should -Throw -ExpectedMessage "*the text 'x.pfx'*Get-PfxCertificate*"
        }

        It 'writes a log where the location is, and refuses one that it cannot write' {
            Push-Location $TestDrive
            try {
                $null = Connect-Kombo -Sandbox -LogPath log.jsonl
                $null = Get-KomboEmployee -WorkEmail nobody@example.com
                $lines = @(Get-Content log.jsonl | ConvertFrom-Json)
                $lines.path | Should -Be 'check-api-key', 'hris/employees'
                $lines[1].query.work_emails | Should -Be 'nobody@example.com'
                $lines[1].ratelimit_remaining | Should -BeGreaterThan 0
                $lines[1].PSObject.Properties.Name | Should -Not -Contain 'response_body'
                (Invoke-Script { Connect-Kombo -Sandbox -LogPath missing/log.jsonl }).Errors[0].Exception.Parameter | Should -Be 'LogPath'
                (Invoke-Script { Connect-Kombo -Sandbox -LogPath Env:\log }).Errors[0].Exception.Parameter | Should -Be 'LogPath'
            }
            finally {
                Disconnect-All
                Pop-Location
            }
        }

        It 'shows what is left of the limits' {
            $null = Connect-Kombo -ApiKey k123 -IntegrationId a:b -Server $server.Address -SkipCheck
            (Get-KomboConnection).RateLimit | Should -BeNullOrEmpty
            $server.Enqueue([Kombo.Tests.LoopbackReply]::Json('{"data":{}}').WithQuota(300, 12, 30).With('Concurrency-Limit', '5').With('Concurrency-Remaining', '4'))
            $null = Invoke-KomboRequest x -Method POST -MaxRetry 0
            $connection = Get-KomboConnection
            $connection.RateLimit.Limit | Should -Be 300
            $connection.RateLimit.Remaining | Should -Be 12
            $connection.RateLimit.ResetsAt | Should -BeGreaterThan ([datetime]::UtcNow)
            $connection.Concurrency.Remaining | Should -Be 4
            $connection | Out-String -Width 200 | Should -BeLike '*12 of 300*4 of 5*'
        }

        It 'knows the region <Region>' -TestCases @(
            @{ Region = 'EU'; Server = 'https://api.kombo.dev/v1/' }
            @{ Region = 'us'; Server = 'https://api.us.kombo.dev/v1/' }
            @{ Region = 'CA'; Server = 'https://api.ca.kombo.dev/v1/' }
        ) {
            (Connect-Kombo -ApiKey k123 -Region $Region -SkipCheck).Server | Should -Be $Server
            $env:KOMBO_REGION = $Region
            (Connect-Kombo -ApiKey k123 -SkipCheck).Server | Should -Be $Server
            (TabExpansion2 -inputScript 'Connect-Kombo -Region ' -cursorColumn 22).CompletionMatches.CompletionText | Should -Contain $Region
        }

        It 'names the regions there are when one is unknown' {
            { Connect-Kombo -ApiKey k123 -Region Mars -SkipCheck } | Should -Throw -ExpectedMessage "*'Mars' is not a region*EU, US, CA*"
            $env:KOMBO_REGION = 'Mars'
            { Connect-Kombo -ApiKey k123 -SkipCheck } | Should -Throw -ExpectedMessage "*'Mars' (from the environment variable KOMBO_REGION)*EU, US, CA*"
        }

        It 'sends through the proxy that it is told' {
            $proxy = Open-TestServer
            $proxy.Default = [Kombo.Tests.LoopbackReply]::Text(502, 'no')
            $null = Connect-Kombo -ApiKey k123 -Server https://kombo.invalid/v1 -Proxy "http://127.0.0.1:$($proxy.Port)" -SkipCheck -MaxRetry 0
            $failed = Invoke-Script { Invoke-KomboRequest some/thing }
            $call = "$($proxy.Requests[0])"
            $proxy.Dispose()
            $call | Should -Be 'CONNECT kombo.invalid:443'
            $failed.Errors[0].FullyQualifiedErrorId | Should -BeLike 'Kombo.Network,*'
        }

        It 'signs in to a proxy with what stands in its address' {
            $proxy = Open-TestServer
            $proxy.Default = [Kombo.Tests.LoopbackReply]::Text(407, 'no').With('Proxy-Authenticate', 'Basic realm="office"')
            $null = Connect-Kombo -ApiKey k123 -Server https://kombo.invalid/v1 -Proxy "http://us%40er:p%3Aw@127.0.0.1:$($proxy.Port)" -SkipCheck -MaxRetry 0
            $null = Invoke-Script { Invoke-KomboRequest some/thing }
            $sent = $proxy.Requests | ForEach-Object { $_.Header('Proxy-Authorization') } | Where-Object { $_ } | Select-Object -First 1
            $proxy.Dispose()
            $sent | Should -Be "Basic $([Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes('us@er:p:w')))"
        }

        It 'refuses -Proxy <Value>, and shows no password' -TestCases @(
            @{ Value = 'localhost:3128' }
            @{ Value = 'proxy.example.com' }
            @{ Value = 'user:pr0xyw0rd@proxy.example.com:8080' }
            @{ Value = 'ftp://user:pr0xyw0rd@proxy.example.com' }
            @{ Value = 'http:///' }
        ) {
            $refused = Invoke-Script { Connect-Kombo -ApiKey k123 -Server $server.Address -SkipCheck -Proxy $Value }
            $refused.Terminated | Should -BeTrue
            "$($refused.Errors[0])" | Should -BeLike '*Proxy*'
            "$($refused.Errors[0].Exception)" | Should -Not -BeLike '*pr0xyw0rd*'
        }

        It 'sends nothing in the clear to a proxy of the system' {
            $proxy = Open-TestServer
            $lines = Invoke-Pwsh -Environment @{ http_proxy = "http://127.0.0.1:$($proxy.Port)"; all_proxy = "http://127.0.0.1:$($proxy.Port)"; no_proxy = '' } "
                Import-Module '$ModulePath'
                `$null = Connect-Kombo -ApiKey clear-text-key -IntegrationId a:b -Server $($server.Address) -SkipCheck -MaxRetry 0
                `$null = Invoke-KomboRequest some/thing
                'done'"
            $seen = $proxy.Connections
            $proxy.Dispose()
            $lines | Should -Be 'done'
            $seen | Should -Be 0
            $server.Requests[-1].Header('Authorization') | Should -Be 'Bearer clear-text-key'
        }

        It 'says who is asking' {
            $null = Connect-Kombo -ApiKey k123 -Server $server.Address
            $server.Requests[-1].Header('User-Agent') | Should -Match '^Kombo-PowerShell/\d+\.\d+\.\d+ PowerShell/7\.\d+'
        }
    }

    Context 'Several connections' {
        It 'uses the one made last, lists all, and finds them by name' {
            $one = Connect-Kombo -Sandbox -Name One
            $two = Connect-Kombo -Sandbox -Name Two -IntegrationId sandbox:two
            (Get-KomboConnection).Name | Should -Be 'One', 'Two'
            Get-KomboConnection one | Should -Be $one
            (Get-KomboConnection T*).Name | Should -Be 'Two'
            (Get-KomboIntegration).Id | Should -Be 'sandbox:two'
            (Get-KomboIntegration -Connection One).Id | Should -Be $one.IntegrationId
            (Get-KomboIntegration -Connection $two).Id | Should -Be 'sandbox:two'
        }

        It 'puts a new connection in the place of one of the same name, which goes on for those who have it' {
            $old = Connect-Kombo -Sandbox -Name Same -IntegrationId sandbox:old
            $new = Connect-Kombo -Sandbox -Name same -IntegrationId sandbox:new
            Get-KomboConnection | Should -Be $new
            (Get-KomboIntegration -Connection $old).Id | Should -Be 'sandbox:old'
            Disconnect-Kombo $old
        }

        It 'falls back to no other connection when the current one is closed' {
            $null = Connect-Kombo -Sandbox -Name One -IntegrationId sandbox:one
            $null = Connect-Kombo -Sandbox -Name Two -IntegrationId sandbox:two
            Disconnect-Kombo
            (Get-KomboConnection).Name | Should -Be 'One'
            (Get-KomboConnection).IsCurrent | Should -BeFalse
            $failure = (Invoke-Script { Get-KomboIntegration }).Errors[0]
            $failure.FullyQualifiedErrorId | Should -BeLike 'Kombo.NotConnected,*'
            "$failure" | Should -BeLike "*'One'*"
            Disconnect-Kombo
            (Get-KomboConnection).Name | Should -Be 'One'
        }

        It 'keeps the current one when another is closed' {
            $null = Connect-Kombo -Sandbox -Name One -IntegrationId sandbox:one
            $null = Connect-Kombo -Sandbox -Name Two -IntegrationId sandbox:two
            Disconnect-Kombo One
            (Get-KomboIntegration).Id | Should -Be 'sandbox:two'
        }

        It 'marks the current one, and another can be chosen by name and by object' {
            $one = Connect-Kombo -Sandbox -Name One -IntegrationId sandbox:one
            $two = Connect-Kombo -Sandbox -Name Two -IntegrationId sandbox:two
            (Get-KomboConnection | Where-Object IsCurrent).Name | Should -Be 'Two'
            Select-KomboConnection one | Should -BeNullOrEmpty
            (Get-KomboConnection | Where-Object IsCurrent).Name | Should -Be 'One'
            (Get-KomboIntegration).Id | Should -Be 'sandbox:one'
            $two | Select-KomboConnection -PassThru | Should -Be $two
            (Get-KomboIntegration).Id | Should -Be 'sandbox:two'
            (Get-KomboConnection).Name | Should -Be 'One', 'Two'
            ($two | Out-String) | Should -BeLike '*IsCurrent*True*Two*'
            { Select-KomboConnection Three } | Should -Throw -ExpectedMessage "*'Three'*'One'*"
            Disconnect-Kombo $one
            { Select-KomboConnection $one } | Should -Throw -ExpectedMessage '*is closed*'
            (Get-KomboIntegration).Id | Should -Be 'sandbox:two'
        }

        It 'makes a connection of another runspace one of its own when it is chosen' {
            $mine = Connect-Kombo -Sandbox -Name Mine -IntegrationId sandbox:mine
            $text = 1 | ForEach-Object -Parallel { Import-Module $using:ModulePath; Select-KomboConnection $using:mine; (Get-KomboIntegration).Id; (Get-KomboConnection).IsCurrent }
            $text | Should -Be 'sandbox:mine', $true
        }

        It 'of another process is refused, with the advice to connect in this one' {
            $stored = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Connect-Kombo -Sandbox)))
            foreach ($script in { Get-KomboGroup -Connection $stored }, { Select-KomboConnection $stored }, { Disconnect-Kombo $stored }) {
                $script | Should -Throw -ExpectedMessage '*opened in another process*Run Connect-Kombo in this process.'
            }
        }

        It 'closes connections by name, by object, from the pipeline, and does not mind when there is none' {
            1..3 | ForEach-Object { $null = Connect-Kombo -Sandbox -Name "C$_" }
            Disconnect-Kombo c1
            Disconnect-Kombo -Connection (Get-KomboConnection C2)
            Get-KomboConnection | Disconnect-Kombo
            Get-KomboConnection | Should -BeNullOrEmpty
            Disconnect-Kombo | Should -BeNullOrEmpty
        }

        It 'names the connection that is not there, and those that are' {
            $null = Connect-Kombo -Sandbox -Name Here
            { Get-KomboEmployee -Connection There } | Should -Throw -ExpectedMessage "*'There'*'Here'*"
            { Disconnect-Kombo There } | Should -Throw -ExpectedMessage "*'There'*"
            $failure = (Invoke-Script { Get-KomboConnection There }).Errors[0]
            $failure.CategoryInfo.Category | Should -Be 'ObjectNotFound'
            $failure.TargetObject | Should -Be 'There'
        }

        It 'refuses <Text> as a connection' -TestCases @(
            @{ Text = 'a number'; Value = 42; Says = '*the number 42*Connect-Kombo*' }
            @{ Text = 'null'; Value = $null; Says = '*null*$using:*' }
            @{ Text = 'a custom object'; Value = [pscustomobject]@{ Name = 'Default' }; Says = '*custom object*' }
            @{ Text = 'an employee'; Value = 'employee'; Says = '*an Employee object*' }
        ) {
            $null = Connect-Kombo -Sandbox
            if ($Value -eq 'employee') {
                $Value = Get-KomboEmployee -PageSize 1 | Select-Object -First 1
            }

            { Get-KomboGroup -Connection $Value } | Should -Throw -ExpectedMessage $Says -ErrorId 'ParameterArgumentTransformationError,Kombo.PowerShell.GetKomboGroupCommand'
        }

        It 'keeps the runspaces of a process apart' {
            $null = Connect-Kombo -Sandbox -Name Mine
            $ps = [powershell]::Create()
            $text = $ps.AddScript("Import-Module '$ModulePath'; `$null = Connect-Kombo -Sandbox -Name Yours; (Get-KomboConnection).Name").Invoke()
            $ps.Dispose()
            $text | Should -Be 'Yours'
            (Get-KomboConnection).Name | Should -Be 'Mine'
        }

        It 'gives each sandbox a company of its own' {
            $one = Connect-Kombo -Sandbox -Name One
            $two = Connect-Kombo -Sandbox -Name Two
            $absence = Get-KomboAbsence -Connection $one | Select-Object -First 1
            $null = $absence | Remove-KomboAbsence -Connection $one -Confirm:$false
            (Invoke-Script { Get-KomboAbsence -Id $absence.Id -Connection $one }).Errors.Count | Should -Be 1
            (Get-KomboAbsence -Id $absence.Id -Connection $two).Id | Should -Be $absence.Id
        }
    }

    Context 'The integration' {
        BeforeEach {
            $null = Connect-TestServer $server -IntegrationId tool:connection
        }

        It 'comes from the connection, or from the command, in header and path' {
            $server.Enqueue((ConvertTo-Page @()), (ConvertTo-Page @()))
            $before = $server.Requests.Count
            Get-KomboEmployee
            Get-KomboEmployee -IntegrationId tool:command
            Get-KomboIntegration | Out-Null
            Get-KomboIntegration tool:command | Out-Null
            $sent = $server.Requests | Select-Object -Skip $before
            $sent[0].Header('X-Integration-Id') | Should -Be 'tool:connection'
            $sent[1].Header('X-Integration-Id') | Should -Be 'tool:command'
            $sent[2].Path | Should -Be '/v1/integrations/tool%3Aconnection'
            $sent[2].Header('X-Integration-Id') | Should -BeNullOrEmpty
            $sent[3].Path | Should -Be '/v1/integrations/tool%3Acommand'
        }

        It 'is not sent where the API does not take it' {
            $null = Test-KomboApiKey
            $server.Requests[-1].Header('X-Integration-Id') | Should -BeNullOrEmpty
        }
    }

    Context 'Test-KomboApiKey' {
        BeforeEach {
            $null = Connect-TestServer $server
        }

        It 'is true for a key that works' {
            $server.Enqueue((ConvertTo-Answer @{ environment_id = 'env1' }))
            Test-KomboApiKey | Should -BeTrue
        }

        It 'is false for a key that does not, without an error' {
            $server.Enqueue((ConvertTo-ErrorReply PLATFORM.AUTHENTICATION_INVALID 401))
            $result = Invoke-Script { Test-KomboApiKey }
            $result.Output | Should -Be $false
            $result.Errors | Should -BeNullOrEmpty
        }

        It 'is an error when it cannot be told' {
            $server.Enqueue([Kombo.Tests.LoopbackReply]::Text(500, 'x'))
            $result = Invoke-Script { Test-KomboApiKey }
            $result.Output | Should -BeNullOrEmpty
            $result.Errors[0].FullyQualifiedErrorId | Should -BeLike 'Kombo.Http500,*'
        }

        It 'tells more with -Detailed' {
            $server.Enqueue((ConvertTo-Answer @{ environment_id = 'env1' }), (ConvertTo-ErrorReply PLATFORM.AUTHENTICATION_INVALID 401))
            (Test-KomboApiKey -Detailed).EnvironmentId | Should -Be 'env1'
            { Test-KomboApiKey -Detailed } | Should -Throw -ErrorId 'PLATFORM.AUTHENTICATION_INVALID,*'
        }
    }

    Context 'Days that pass in a sandbox' {
        It 'bring people, changes and deletions, later than what was read before' {
            $null = Connect-Kombo -Sandbox
            $before = Get-KomboEmployee
            Get-KomboEmployee -UpdatedAfter 2026-11-02T08:00:00Z -IncludeDeleted | Should -BeNullOrEmpty
            Step-KomboSandbox
            Step-KomboSandbox -Day 6 | Should -BeNullOrEmpty
            $changed = Get-KomboEmployee -UpdatedAfter 2026-11-02T08:00:00Z -IncludeDeleted
            $changed | Where-Object EmployeeId -NotIn $before.EmployeeId | Should -Not -BeNullOrEmpty
            $changed | Where-Object RemoteDeletedAt | Should -Not -BeNullOrEmpty
            ($before | Where-Object EmployeeId -In ($changed | Where-Object RemoteDeletedAt).EmployeeId) | Should -Not -BeNullOrEmpty
        }

        It 'pass in the sandbox that is named, and are the same there' {
            $one = Connect-Kombo -Sandbox -Name One
            $other = Connect-Kombo -Sandbox -Name Other
            1..3 | ForEach-Object { $one | Step-KomboSandbox }
            Get-KomboGroup -Connection Other -UpdatedAfter 2026-11-02T08:00:00Z | Should -BeNullOrEmpty
            Step-KomboSandbox 3 -Connection $other
            $read = { Get-KomboEmployee -Connection $args[0] -IncludeDeleted | ForEach-Object { $_.EmployeeId, $_.ChangedAt, $_.ManagerId -join ' ' } }
            & $read One | Should -Be (& $read Other)
        }

        It 'pass nowhere else' {
            (Invoke-Script { Step-KomboSandbox }).Errors[0].FullyQualifiedErrorId | Should -BeLike 'Kombo.NotConnected,*'
            $null = Connect-TestServer $server
            $failure = (Invoke-Script { Step-KomboSandbox }).Errors[0]
            $failure.Exception.Parameter | Should -Be 'Connection'
            $failure.Exception.Message | Should -BeLike '*no sandbox*'
            $closed = Connect-Kombo -Sandbox -Name Closed
            Disconnect-Kombo Closed
            (Invoke-Script { $closed | Step-KomboSandbox }).Errors[0].Exception.Message | Should -BeLike '*closed*'
            { Step-KomboSandbox -Day 0 } | Should -Throw -ExpectedMessage '*366*'
        }
    }
}
