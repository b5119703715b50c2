BeforeDiscovery {
    # Every code that is known, with the category that its error must have.
    $codes = [ordered]@{
        'PLATFORM.RATE_LIMIT_EXCEEDED'             = 'LimitsExceeded'
        'PLATFORM.CONCURRENCY_LIMIT_EXCEEDED'      = 'LimitsExceeded'
        'PLATFORM.INTEGRATION_NOT_FOUND'           = 'ObjectNotFound'
        'PLATFORM.INPUT_INVALID'                   = 'InvalidArgument'
        'PLATFORM.UNKNOWN_ERROR'                   = 'InvalidResult'
        'PLATFORM.IP_NOT_WHITELISTED'              = 'PermissionDenied'
        'PLATFORM.AUTHENTICATION_INVALID'          = 'AuthenticationError'
        'PLATFORM.TASK_TIMED_OUT'                  = 'OperationTimeout'
        'INTEGRATION.PERMISSION_MISSING'           = 'PermissionDenied'
        'INTEGRATION.AUTHENTICATION_INVALID'       = 'AuthenticationError'
        'INTEGRATION.QA_FAILED'                    = 'InvalidData'
        'INTEGRATION.SETUP_SYNC_PENDING'           = 'ResourceBusy'
        'INTEGRATION.SETUP_INCOMPLETE'             = 'ResourceBusy'
        'INTEGRATION.INACTIVE'                     = 'NotEnabled'
        'INTEGRATION.MODEL_NOT_AVAILABLE'          = 'NotEnabled'
        'INTEGRATION.MODEL_DISABLED'               = 'NotEnabled'
        'INTEGRATION.ACTION_NOT_AVAILABLE'         = 'NotEnabled'
        'INTEGRATION.ACTION_DISABLED'              = 'NotEnabled'
        'REMOTE.SERVICE_UNAVAILABLE'               = 'ResourceUnavailable'
        'REMOTE.RATE_LIMIT_EXCEEDED'               = 'LimitsExceeded'
        'REMOTE.INPUT_INVALID'                     = 'InvalidArgument'
        'REMOTE.UNKNOWN_HTTP_ERROR'                = 'InvalidResult'
        'HRIS.EMPLOYEE_ALREADY_EXISTS'             = 'ResourceExists'
        'HRIS.STAFFING_ENTITY_CLOSED'              = 'InvalidOperation'
        'ATS.JOB_CLOSED'                           = 'InvalidOperation'
        'ATS.APPLICATION_ALREADY_EXISTS'           = 'ResourceExists'
        'LMS.COURSE_UPDATE_NOT_SUPPORTED'          = 'NotImplemented'
        'AI_APPLY.JOB_FEED_IMPORT_ALREADY_RUNNING' = 'ResourceBusy'
        'AI_APPLY.JOB_FEED_IMPORT_TIMED_OUT'       = 'OperationTimeout'
        'AI_APPLY.JOB_POSTING_ALREADY_EXISTS'      = 'ResourceExists'
    }
    $codeCases = foreach ($entry in $codes.GetEnumerator()) {
        @{ Code = $entry.Key; Category = $entry.Value; Ends = $entry.Key -in 'PLATFORM.AUTHENTICATION_INVALID', 'PLATFORM.IP_NOT_WHITELISTED' }
    }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $rows = 1..3 | ForEach-Object { [pscustomobject]@{ EmployeeId = "e$_"; AbsenceTypeId = 't1'; StartDate = '2026-12-24'; EndDate = '2026-12-24' } }

    function Get-Employee { Get-KomboEmployee }
    function Get-Page([int] $From, [string] $Next) {
        ConvertTo-Page @($From..($From + 2) | ForEach-Object { @{ id = "e$_"; remote_id = "$_" } }) $Next
    }
}

AfterAll {
    Disconnect-All
    Close-TestServer
}

