BeforeAll {
    . $PSScriptRoot/Common.ps1
    $sandbox = Open-RecordedSandbox
}

AfterAll {
    $sandbox.Server.Dispose()
}

Describe 'Interviews' {
    It 'are changed with what they bring along and with what is given' {
        $users = Get-KomboAtsUser | Select-Object -First 2
        $before = Get-KomboInterview | Where-Object { $_.Users.Count -eq 1 } | Select-Object -First 1
        $before | Update-KomboInterview -StartTime $before.StartingAt.AddDays(-1) -OrganizerUserId $users[0] -LocationType VIRTUAL -LocationAddress 'https://meet.example.com/1'
        $after = $before | Get-KomboInterview
        $after.StartingAt | Should -Be $before.StartingAt.AddDays(-1)
        $after.EndingAt | Should -Be $before.EndingAt
        $after.Title | Should -Be $before.Title
        $after.Users.Id | Should -Be $before.Users.Id
        $after.VideoConferencingUrl | Should -Be 'https://meet.example.com/1'
        $after | Update-KomboInterview -InterviewerUserId $users -OrganizerUserId $users[0] -LocationType PHYSICAL
        ($before | Get-KomboInterview).Users.Id | Should -Be $users.Id
    }

    It 'are planned from CSV rows, with several users in a cell, and show at the application' {
        $users = Get-KomboAtsUser | Select-Object -First 2
        $application = Get-KomboApplication -Outcome PENDING | Where-Object { -not $_.Interviews } | Select-Object -First 1
        @"
ApplicationId,Title,StartTime,EndTime,InterviewerUserId,OrganizerUserId,LocationType,LocationAddress
$($application.Id),Kennenlernen,2026-11-10T13:00:00Z,2026-11-10T14:00:00Z,$($users.Id -join '; '),$($users[0].Id),PHYSICAL,
"@ | ConvertFrom-Csv | New-KomboInterview | Should -BeNullOrEmpty
        $interview = ($application | Get-KomboApplication).Interviews | Get-KomboInterview
        $interview.Title | Should -Be Kennenlernen
        $interview.Users.Id | Should -Be $users.Id
        $interview.Application.Candidate.ToString() | Should -Be $application.Candidate.ToString()
    }

    It 'refuse users of another kind' {
        $application = Get-KomboApplication | Select-Object -First 1
        { $application | New-KomboInterview -Title x -StartTime 2026-11-10 -EndTime 2026-11-10 -InterviewerUserId $application -OrganizerUserId x -LocationType VIRTUAL } |
            Should -Throw '*Application object*AtsUserId*'
    }
}

Describe 'Candidates' {
    It 'are made from CSV rows, and known afterwards' {
        $job = Get-KomboJob -Status OPEN | Select-Object -First 1
        $made = "JobId,FirstName,LastName,Email`n$($job.Id),Ada,Lovelace,ada.csv@example.org" | ConvertFrom-Csv | New-KomboCandidate
        $made | Should -BeOfType Kombo.Models.Candidate
        (Get-KomboCandidate -Email ada.csv@example.org).Id | Should -Be $made.Id
        $made.Applications.Job.Id | Should -Be $job.Id
    }

    It 'get tags by name, tags from the pipeline too' {
        $candidate = Get-KomboCandidate | Where-Object { -not $_.Tags } | Select-Object -First 1
        Get-KomboTag | Select-Object -First 2 | Add-KomboCandidateTag -CandidateId $candidate
        $candidate | Add-KomboCandidateTag -Name 'A new one'
        $tagged = $candidate | Get-KomboCandidate
        $tagged.Tags.Count | Should -Be 3
        $tagged.Tags | Remove-KomboCandidateTag -CandidateId $candidate -Confirm:$false
        ($candidate | Get-KomboCandidate).Tags | Should -BeNullOrEmpty
    }

    It 'show files of their own and of their applications, and these are saved' {
        $candidate = Get-KomboApplication | Where-Object { $_ | Get-KomboApplicationAttachment } | Select-Object -First 1 | Get-KomboCandidate
        $candidate | Add-KomboCandidateAttachment -Content ([byte[]](1, 2, 3)) -Name 'own.pdf' -Type OTHER
        $files = $candidate | Get-KomboCandidateAttachment
        ($files | Where-Object FileName -EQ own.pdf).ApplicationId | Should -BeNullOrEmpty
        ($files | Where-Object FileName -NE own.pdf)[0].ApplicationId | Should -Not -BeNullOrEmpty
        $saved = $files | Save-KomboAttachment -DestinationPath { Join-Path $TestDrive $_.CandidateId }
        $saved.Count | Should -Be @($files).Count
        [IO.File]::ReadAllBytes(($saved | Where-Object Name -EQ own.pdf).FullName) | Should -Be 1, 2, 3
    }
}

