BeforeAll {
    . $PSScriptRoot/Common.ps1
    $sandbox = Open-RecordedSandbox
    $feed = Get-KomboJobFeed | Where-Object -Property Label -EQ 'Nightly export'
    $row = @{ Id = '1'; Name = 'One'; Type = 'SKILLS_TEST'; Description = 'The first' }

    # What the command wrote, how it ended, and the changes that reached the server.
    function Get-Outcome {
        param([scriptblock] $Script)
        $callsBefore = $sandbox.Handler.Calls.Count
        $result = Invoke-Script $Script
        $result | Add-Member -NotePropertyName Sent -NotePropertyValue @($sandbox.Handler.Calls | Select-Object -Skip $callsBefore | Where-Object -Property Method -NE GET)
        $result
    }
}

AfterAll {
    Disconnect-All
    $sandbox.Server.Dispose()
}

Describe 'A list that replaces another one' {
    AfterEach {
        Assert-NoReplyLeft
    }

    It 'is sent with one request, from rows, objects and hashtables alike' {
        $before = @(Get-KomboAssessmentPackage)
        $result = Get-Outcome {
            @(
                $before[0]
                "Id,Name,Type,Description,Price`n7,Seven,behavioral,From a file,12" | ConvertFrom-Csv
                @{ id = '8'; name = 'Eight'; type = 'VIDEO_INTERVIEW'; description = 'From a hashtable' }
            ) | Set-KomboAssessmentPackage -IgnoreColumn Price -Confirm:$false
        }
        $result.Errors | Should -BeNullOrEmpty
        $result.Output | Should -BeNullOrEmpty
        $result.Sent.Count | Should -Be 1
        $after = Get-KomboAssessmentPackage
        $after.Id | Should -Be $before[0].Id, '7', '8'
        ($after | Where-Object -Property Id -EQ 7).Type | Should -Be BEHAVIORAL
    }

    It 'is refused at the first row when a column fills nothing' {
        $result = Get-Outcome {
            "Id,Name,Typ,Description`n7,Seven,BEHAVIORAL,From a file`n8,Eight,BEHAVIORAL,From a file" | ConvertFrom-Csv | Set-KomboAssessmentPackage -Confirm:$false
        }
        $result.Sent | Should -BeNullOrEmpty
        $result.Terminated | Should -BeTrue
        $result.Errors.Count | Should -Be 1
        "$($result.Errors[0])" | Should -BeLike 'Typ: did you mean Type?*-IgnoreColumn*'
    }

    It 'takes objects of its own kind from files, and no others' {
        $before = @(Get-KomboAssessmentPackage)
        $before[0] | Export-Clixml -LiteralPath TestDrive:/package.xml
        (Get-Outcome { Import-Clixml -LiteralPath TestDrive:/package.xml | Set-KomboAssessmentPackage -Confirm:$false }).Errors | Should -BeNullOrEmpty
        (Get-KomboAssessmentPackage).Id | Should -Be $before[0].Id
        Get-KomboJob | Select-Object -First 1 | Export-Clixml -LiteralPath TestDrive:/job.xml
        $result = Get-Outcome { Import-Clixml -LiteralPath TestDrive:/job.xml | Set-KomboAssessmentPackage -Confirm:$false }
        $result.Sent | Should -BeNullOrEmpty
        "$($result.Errors[0])" | Should -BeLike '*a Job object from a file*'
    }

    It 'comes through -InputObject, too, and from the parameters alone' {
        (Get-Outcome { Set-KomboAssessmentPackage -InputObject $row, @{ Id = '2'; Name = 'Two'; Description = 'd' } -Type BEHAVIORAL -Confirm:$false }).Sent.Count | Should -Be 1
        $after = Get-KomboAssessmentPackage
        $after.Id | Should -Be '1', '2'
        $after.Type | Should -Be BEHAVIORAL, BEHAVIORAL -Because 'the command line counts for every row'
        (Get-Outcome { Set-KomboAssessmentPackage -Id 3 -Name Three -Type SKILLS_TEST -Description d -Confirm:$false }).Sent.Count | Should -Be 1
        (Get-KomboAssessmentPackage).Id | Should -Be '3'
    }

    It 'is not sent when one row is wrong, and every wrong row is told with its object' {
        $wrong = [pscustomobject]@{ Id = '2'; Name = 'Two'; Type = 'SKILLS_TEST'; Description = '' }
        $result = Get-Outcome { $row, $wrong, 5, (Get-KomboJob | Select-Object -First 1) | Set-KomboAssessmentPackage -Confirm:$false }
        $result.Sent | Should -BeNullOrEmpty
        $result.Terminated | Should -BeTrue
        $result.Errors.Count | Should -Be 4
        $result.Errors[0].TargetObject | Should -Be $wrong
        $result.Errors[0].Exception.Message | Should -BeLike 'Row 2: Description: *'
        $result.Errors[2].Exception.Message | Should -BeLike 'Row 4: *Job*'
        $result.Errors[3].Exception.Message | Should -BeLike '3 of 4 rows*Nothing was sent*'
    }

    It 'is not sent when it is empty, unless that is meant' {
        $result = Get-Outcome { @() | Set-KomboAssessmentPackage -Confirm:$false }
        $result.Terminated | Should -BeTrue
        $result.Errors[0].FullyQualifiedErrorId | Should -BeLike 'Kombo.InvalidInput,*'
        $result.Errors[0].Exception.Message | Should -BeLike '*-Force*'
        (Get-Outcome { Set-KomboAssessmentPackage -Confirm:$false }).Sent | Should -BeNullOrEmpty
        $result.Sent | Should -BeNullOrEmpty
        (Get-Outcome { @() | Set-KomboAssessmentPackage -Force -Confirm:$false }).Sent.Count | Should -Be 1
        Get-KomboAssessmentPackage | Should -BeNullOrEmpty
    }

    It 'is not sent when what comes before it in the pipeline fails or stops' {
        (Get-Outcome { & { $row; throw 'half' } | Set-KomboAssessmentPackage -Confirm:$false }).Sent | Should -BeNullOrEmpty
        $broken = Get-Outcome { Get-KomboEmployee -PageSize 100 -GroupId 'fail:shape@2' | ForEach-Object { $row } | Set-KomboAssessmentPackage -Confirm:$false }
        $broken.Sent | Should -BeNullOrEmpty
        $broken.Terminated | Should -BeTrue
    }

    It 'is not sent when errors were reported meanwhile: a file that is missing leaves half a list' {
        $file = Join-Path $TestDrive postings.csv
        "Url`nhttps://example.com/1" | Set-Content -Path $file
        $gone = Join-Path $TestDrive gone.csv
        $result = Get-Outcome { Get-Content -Path $file, $gone -ErrorAction SilentlyContinue | ConvertFrom-Csv | Import-KomboPosting -JobFeedId $feed -CareerSiteLabel Jobs -Confirm:$false }
        $result.Sent | Should -BeNullOrEmpty
        $result.Terminated | Should -BeTrue
        $result.Errors[-1].Exception.Message | Should -BeLike '*gone.csv*-Force*'

        # Errors of earlier commands do not count.
        (Get-Outcome { Import-Csv -Path $file | Import-KomboPosting -JobFeedId $feed -CareerSiteLabel Jobs -Confirm:$false }).Sent.Count | Should -Be 1
    }

    It 'asks, and says what would be removed' {
        $connect = "Import-Module '$ModulePath'; `$null = Connect-Kombo -Server $($sandbox.Server.BaseAddress) -ApiKey sandbox-key-not-a-secret -IntegrationId sandbox:x -SkipCheck"
        $before = $sandbox.Handler.Calls.Count
        $lines = (Invoke-Pwsh @"
$connect
`$rows = @{ url = 'https://example.com/1'; location = `$null }, @{ url = 'https://example.com/2'; job_code = 'x' }
`$rows | Import-KomboPosting -JobFeedId f -CareerSiteLabel Jobs -WhatIf
@{ Id = '1'; Name = 'One'; Type = 'SKILLS_TEST'; Description = 'd' } | Set-KomboAssessmentPackage
"@) -join "`n"
        $lines | Should -BeLike ('*POST ai-apply/job-feeds/f/bulk-import {"url":"https://example.com/1","career_site_label":"Jobs","location":null}' + "`n" + '{"url":"https://example.com/2","career_site_label":"Jobs","job_code":"x"}*archived*')
        $lines | Should -Match 'NonInteractive' -Because 'it must not be sent where nobody can be asked'
        $sandbox.Handler.Calls.Count | Should -Be $before
    }
}