Describe 'Codes' {
    BeforeEach {
        $server = Open-TestServer
        $null = Connect-TestServer $server
    }

    AfterEach {
        Assert-NoReplyLeft
    }

    It 'makes <Code> an error of the category <Category>' -TestCases $codeCases {
        $server.Enqueue((ConvertTo-ErrorReply $Code 400 'What happened.' 'https://app.example.com/logs/4711'))
        $result = Invoke-Script { Get-KomboEmployee }
        $result.Terminated | Should -BeTrue -Because 'a read without input fails as a whole'
        $result.Errors.Count | Should -Be 1
        $failure = $result.Errors[0]
        $failure.FullyQualifiedErrorId | Should -BeExactly "$Code,Kombo.PowerShell.GetKomboEmployeeCommand"
        $failure.CategoryInfo.Category | Should -Be $Category
        $failure.ErrorDetails.Message | Should -BeExactly "${Code}: What happened."
        $failure.Exception.Message | Should -Be 'What happened.'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*Details: https://app.example.com/logs/4711'
        $failure.ErrorDetails.RecommendedAction.Length | Should -BeGreaterThan 50 -Because 'there is advice besides the link'
        $failure.Exception.Code | Should -BeExactly $Code
        $failure.Exception.Title | Should -Be 'A title'
        $failure.Exception.LogUrl | Should -Be 'https://app.example.com/logs/4711'
        $failure.Exception.StatusCode | Should -Be 400
        $failure.Exception.Method | Should -Be 'GET'
        $failure.Exception.Path | Should -Be 'hris/employees'
    }

    It 'reports <Code> for the one row that it concerns' -TestCases $codeCases {
        $before = $server.Requests.Count
        $server.Enqueue((ConvertTo-ErrorReply $Code 400))
        $result = Invoke-Script { $rows | New-KomboAbsence }
        $result.Terminated | Should -Be $Ends
        $server.Requests.Count - $before | Should -Be $(if ($Ends) { 1 } else { 3 })
        $result.Errors.Count | Should -Be 1
        $result.Errors[0].TargetObject.EmployeeId | Should -Be 'e1'
        $result.Errors[0].FullyQualifiedErrorId | Should -BeExactly "$Code,Kombo.PowerShell.NewKomboAbsenceCommand"
        $result.Errors[0].CategoryInfo.Category | Should -Be $Category
    }

    It 'shows the code in the view <View>' -TestCases @(@{ View = 'ConciseView' }, @{ View = 'NormalView' }, @{ View = 'DetailedView' }) {
        $text = Invoke-Pwsh "
            `$ErrorView = '$View'
            Import-Module '$ModulePath'
            `$null = Connect-Kombo -Sandbox
            Get-KomboEmployee -Id fail:INTEGRATION.MODEL_DISABLED"
        $text -join "`n" | Should -BeLike '*INTEGRATION.MODEL_DISABLED*'
    }

    It 'keeps what else came with the answer' {
        $body = '{"status":"error","error":{"code":"ATS.JOB_CLOSED","title":"t","message":"m","log_url":null,"hint":{"after":[1,2]}}}'
        $server.Enqueue([Kombo.Tests.LoopbackReply]::Json($body, 409).With('X-Request-Id', 'req-7').With('Set-Cookie', 'a=secret'))
        $failure = (Invoke-Script { Get-KomboJob }).Errors[0].Exception
        $failure.Error.hint.after | Should -Be 1, 2
        $failure.Body | Should -BeExactly $body
        $failure.RequestId | Should -Be 'req-7'
        $failure.Headers['x-request-id'] | Should -Be 'req-7'
        $failure.Headers['Set-Cookie'] | Should -Be '***'
        $failure.Family | Should -Be 'Ats'
    }

    It 'lets a code pass that nobody knows yet' {
        $server.Enqueue((ConvertTo-ErrorReply FUTURE.SOMETHING_NEW 409))
        $failure = (Invoke-Script { Get-KomboEmployee }).Errors[0]
        $failure.FullyQualifiedErrorId | Should -BeLike 'FUTURE.SOMETHING_NEW,*'
        $failure.CategoryInfo.Category | Should -Not -Be 'NotSpecified'
    }
}