Describe 'Result links' {
    It 'arrive with their attributes, and show in the raw data' {
        $application = Get-KomboApplication | Select-Object -First 1
        $passed = $application | Add-KomboApplicationResultLink -Label Result -Url https://results.example.com/1 -CustomFieldNamePrefix Acme: -Attribute @{ Score = 92 } -PassThru
        $passed.Id | Should -Be $application.Id
        $link = ($application | Get-KomboApplication).RemoteData["/applications/$($application.RemoteId)/result-links"]
        $link.details.attributes.value | Should -Be '92'
    }
}

Describe 'Ids of the connected tool' {
    It 'are taken as numbers, from jobs, and from nothing else' {
        $job = Get-KomboJob | Select-Object -First 1
        $numbers = Invoke-Script { Add-KomboAvionteSyncedJob 4711 -WhatIf; Add-KomboAvionteSyncedJob -JobRemoteId 0815 }
        $numbers.Errors | Should -BeNullOrEmpty
        $result = Invoke-Script { $job | Add-KomboAvionteSyncedJob }
        $result.Errors[0].FullyQualifiedErrorId | Should -BeLike 'Kombo.InvalidInput,*' -Because "the sandbox's jobs have no numbers"
        $other = Invoke-Script { Get-KomboCandidate | Select-Object -First 1 | Add-KomboAvionteSyncedJob }
        $other.Errors[0].ToString() | Should -BeLike '*Candidate object*JobRemoteId*'
        (Get-KomboJob -RemoteId 700) | Should -BeNullOrEmpty
    }
}

Describe 'Import-KomboTrackedApplication' {
    It 'imports CSV rows, and refuses those that do not fit their tool without sending them' {
        $before = $sandbox.Handler.Calls.Count
        $result = Invoke-Script {
            @'
Tool,ApplicationRemoteId,CandidateRemoteId,JobRemoteId,TrackedAt
greenhouse,1,,,2026-10-01T00:00:00Z
greenhouse,,2,,
smartrecruiters,,2,3,
'@ | ConvertFrom-Csv | Import-KomboTrackedApplication
        }
        $result.Output.Count | Should -Be 2
        $result.Output[0].ImportedId.greenhouse.application_id | Should -Be '1'
        $result.Output[0].TrackedAt | Should -Be ([datetime]'2026-10-01T00:00:00Z').ToUniversalTime()
        $result.Output[1].TrackedAt | Should -BeNullOrEmpty
        $result.Errors.Count | Should -Be 1
        $result.Errors[0].TargetObject.CandidateRemoteId | Should -Be '2'
        $sandbox.Handler.Calls.Count - $before | Should -Be 2
    }
}

Describe 'Get-KomboApplicationStage' {
    It 'warns, and names what to use instead' {
        $result = Invoke-Script { Get-KomboApplicationStage | Select-Object -First 1 }
        $result.Warnings[0] | Should -BeLike '*Get-KomboJob*'
    }
}