Describe 'Import-KomboPosting' {
    AfterEach {
        Assert-NoReplyLeft
    }

    It 'creates, updates and archives' {
        $own = New-KomboJobFeed -Label Own
        $first = 'a', 'b', 'c' | ForEach-Object { [pscustomobject]@{ Url = "https://example.com/own/$_"; JobCode = $_ } } | Import-KomboPosting $own -CareerSiteLabel 'Own site' -Confirm:$false
        $first.Created, $first.Archived | Should -Be 3, 0
        $second = Get-KomboPosting -JobCode a, b | Import-KomboPosting $own -Confirm:$false
        $second.Processed, $second.Created, $second.Archived | Should -Be 2, 0, 1
        (Get-KomboPosting -JobCode c).ArchivedReason | Should -Be REMOVED_FROM_JOB_FEED
    }

    It 'refuses more than the API takes before it sends anything' {
        $long = 'x' * 1000000
        $result = Get-Outcome { 1..35 | ForEach-Object { @{ Url = "https://example.com/$_"; JobCode = $long } } | Import-KomboPosting $feed -CareerSiteLabel Jobs -Confirm:$false }
        $result.Sent | Should -BeNullOrEmpty
        $result.Errors[0].Exception.Message | Should -BeLike '*(35 lines)*35,000,000 bytes*'
    }
}