Describe 'Answers that are not what the API documents' {
    BeforeEach {
        $server = Open-TestServer
        $null = Connect-TestServer $server
    }

    AfterEach {
        Assert-NoReplyLeft
    }

    It 'ends <Text> in <Id> and <Category>' -TestCases @(
        @{ Text = 'an HTML page with 502'; Reply = { [Kombo.Tests.LoopbackReply]::Html(502, '<html><head><title>502 Bad Gateway</title></head><body>x</body></html>') }; Id = 'Kombo.Http502'; Category = 'ResourceUnavailable'; Says = '*502 Bad Gateway*' }
        @{ Text = 'text with 500'; Reply = { [Kombo.Tests.LoopbackReply]::Text(500, 'upstream connect error') }; Id = 'Kombo.Http500'; Category = 'ResourceUnavailable'; Says = '*upstream connect error*' }
        @{ Text = 'nothing with 503'; Reply = { [Kombo.Tests.LoopbackReply]::Empty(503) }; Id = 'Kombo.Http503'; Category = 'ResourceUnavailable'; Says = '*503*' }
        @{ Text = 'nothing with 504'; Reply = { [Kombo.Tests.LoopbackReply]::Empty(504) }; Id = 'Kombo.Http504'; Category = 'OperationTimeout'; Says = '*504*' }
        @{ Text = 'text with 404'; Reply = { [Kombo.Tests.LoopbackReply]::Text(404, 'no such page') }; Id = 'Kombo.Http404'; Category = 'ObjectNotFound'; Says = '*no such page*' }
        @{ Text = 'HTML with 401'; Reply = { [Kombo.Tests.LoopbackReply]::Html(401, '<html></html>') }; Id = 'Kombo.Http401'; Category = 'AuthenticationError'; Says = '*401*' }
        @{ Text = 'nothing with 403'; Reply = { [Kombo.Tests.LoopbackReply]::Empty(403) }; Id = 'Kombo.Http403'; Category = 'PermissionDenied'; Says = '*403*' }
        @{ Text = 'nothing with 429'; Reply = { [Kombo.Tests.LoopbackReply]::Empty(429) }; Id = 'Kombo.Http429'; Category = 'LimitsExceeded'; Says = '*429*' }
        @{ Text = 'an old error'; Reply = { [Kombo.Tests.LoopbackReply]::Json('{"error":{"message":"Old words"}}', 400) }; Id = 'Kombo.Http400'; Category = 'InvalidArgument'; Says = 'Old words' }
        @{ Text = 'an error with an object as message'; Reply = { [Kombo.Tests.LoopbackReply]::Json('{"status":"error","error":{"code":"REMOTE.UNKNOWN_HTTP_ERROR","message":{"remote_http_status":418,"remote_error":"teapot"}}}', 400) }; Id = 'REMOTE.UNKNOWN_HTTP_ERROR'; Category = 'InvalidResult'; Says = '*teapot*' }
        @{ Text = 'an error under 200'; Reply = { ConvertTo-ErrorReply ATS.JOB_CLOSED 200 'Closed.' }; Id = 'ATS.JOB_CLOSED'; Category = 'InvalidOperation'; Says = 'ATS.JOB_CLOSED: Closed.' }
        @{ Text = 'an empty 200'; Reply = { [Kombo.Tests.LoopbackReply]::Empty(200) }; Id = 'Kombo.UnexpectedResponse'; Category = 'InvalidResult'; Says = '*empty*' }
        @{ Text = 'JSON that stops'; Reply = { [Kombo.Tests.LoopbackReply]::HalfChunked('{"status":"success","data":{"results":[{"id":"e1"}],"next":null}}') }; Id = 'Kombo.UnexpectedResponse'; Category = 'InvalidResult'; Says = '*ended*' }
        @{ Text = 'a body shorter than announced'; Reply = { [Kombo.Tests.LoopbackReply]::HalfBody('{"status":"success","data":{"results":[{"id":"e1"}],"next":null}}') }; Id = 'Kombo.Network'; Category = 'ConnectionError'; Says = '*broke*' }
        @{ Text = 'a reset in the body'; Reply = { [Kombo.Tests.LoopbackReply]::ResetInBody('{"status":"success","data":{"results":[{"id":"e1"}],"next":null}}') }; Id = 'Kombo.Network'; Category = 'ConnectionError'; Says = '*broke*' }
        @{ Text = 'a reset'; Reply = { [Kombo.Tests.LoopbackReply]::Reset() }; Id = 'Kombo.Network'; Category = 'ConnectionError'; Says = '*broke*' }
        @{ Text = 'a closed connection'; Reply = { [Kombo.Tests.LoopbackReply]::Close() }; Id = 'Kombo.Network'; Category = 'ConnectionError'; Says = '*broke*' }
        @{ Text = 'HTML under 200'; Reply = { [Kombo.Tests.LoopbackReply]::Html(200, '<html>Please sign in</html>') }; Id = 'Kombo.UnexpectedResponse'; Category = 'InvalidResult'; Says = '*text/html*' }
        @{ Text = 'text under 200'; Reply = { [Kombo.Tests.LoopbackReply]::Text(200, 'It works!') }; Id = 'Kombo.UnexpectedResponse'; Category = 'InvalidResult'; Says = '*text/plain*' }
        @{ Text = 'a redirect'; Reply = { [Kombo.Tests.LoopbackReply]::Redirect(302, 'https://example.com/') }; Id = 'Kombo.UnexpectedResponse'; Category = 'InvalidResult'; Says = '*redirect*' }
        foreach ($json in '[]', 'null', '42', '"text"', '{}', '{"status":"success"}', '{"status":"success","data":null}', '{"status":"success","data":[]}', '{"status":"success","data":{}}', '{"status":"success","data":{"results":{}}}', '{"status":"success","data":{"results":null,"next":null}}', '{"status":"success","data":{"results":[1,2],"next":null}}', '{"status":"success","data":{"results":[null],"next":null}}', '{"status":"success","data":{"results":[],"next":null}} x') {
            @{ Text = $json; Reply = { [Kombo.Tests.LoopbackReply]::Json($json) }.GetNewClosure(); Id = 'Kombo.UnexpectedResponse'; Category = 'InvalidResult'; Says = '*not what the API documents*' }
        }
    ) {
        # .NET itself sends a GET up to three times again when a connection breaks before the first byte of an answer.
        $odd = Open-TestServer
        $null = Connect-TestServer $odd -Name Odd
        $odd.Default = & $Reply # to each of the tries that .NET makes when a connection breaks
        $result = Invoke-Script { Get-KomboEmployee -Connection Odd }
        Disconnect-Kombo Odd
        Select-KomboConnection Default
        $odd.Dispose()
        $result.Output | Should -BeNullOrEmpty
        $result.Terminated | Should -BeTrue
        $failure = $result.Errors[0]
        $failure.FullyQualifiedErrorId | Should -BeExactly "$Id,Kombo.PowerShell.GetKomboEmployeeCommand"
        $failure.CategoryInfo.Category | Should -Be $Category
        $failure.ErrorDetails.Message | Should -BeLike $Says
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $failure.Exception | Should -BeOfType ([Kombo.KomboException])
    }

    It 'ends a server that cannot be reached in Kombo.Network' {
        $null = Connect-Kombo -Server "http://127.0.0.1:$([Kombo.Tests.LoopbackServer]::RefusedPort())/v1" -ApiKey k123 -IntegrationId a:b -Name Refused -MaxRetry 0 -SkipCheck
        $failure = (Invoke-Script { Get-KomboEmployee -Connection Refused }).Errors[0]
        Disconnect-Kombo Refused
        Select-KomboConnection Default
        $failure.FullyQualifiedErrorId | Should -Be 'Kombo.Network,Kombo.PowerShell.GetKomboEmployeeCommand'
        $failure.CategoryInfo.Category | Should -Be 'ConnectionError'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*-Proxy*'
    }

    It 'ends a server that never answers in Kombo.Timeout, after -TimeoutSec' {
        $null = Connect-TestServer $server -Name Hasty -With @{ TimeoutSec = 1 }
        $server.Enqueue([Kombo.Tests.LoopbackReply]::Hang(), [Kombo.Tests.LoopbackReply]::HangInBody('{"status":"success","data":{"results":[],"next":null}}'))
        foreach ($kind in 'headers', 'body') {
            $failure = (Invoke-Script { Get-KomboEmployee -Connection Hasty }).Errors[0]
            $failure.FullyQualifiedErrorId | Should -Be 'Kombo.Timeout,Kombo.PowerShell.GetKomboEmployeeCommand' -Because $kind
            $failure.CategoryInfo.Category | Should -Be 'OperationTimeout'
            $failure.ErrorDetails.RecommendedAction | Should -BeLike '*-TimeoutSec*'
        }
    }

    It 'points from an unexpected answer to -Raw, which shows it' {
        $server.Enqueue([Kombo.Tests.LoopbackReply]::Html(200, '<html>Sign in</html>'), [Kombo.Tests.LoopbackReply]::Html(200, '<html>Sign in</html>'))
        (Invoke-Script { Get-KomboEmployee }).Errors[0].ErrorDetails.RecommendedAction | Should -BeLike '*Invoke-KomboRequest -Raw*'
        $answer = Invoke-KomboRequest hris/employees -Raw
        $answer.StatusCode | Should -Be 200
        $answer.Headers['Content-Type'] | Should -BeLike 'text/html*'
        $answer.Body | Should -Be '<html>Sign in</html>'
        (Invoke-Script { Invoke-KomboRequest hris/employees -Raw -Paginate }).Errors[0].Exception.Parameter | Should -Be 'Raw'
    }

    It 'takes an answer without content for a success where none is documented' {
        1..4 | ForEach-Object { $server.Enqueue([Kombo.Tests.LoopbackReply]::Empty(204)) }
        $server.Enqueue([Kombo.Tests.LoopbackReply]::Empty(204))
        $result = Invoke-Script { Move-KomboApplication a -StageId s -PassThru; Invoke-KomboRequest x -Method DELETE -Confirm:$false; Invoke-KomboRequest x }
        $result.Errors | Should -BeNullOrEmpty
        $result.Output | Should -Be 'a'
        (Invoke-Script { New-KomboAbsence -EmployeeId e -AbsenceTypeId t -StartDate 2026-12-24 -EndDate 2026-12-24 }).Errors[0].Exception.MayHaveExecuted | Should -BeTrue
        $list = Invoke-Script { Get-KomboEmployee }
        $list.Terminated | Should -BeTrue
        "$($list.Errors)" | Should -BeLike '*a list is missing*'
    }

    It 'does not quote JSON of an error that could hold personal data' {
        $server.Enqueue([Kombo.Tests.LoopbackReply]::Json('{"name":"Ada Lovelace","salary":100000}', 500))
        "$((Invoke-Script { Get-KomboEmployee }).Errors[0])" | Should -Not -BeLike '*Ada*'
    }
}

