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
                $script | Should -Throw -ExpectedMessage '*made in another process*Run Connect-Kombo in this process.'
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
}