Describe 'Importing courses' {
    AfterEach {
        Assert-NoReplyLeft
    }

    It 'starts one task, and waiting for it tells what came of each course' {
        $rows = "OriginId,Title,CourseUrl,Duration,Language`nt-1,One,https://example.com/1,45,en;de-CH`nitem:LMS.COURSE_UPDATE_NOT_SUPPORTED,Two,https://example.com/2,,`n" | ConvertFrom-Csv
        $before = $sandbox.Handler.Calls.Count
        $done = $rows | Import-KomboCourse | Wait-KomboCourseTask -ErrorVariable failures -ErrorAction SilentlyContinue
        $calls = $sandbox.Handler.Calls | Select-Object -Skip $before
        @($calls | Where-Object -Property Method -EQ POST).Count | Should -Be 1
        @($calls | Where-Object -Property Method -EQ GET).Count | Should -Be 2
        $done | Should -BeOfType Kombo.Models.CourseTaskItem
        $done.OriginId | Should -Be t-1
        ($done | Get-KomboCourse).OriginId | Should -Be t-1
        $failures.Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'LMS.COURSE_UPDATE_NOT_SUPPORTED,*'
        $failures[0].TargetObject.OriginId | Should -Be $rows[1].OriginId
    }

    It 'fails as a whole with the task as the target' {
        $task = @{ OriginId = 'a'; Title = 'task:INTEGRATION.AUTHENTICATION_INVALID'; CourseUrl = 'u' } | Import-KomboCourse
        $result = Invoke-Script { $task | Wait-KomboCourseTask }
        $result.Terminated | Should -BeFalse
        $result.Errors[0].FullyQualifiedErrorId | Should -BeLike 'INTEGRATION.AUTHENTICATION_INVALID,*'
        $result.Errors[0].CategoryInfo.Category | Should -Be AuthenticationError
        $result.Errors[0].TargetObject.Status | Should -Be FAILED
    }

    It 'says what is wrong with a task that <Text>' -TestCases @(
        @{ Text = 'failed without a reason'; Task = '{"task_id":"t","status":"FAILED"}'; Id = 'Kombo.TaskFailed'; Says = '*gives no reason*'; Done = 0 }
        @{ Text = 'failed in part'; Task = '{"task_id":"t","status":"FAILED","data":[{"origin_id":"a","status":"SUCCEEDED","data":{"id":"1"}}],"error":{"code":"X.Y","message":"Half."}}'; Id = 'X.Y'; Says = 'X.Y: Half.*'; Done = 1 }
        @{ Text = 'has a status that nobody knows'; Task = '{"task_id":"t","status":"CANCELLED","data":[{"origin_id":"a","status":"SUCCEEDED","data":{"id":"1"}}]}'; Id = 'Kombo.UnexpectedResponse'; Says = "*'CANCELLED'*does not know*"; Done = 1 }
        @{ Text = 'has no status'; Task = '{"task_id":"t"}'; Id = 'Kombo.UnexpectedResponse'; Says = '*status*does not know*'; Done = 0 }
        @{ Text = 'is completed without a course'; Task = '{"task_id":"t","status":"COMPLETED"}'; Id = 'Kombo.UnexpectedResponse'; Says = '*contains no results*'; Done = 0 }
        @{ Text = 'has an empty place'; Task = '{"task_id":"t","status":"COMPLETED","data":[null,{"origin_id":"a","status":"SUCCEEDED","data":{"id":"1"}}]}'; Id = 'Kombo.TaskFailed'; Says = '*empty entry*'; Done = 1 }
        @{ Text = 'has a course of a status that nobody knows'; Task = '{"task_id":"t","status":"COMPLETED","data":[{"origin_id":"b","status":"SKIPPED"},{"origin_id":"a","status":"SUCCEEDED","data":{"id":"1"}}]}'; Id = 'Kombo.TaskFailed'; Says = "*'b'*'SKIPPED'*"; Done = 1 }
        @{ Text = 'is none'; Task = 'null'; Id = 'Kombo.UnexpectedResponse'; Says = '*no task*'; Done = 0 }
    ) {
        $server = Open-TestServer
        try {
            $null = Connect-TestServer $server -Name Waiting
            [Kombo.Tests.Replies]::Always($server, 200, 'application/json', "{`"status`":`"success`",`"data`":$Task}")
            $result = Invoke-Script { Wait-KomboCourseTask t -Connection Waiting }
            $result.Terminated | Should -BeFalse
            $result.Errors.Count | Should -Be 1
            $result.Errors[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
            "$($result.Errors[0])" | Should -BeLike $Says
            @($result.Output).Count | Should -Be $Done
        }
        finally {
            Disconnect-Kombo Waiting
            Select-KomboConnection Default
            $server.Dispose()
        }
    }

    It 'is waited for no longer than is said' {
        $server = Open-TestServer
        try {
            $null = Connect-TestServer $server -Name Waiting
            [Kombo.Tests.Replies]::Always($server, 200, 'application/json', '{"status":"success","data":{"task_id":"t","created_at":"2026-11-02T08:00:00.000Z","status":"PENDING","completed_at":null}}')
            $clock = [Diagnostics.Stopwatch]::StartNew()
            $result = Invoke-Script { Wait-KomboCourseTask t -MaxWaitSec 1 -Connection Waiting }
            $clock.Elapsed.TotalSeconds | Should -BeGreaterThan 0.9
            $result.Terminated | Should -BeFalse
            $result.Errors[0].FullyQualifiedErrorId | Should -BeLike 'Kombo.TaskRunning,*'
            $result.Errors[0].CategoryInfo.Category | Should -Be OperationTimeout
            $result.Errors[0].TargetObject.TaskId | Should -Be t
            $server.Requests.Count | Should -BeIn 2, 3 -Because 'it looks at the beginning and at the end, and between them if a second has passed'
        }
        finally {
            Disconnect-Kombo Waiting
            Select-KomboConnection Default
            $server.Dispose()
        }
    }
}

Describe 'Applying with AI Apply' {
    AfterEach {
        Assert-NoReplyLeft
    }

    BeforeAll {
        $posting = Get-KomboPosting | Where-Object -Property Availability -EQ APPLYABLE | Select-Object -First 1

        function Get-Answer {
            param($Form)
            $answers = @{}
            foreach ($question in $Form.Questions) {
                switch ($question.UnifiedKey) {
                    FIRST_NAME { $answers[$question.QuestionId] = 'Ada' }
                    LAST_NAME { $answers[$question.QuestionId] = 'Lovelace' }
                    EMAIL { $answers[$question.QuestionId] = 'ada@example.com' }
                    RESUME { $answers[$question.QuestionId] = Get-Item -LiteralPath $cv }
                    TERMS_AND_CONDITIONS { $answers[$question.QuestionId] = $true }
                }

                if ($question.Label -like '*work permit*') {
                    $answers[$question.QuestionId] = $false
                }
            }

            $answers
        }

        $cv = Join-Path $TestDrive 'cv [1].txt'
        Set-Content -LiteralPath $cv -Value 'Ada Lovelace'
    }

    It 'takes the token from the form, files from the disk, and leads to the application' {
        $form = $posting | Request-KomboPostingForm
        $application = $form | Submit-KomboAiApplyApplication -CandidateEmail ada@example.com -Answer (Get-Answer $form) -QueryParameter @{ utm = 1 } -AdditionalClickCount 3
        $application.PostingId | Should -Be $posting.Id
        ($application | Get-KomboAiApplyApplication).Id | Should -Be $application.Id
        ($application | Get-KomboPosting).Id | Should -Be $posting.Id

        $again = Invoke-Script { $form | Submit-KomboAiApplyApplication -CandidateEmail ada@example.com -Answer (Get-Answer $form) }
        $again.Errors[0].FullyQualifiedErrorId | Should -BeLike 'PLATFORM.INPUT_INVALID,*' -Because 'a token works once'
    }

    It 'takes the token of a stored form as often as candidates apply' {
        $stored = Get-KomboPostingForm | Where-Object PostingId -EQ $posting.Id
        $stored.PostingId | Should -Be $posting.Id
        $applications = 1..2 | ForEach-Object { $stored | Submit-KomboAiApplyApplication -CandidateEmail "ada$_@example.com" -Answer (Get-Answer $stored) }
        $applications.PostingId | Should -Be $posting.Id, $posting.Id
        (Get-KomboPostingForm | Where-Object PostingId -EQ $posting.Id).SubmissionToken | Should -Be $stored.SubmissionToken
        ($stored | Request-KomboPostingForm).SubmissionToken | Should -Not -Be $stored.SubmissionToken
    }

    It 'has no form for what takes no applications, and reads all pages' {
        $all = Get-KomboPostingForm
        $all.Count | Should -Be (Get-KomboPosting).Count
        $all | Where-Object { ($_.Availability -eq 'APPLYABLE') -ne ($null -ne $_.SubmissionToken) } | Should -BeNullOrEmpty
    }

    It 'does not know a posting twice, and tells when one changed' {
        $site = Get-KomboCareerSite | Select-Object -First 1
        $new = New-KomboPosting -Url https://example.com/once -CareerSiteId $site -JobCode once
        $again = Invoke-Script { New-KomboPosting -Url https://example.com/once -CareerSiteId $site -JobCode once }
        $again.Errors[0].FullyQualifiedErrorId | Should -BeLike 'AI_APPLY.JOB_POSTING_ALREADY_EXISTS,*'
        $again.Errors[0].CategoryInfo.Category | Should -Be ResourceExists
        (Get-KomboPosting -UpdatedAfter $new.UpdatedAt.AddSeconds(-1)).Id | Should -Contain $new.Id
        (Get-KomboPostingForm -UpdatedAfter $new.UpdatedAt.AddSeconds(-1)).Id | Should -Contain $new.Id
        Get-KomboPosting -UpdatedAfter $new.UpdatedAt.AddDays(1) | Should -BeNullOrEmpty
    }

    It 'leaves out what the form hides, and refuses an answer to it' {
        $form = $posting | Request-KomboPostingForm
        $hidden = $form.Questions | Where-Object { $_.DisplayWhen }
        $answers = Get-Answer $form
        $answers[$hidden.QuestionId] = 'Blue card'
        $result = Invoke-Script { $form | Submit-KomboAiApplyApplication -CandidateEmail ada@example.com -Answer $answers }
        $result.Errors[0].Exception.Message | Should -BeLike '*hidden*'
        $answers[$hidden.DisplayWhen.QuestionId] = $hidden.DisplayWhen.AnswerEquals
        ($form | Submit-KomboAiApplyApplication -CandidateEmail ada2@example.com -Answer $answers).Status | Should -Be PENDING
    }

    It 'asks for answers, and takes an empty hashtable for none' {
        (Invoke-Script { Submit-KomboAiApplyApplication -SubmissionToken t -CandidateEmail a@example.com }).Errors[0].Exception.Message | Should -BeLike 'Answer: it or*is required*'
        $server = Open-TestServer
        try {
            $null = Connect-TestServer $server -Name Empty
            $server.Enqueue((ConvertTo-Answer @{ id = '1'; posting_id = 'p'; status = 'PENDING'; created_at = '2026-11-02T08:00:00.000Z'; updated_at = '2026-11-02T08:00:00.000Z' }))
            $null = Submit-KomboAiApplyApplication -SubmissionToken t -CandidateEmail a@example.com -Answer @{} -Connection Empty
            $server.Requests[0].BodyText | Should -Be '{"submission_token":"t","candidate_email":"a@example.com","screening_question_answers":[]}'
            $server.Requests[0].Header('X-Integration-Id') | Should -BeNullOrEmpty
        }
        finally {
            Disconnect-Kombo Empty
            Select-KomboConnection Default
            $server.Dispose()
        }
    }
}