Describe 'Lists that break midway' {
    BeforeEach {
        $server = Open-TestServer
        $null = Connect-TestServer $server
    }

    AfterEach {
        Assert-NoReplyLeft
    }

    It 'ends the pipeline with the cursor of what is missing, when a later page is <Text>' -TestCases @(
        @{ Text = 'HTML'; Reply = { [Kombo.Tests.LoopbackReply]::Html(502, '<html></html>') }; Id = 'Kombo.Http502' }
        @{ Text = 'an error'; Reply = { ConvertTo-ErrorReply INTEGRATION.INACTIVE }; Id = 'INTEGRATION.INACTIVE' }
        @{ Text = 'half a body'; Reply = { [Kombo.Tests.LoopbackReply]::HalfBody('{"status":"success","data":{"results":[{"id":"e4"}],"next":null}}') }; Id = 'Kombo.Network' }
        @{ Text = 'another shape'; Reply = { [Kombo.Tests.LoopbackReply]::Json('{"status":"success","data":{}}') }; Id = 'Kombo.UnexpectedResponse' }
        @{ Text = 'a row without an id'; Reply = { [Kombo.Tests.LoopbackReply]::Json('{"status":"success","data":{"results":[{"id":"e4"},17],"next":null}}') }; Id = 'Kombo.UnexpectedResponse' }
    ) {
        $server.Enqueue((Get-Page 1 'c2'), (& $Reply))
        $result = Invoke-Script { Get-KomboEmployee -EmploymentStatus ACTIVE }
        $result.Terminated | Should -BeTrue
        $result.Output.Id | Should -Be 'e1', 'e2', 'e3'
        $failure = $result.Errors[0]
        $failure.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $failure.Exception.Cursor | Should -Be 'c2'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike "*-Cursor 'c2'*"

        $before = $server.Requests.Count
        $server.Enqueue((Get-Page 4 'c3'), (Get-Page 7 $null))
        $rest = @(Get-KomboEmployee -EmploymentStatus ACTIVE -Cursor $failure.Exception.Cursor)
        @($result.Output.Id) + $rest.Id | Should -Be (1..9 | ForEach-Object { "e$_" })
        $server.Requests[$before].Query('cursor') | Should -Be 'c2'
        $server.Requests[$before].Query('employment_statuses') | Should -Be 'ACTIVE'
        $server.Requests[$before + 1].Query('cursor') | Should -Be 'c3'
        $server.Requests[$before + 1].Query('employment_statuses') | Should -Be 'ACTIVE' -Because 'the cursor does not carry the filters'
    }

    It 'resumes a list of the sandbox without a lost or a doubled row' {
        $null = Connect-Kombo -Sandbox -Name Box -MaxRetry 0
        $whole = (Get-KomboEmployee -Connection Box).Id
        $first = Invoke-Script { Get-KomboEmployee -Connection Box -IntegrationId 'fail:html@3' }
        $first.Terminated | Should -BeTrue
        $rest = Get-KomboEmployee -Connection Box -Cursor $first.Errors[0].Exception.Cursor
        Disconnect-Kombo Box
        Select-KomboConnection Default
        $first.Output.Count | Should -BeLessThan $whole.Count
        @($first.Output.Id) + $rest.Id | Should -Be $whole
    }

    It 'never lets a script go on with half a CSV file, even with -ErrorAction <Action>' -TestCases @(
        @{ Action = 'Continue' }
        @{ Action = 'SilentlyContinue' }
        @{ Action = 'Ignore' }
    ) {
        $server.Enqueue((Get-Page 1 'c2'), (ConvertTo-ErrorReply INTEGRATION.INACTIVE))
        $went = $false
        $failure = try {
            Get-KomboEmployee -ErrorAction $Action | Export-Csv TestDrive:/half.csv
            $went = $true
        }
        catch {
            $_
        }

        $went | Should -BeFalse
        $failure.Exception.Cursor | Should -Be 'c2'
    }

    It 'ends a piped list that breaks after its first row, and goes on after one that breaks before' {
        $server.Enqueue((ConvertTo-ErrorReply INTEGRATION.INACTIVE), (Get-Page 1 'c2'), (ConvertTo-ErrorReply INTEGRATION.INACTIVE))
        $result = Invoke-Script { 'e1', 'e2', 'e3' | ForEach-Object { [pscustomobject]@{ EmployeeId = $_ } } | Get-KomboAbsence }
        $result.Terminated | Should -BeTrue
        $result.Errors.Count | Should -Be 2
        $result.Errors[0].TargetObject.EmployeeId | Should -Be 'e1'
        $result.Errors[0].Exception.Cursor | Should -BeNullOrEmpty
        $result.Errors[1].TargetObject.EmployeeId | Should -Be 'e2'
        $result.Errors[1].Exception.Cursor | Should -Be 'c2'
    }

    It 'does not run in circles when the server repeats a cursor' {
        $server.Enqueue((Get-Page 1 'c2'), (Get-Page 4 'c2'))
        $before = $server.Requests.Count
        $result = Invoke-Script { Get-KomboEmployee }
        $result.Terminated | Should -BeTrue
        "$($result.Errors[0])" | Should -BeLike '*already read*'
        $server.Requests.Count - $before | Should -Be 2
    }

    It 'tells where Invoke-KomboRequest -Paginate broke' {
        $server.Enqueue((Get-Page 1 'c2'), (ConvertTo-ErrorReply INTEGRATION.INACTIVE), (Get-Page 4 $null))
        $result = Invoke-Script { Invoke-KomboRequest -Path hris/new-things -Paginate }
        $result.Terminated | Should -BeTrue
        $result.Output.Count | Should -Be 3
        $rest = @(Invoke-KomboRequest -Path hris/new-things -Paginate -Cursor $result.Errors[0].Exception.Cursor)
        $rest[0].id | Should -Be 'e4'
    }

    It 'reads a list whose method is written in lower case' {
        $server.Enqueue((Get-Page 1 $null))
        @(Invoke-KomboRequest -Path hris/new-things -Method get -Paginate).Count | Should -Be 3
    }

    It 'reads a list without cursors once, and says that there is more' {
        $before = $server.Requests.Count
        $server.Enqueue((ConvertTo-Page @(@{ id = 's1'; employee_id = 'e' }) 'more'))
        $result = Invoke-Script { Get-KomboEmployeeSkillAssignment }
        $result.Output.Id | Should -Be 's1'
        $result.Warnings | Should -BeLike '*more rows*'
        $server.Requests.Count - $before | Should -Be 1
    }
}

Describe 'Trying again' {
    BeforeEach {
        $server = Open-TestServer
        $null = Connect-TestServer $server
        $null = Connect-TestServer $server -Name Patient -MaxRetry 5 -With @{ TimeoutSec = 1 }
    }

    AfterEach {
        Assert-NoReplyLeft
    }

    It 'sends a write once when it may have been carried out: <Text>' -TestCases @(
        @{ Text = '500'; Reply = { [Kombo.Tests.LoopbackReply]::Text(500, 'x') }; Id = 'Kombo.Http500' }
        @{ Text = 'HTML 502'; Reply = { [Kombo.Tests.LoopbackReply]::Html(502, '<html></html>') }; Id = 'Kombo.Http502' }
        @{ Text = '504'; Reply = { [Kombo.Tests.LoopbackReply]::Empty(504) }; Id = 'Kombo.Http504' }
        @{ Text = 'PLATFORM.UNKNOWN_ERROR'; Reply = { ConvertTo-ErrorReply PLATFORM.UNKNOWN_ERROR 500 }; Id = 'PLATFORM.UNKNOWN_ERROR' }
        @{ Text = 'REMOTE.SERVICE_UNAVAILABLE'; Reply = { ConvertTo-ErrorReply REMOTE.SERVICE_UNAVAILABLE 503 }; Id = 'REMOTE.SERVICE_UNAVAILABLE' }
        @{ Text = '503 of a gateway that lost its upstream'; Reply = { [Kombo.Tests.LoopbackReply]::Text(503, 'upstream connect error or disconnect/reset before headers') }; Id = 'Kombo.Http503' }
        @{ Text = 'a code that nobody knows'; Reply = { ConvertTo-ErrorReply PLATFORM.NEVER_HEARD_OF 500 }; Id = 'PLATFORM.NEVER_HEARD_OF' }
        @{ Text = 'a reset'; Reply = { [Kombo.Tests.LoopbackReply]::Reset() }; Id = 'Kombo.Network' }
        @{ Text = 'half a body'; Reply = { [Kombo.Tests.LoopbackReply]::HalfBody('{"status":"success","data":{"id":"a1"}}') }; Id = 'Kombo.Network' }
        @{ Text = 'JSON that stops'; Reply = { [Kombo.Tests.LoopbackReply]::HalfChunked('{"status":"success","data":{"id":"a1"}}') }; Id = 'Kombo.UnexpectedResponse' }
        @{ Text = 'no answer'; Reply = { [Kombo.Tests.LoopbackReply]::Hang() }; Id = 'Kombo.Timeout' }
    ) {
        $before = $server.Requests.Count
        $server.Enqueue((& $Reply))
        $result = Invoke-Script { $rows[0] | New-KomboAbsence -Connection Patient }
        $server.Requests.Count - $before | Should -Be 1
        $result.Terminated | Should -BeFalse
        $result.Errors[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $result.Errors[0].Exception.MayHaveExecuted | Should -BeTrue
        "$($result.Errors[0])" | Should -BeLike '*may have been carried out*'
        $result.Errors[0].ErrorDetails.RecommendedAction | Should -BeLike '*check in the connected tool*'
        $result.Errors[0].TargetObject | Should -Be $rows[0]
    }

    It 'does not try again after an error of the input, and does not say that the change may have been made' {
        $before = $server.Requests.Count
        $server.Enqueue((ConvertTo-ErrorReply PLATFORM.INPUT_INVALID))
        $result = Invoke-Script { $rows[0] | New-KomboAbsence -Connection Patient }
        $server.Requests.Count - $before | Should -Be 1
        $result.Errors[0].Exception.MayHaveExecuted | Should -BeFalse
    }

    It 'sends a read again after 503, and says so in the verbose stream' {
        $before = $server.Requests.Count
        $server.Enqueue([Kombo.Tests.LoopbackReply]::Text(503, 'busy'), (Get-Page 1 $null))
        $result = Invoke-Script { Get-KomboEmployee -Connection Patient -Verbose }
        $result.Output.Count | Should -Be 3
        $server.Requests.Count - $before | Should -Be 2
        ($result.Verbose -join "`n") | Should -BeLike '*Kombo.Http503*tried again*Waiting*'
    }

    It 'sends a write again after 503 of the balancer, which has not passed it on' {
        $before = $server.Requests.Count
        $server.Enqueue([Kombo.Tests.LoopbackReply]::Text(503, 'no healthy upstream'), (ConvertTo-Answer @{ id = 'a1' }))
        ($rows[0] | New-KomboAbsence -Connection Patient).Id | Should -Be 'a1'
        $server.Requests.Count - $before | Should -Be 2
    }

    It 'waits for the time that the server names when the quota is used up, and then works' {
        $limited = Open-TestServer
        $null = Connect-TestServer $limited -Name Limited -MaxRetry 5
        $limited.Enqueue((ConvertTo-ErrorReply PLATFORM.RATE_LIMIT_EXCEEDED 429 'Wait.').WithQuota(300, 0, 1), (ConvertTo-Answer @{ id = 'a1' }).WithQuota(300, 299, 60))
        $result = Invoke-Script { $rows[0] | New-KomboAbsence -Connection Limited -Verbose }
        $result.Output.Id | Should -Be 'a1'
        $requests = $limited.Requests
        Disconnect-Kombo Limited
        Select-KomboConnection Default
        $limited.Dispose()
        $requests.Count | Should -Be 2
        ($requests[1].Elapsed - $requests[0].Elapsed).TotalSeconds | Should -BeGreaterThan 0.99
        ($result.Verbose -join "`n") | Should -BeLike '*PLATFORM.RATE_LIMIT_EXCEEDED*'
        ($result.Verbose -join "`n") | Should -BeLike '*Waiting*'
        $result.Warnings | Should -BeNullOrEmpty -Because 'the wait is short'
    }

    It 'says when to come back instead of waiting for an hour' {
        $server.Enqueue((ConvertTo-ErrorReply PLATFORM.RATE_LIMIT_EXCEEDED 429 'Wait.').With('Retry-After', '3600'))
        $result = Invoke-Script { $rows[0] | New-KomboAbsence -Connection Patient }
        $result.Errors[0].FullyQualifiedErrorId | Should -BeLike 'PLATFORM.RATE_LIMIT_EXCEEDED,*'
        "$($result.Errors[0])" | Should -BeLike '*asks for a wait of 3,600 seconds*'
        $result.Errors[0].Exception.RetryAfter.TotalHours | Should -Be 1
        $result.Errors[0].Exception.MayHaveExecuted | Should -BeFalse
    }
}

Describe 'Warnings that end a command' {
    BeforeEach {
        $server = Open-TestServer
        $null = Connect-TestServer $server -Name Warned -MaxRetry 5
        $warned = [Kombo.Tests.LoopbackReply]::Json('{"status":"success","data":{"id":"a1"},"warnings":[{"message":"Only half of it."}]}')
    }

    AfterEach {
        Assert-NoReplyLeft
    }

    It 'does so after the answer of a change has gone out: <Text>' -TestCases @(
        @{ Text = 'for a row'; Script = { $rows | New-KomboAbsence -Connection Warned -WarningAction Stop } }
        @{ Text = 'for any request'; Script = { Invoke-KomboRequest hris/absences -Method POST -Connection Warned -WarningAction Stop; 'went on' } }
        @{ Text = 'for a read'; Script = { Get-KomboEmployeeForm -Connection Warned -WarningAction Stop; 'went on' } }
    ) {
        $before = $server.Requests.Count
        $server.Enqueue($warned)
        $result = Invoke-Script $Script
        $result.Terminated | Should -BeTrue
        @($result.Output).Count | Should -Be 1
        $server.Requests.Count - $before | Should -Be 1 -Because 'the other rows are not sent any more'
    }

    It 'does so after a change that had to wait has been made and its answer has gone out' {
        $server.Enqueue((ConvertTo-ErrorReply PLATFORM.CONCURRENCY_LIMIT_EXCEEDED 429).With('Retry-After', '6'), (ConvertTo-Answer @{ id = 'a1' }))
        $before = $server.Requests.Count
        $result = Invoke-Script { $rows | New-KomboAbsence -Connection Warned -WarningAction Stop }
        $result.Terminated | Should -BeTrue
        $result.Output.Id | Should -Be 'a1'
        "$($result.Errors[-1])" | Should -BeLike '*Waiting 6 s*'
        $server.Requests.Count - $before | Should -Be 2
    }

    It 'does so after the error of a change that may have been made' {
        $server.Enqueue((ConvertTo-ErrorReply PLATFORM.CONCURRENCY_LIMIT_EXCEEDED 429).With('Retry-After', '6'), [Kombo.Tests.LoopbackReply]::Reset())
        $before = $server.Requests.Count
        $result = Invoke-Script { $rows | New-KomboAbsence -Connection Warned -WarningAction Stop }
        $result.Terminated | Should -BeTrue
        $result.Errors[0].Exception.MayHaveExecuted | Should -BeTrue
        $server.Requests.Count - $before | Should -Be 2
    }
}

Describe 'Refused before anything is sent' {
    BeforeEach {
        $server = Open-TestServer
        $null = Connect-TestServer $server
    }

    AfterEach {
        Assert-NoReplyLeft
    }

    It 'refuses <Text>' -TestCases @(
        @{ Text = 'a page size of 0'; Script = { Get-KomboEmployee -PageSize 0 }; Says = '*PageSize*0*250*' }
        @{ Text = 'a page size of 251'; Script = { Get-KomboEmployee -PageSize 251 }; Says = '*PageSize*251*' }
        @{ Text = 'a page size of 2001 for integration fields'; Script = { Get-KomboIntegrationField -PageSize 2001 }; Says = '*PageSize*2001*2000*' }
        @{ Text = 'an id with a comma'; Script = { Get-KomboEmployee -Id 'a,b' }; Says = '*Id*a,b*comma*' }
        @{ Text = 'a group id with a comma'; Script = { Get-KomboEmployee -GroupId 'x', 'a,b' }; Says = '*GroupId*a,b*comma*' }
        @{ Text = 'a remote id with a comma'; Script = { Get-KomboEmployee -RemoteId 'a,b' }; Says = '*RemoteId*a,b*comma*' }
        @{ Text = 'an empty filter'; Script = { Get-KomboEmployee -WorkEmail '' }; Says = '*WorkEmail*empty*' }
        @{ Text = 'a custom field filter with two keys'; Script = { Get-KomboEmployee -CustomField @{ a = 1; b = 2 } }; Says = '*CustomField*' }
        @{ Text = 'a custom field filter with a list'; Script = { Get-KomboEmployee -CustomField @{ a = 1, 2 } }; Says = '*CustomField*' }
        @{ Text = 'an integration id with a space'; Script = { Get-KomboEmployee -IntegrationId 'a b' }; Says = '*IntegrationId*' }
        @{ Text = 'an id that leads elsewhere'; Script = { Remove-KomboAbsence .. -Confirm:$false }; Says = "*AbsenceId*'..'*" }
        @{ Text = 'an address as the path of a request'; Script = { Invoke-KomboRequest https://example.com/x }; Says = '*Path*https://example.com/x*' }
        @{ Text = 'a path that leads up'; Script = { Invoke-KomboRequest ../secret }; Says = '*Path*../secret*' }
        @{ Text = 'a query in the path'; Script = { Invoke-KomboRequest 'hris/employees?x=1' }; Says = '*Path*Query*' }
        @{ Text = 'a body with GET'; Script = { Invoke-KomboRequest hris/employees -Body @{ } }; Says = '*Body*' }
        @{ Text = '-Paginate with POST'; Script = { Invoke-KomboRequest hris/employees -Method POST -Paginate }; Says = '*Paginate*POST*' }
        @{ Text = 'a body that is a process'; Script = { Invoke-KomboRequest x -Method POST -Body (Get-Process -Id $PID) }; Says = '*Body*Process*' }
        @{ Text = 'a body that contains itself'; Script = { $loop = @{ }; $loop.self = $loop; Invoke-KomboRequest x -Method POST -Body $loop }; Says = '*Body*' }
        @{ Text = 'a number that JSON does not know'; Script = { Invoke-KomboRequest x -Method POST -Body @{ n = [double]::NaN } }; Says = '*Body*NaN*' }
        @{ Text = 'an integration id with a line break'; Script = { Get-KomboEmployee -IntegrationId "tool:1`n" }; Says = '*IntegrationId*.Trim()*' }
        @{ Text = 'a token with a line break'; Script = { Resolve-KomboConnectionToken "t123`n" }; Says = '*Token*.Trim()*' }
        @{ Text = 'a number without an end'; Script = { New-KomboAbsence e1 t1 2026-12-24 2026-12-24 -Amount ([double]::PositiveInfinity) -Unit DAYS }; Says = '*Amount*' }
    ) {
        $before = $server.Requests.Count
        $result = Invoke-Script $Script
        $server.Requests.Count | Should -Be $before
        $result.Output | Should -BeNullOrEmpty
        $result.Errors.Count | Should -Be 1
        "$($result.Errors[0])" | Should -BeLike $Says
        $result.Errors[0].CategoryInfo.Category | Should -BeIn 'InvalidArgument', 'InvalidData'
    }

    It 'refuses to connect <Text>' -TestCases @(
        @{ Text = 'without a key'; With = @{ Server = 'https://example.com/v1' }; Says = '*ApiKey*KOMBO_API_KEY*' }
        @{ Text = 'with an empty key'; With = @{ ApiKey = '' }; Says = '*ApiKey*' }
        @{ Text = 'with a key of two lines'; With = @{ ApiKey = "a`nb" }; Says = '*ApiKey*only the key*' }
        @{ Text = 'with a key that ends with a line break'; With = @{ ApiKey = "k123`r`n" }; Says = '*ApiKey*.Trim()*' }
        @{ Text = 'with an integration id that ends with a line break'; With = @{ ApiKey = 'k123'; IntegrationId = "tool:1`n" }; Says = '*IntegrationId*.Trim()*' }
        @{ Text = 'over plain http to another host'; With = @{ ApiKey = 'k123'; Server = 'http://example.com/v1' }; Says = '*Server*http://example.com/v1*https*' }
        @{ Text = 'to an address with a user'; With = @{ ApiKey = 'k123'; Server = 'https://me:pw@example.com/v1' }; Says = '*Server*' }
        @{ Text = 'to something that is no address'; With = @{ ApiKey = 'k123'; Server = 'example' }; Says = '*Server*example*' }
        @{ Text = 'to an unknown region'; With = @{ ApiKey = 'k123'; Region = 'MARS' }; Says = '*Region*MARS*' }
        @{ Text = 'with a timeout of 0'; With = @{ ApiKey = 'k123'; TimeoutSec = 0 }; Says = '*TimeoutSec*0*' }
        @{ Text = 'with -1 retries'; With = @{ ApiKey = 'k123'; MaxRetry = -1 }; Says = '*MaxRetry*-1*' }
        @{ Text = 'with credentials for no proxy'; With = @{ ApiKey = 'k123'; ProxyUseDefaultCredentials = $true }; Says = '*Proxy*' }
    ) {
        $saved = $env:KOMBO_API_KEY
        $env:KOMBO_API_KEY = $null
        try {
            $before = @(Get-KomboConnection).Count
            $result = Invoke-Script { Connect-Kombo @With -Name Refused -SkipCheck }
        }
        finally {
            $env:KOMBO_API_KEY = $saved
        }

        $result.Terminated | Should -BeTrue
        "$($result.Errors[0])" | Should -BeLike $Says
        @(Get-KomboConnection).Count | Should -Be $before
    }

    It 'refuses to work without a connection, and tells how to get one' {
        $ps = [powershell]::Create()
        $failure = $ps.AddScript("Import-Module '$ModulePath'; try { Get-KomboEmployee } catch { `$_ }").Invoke()[0]
        $ps.Dispose()
        $failure.FullyQualifiedErrorId | Should -Be 'Kombo.NotConnected,Kombo.PowerShell.GetKomboEmployeeCommand'
        $failure.CategoryInfo.Category | Should -Be 'ConnectionError'
        "$failure" | Should -BeLike '*Connect-Kombo*'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*Connect-Kombo -Sandbox*'
    }

    It 'refuses to work over a closed connection' {
        $connection = Connect-TestServer $server -Name Closed
        Disconnect-Kombo Closed
        Select-KomboConnection Default
        $failure = (Invoke-Script { Get-KomboEmployee -Connection $connection }).Errors[0]
        $failure.FullyQualifiedErrorId | Should -BeLike 'Kombo.NotConnected,*'
    }

    It 'refuses an operation on an integration that nobody names' {
        $null = Connect-Kombo -Server $server.Address -ApiKey k123 -Name NoIntegration -SkipCheck
        $before = $server.Requests.Count
        $failure = (Invoke-Script { Get-KomboEmployee -Connection NoIntegration }).Errors[0]
        Disconnect-Kombo NoIntegration
        Select-KomboConnection Default
        $server.Requests.Count | Should -Be $before
        "$failure" | Should -BeLike '*IntegrationId*'
    }
}
