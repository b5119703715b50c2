BeforeAll {
    . $PSScriptRoot/Common.ps1
    function New-Attachment([string] $FileName = 'CV.pdf', [string] $Path = '/bucket/cv.pdf', [string] $ContentType = 'application/pdf') {
        [pscustomobject]@{ DataUrl = "http://127.0.0.1:$($server.Port)$Path"; FileName = $FileName; ContentType = $ContentType }
    }

    function Reply([string] $Content) {
        $server.Enqueue([Kombo.Tests.LoopbackReply]::Bytes(200, 'application/pdf', [Text.Encoding]::UTF8.GetBytes($Content)))
    }
}

AfterAll {
    Close-TestServer
}

Describe 'Save-KomboAttachment' {
    AfterEach {
        Assert-NoReplyLeft
    }

    BeforeEach {
        $server = Open-TestServer
        $null = Connect-TestServer $server
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
    }

    It 'saves what the sandbox names, through the whole pipeline' {
        $null = Connect-Kombo -Sandbox
        $saved = Get-KomboApplication | Select-Object -First 4 | Get-KomboApplicationAttachment | Save-KomboAttachment -DestinationPath $folder
        $saved.Count | Should -BeGreaterThan 1
        $saved | Should -BeOfType System.IO.FileInfo
        $saved[0].PSParentPath | Should -Not -BeNullOrEmpty
        ($saved | Get-Content -TotalCount 1 | Select-Object -Unique) | Should -Be '%PDF-1.4'
        (Get-ChildItem -LiteralPath $folder -Force).Count | Should -Be $saved.Count
    }

    It 'gets the files of a served sandbox, which refuses the key at their addresses' {
        $sandbox = Open-RecordedSandbox
        try {
            $saved = Get-KomboApplication | Select-Object -First 3 | Get-KomboApplicationAttachment | Save-KomboAttachment $folder
            $saved | Should -Not -BeNullOrEmpty
            $sandbox.Handler.Calls | Where-Object PathAndQuery -Like 'files/*' | ForEach-Object Status | Select-Object -Unique | Should -Be 200
        }
        finally {
            $sandbox.Server.Dispose()
        }
    }

    It 'keeps the extension of names with dots in them' {
        'a', 'b' | ForEach-Object { Reply $_ }
        $saved = 'Dr. Muster', 'CV v1.2' | ForEach-Object { New-Attachment $_ } | Save-KomboAttachment $folder
        $saved.Name | Should -Be 'Dr. Muster.pdf', 'CV v1.2.pdf'
    }

    It 'numbers files of the same name, and takes names and folders from script blocks' {
        'one', 'two', 'three' | ForEach-Object { Reply $_ }
        $saved = (New-Attachment), (New-Attachment 'cv.PDF'), (New-Attachment) | Save-KomboAttachment -DestinationPath $folder
        $saved.Name | Should -Be 'CV.pdf', 'cv (2).PDF', 'CV (3).pdf'
        $saved | ForEach-Object { Get-Content -LiteralPath $_ } | Should -Be 'one', 'two', 'three'
        'four' | ForEach-Object { Reply $_ }
        $named = New-Attachment | Save-KomboAttachment -DestinationPath { "$folder/$($_.ContentType -replace '/', '-')" } -FileName { "x-$($_.FileName)" }
        $named.FullName | Should -Be ([IO.Path]::Combine($folder, 'application-pdf', 'x-CV.pdf'))
    }

    It 'lets no object of the pipeline choose the folder' {
        Reply x
        $object = New-Attachment
        $object | Add-Member -NotePropertyName DestinationPath -NotePropertyValue (Join-Path $TestDrive elsewhere)
        Push-Location -LiteralPath (New-Item -ItemType Directory -Force -Path $folder)
        try { ($object | Save-KomboAttachment).DirectoryName | Should -Be $folder } finally { Pop-Location }
        Test-Path -LiteralPath (Join-Path $TestDrive elsewhere) | Should -BeFalse
    }

    It 'names a script block for the folder that fails or gives nothing' {
        $result = Invoke-Script {
            New-Attachment | Save-KomboAttachment -DestinationPath { throw 'no luck' }
            New-Attachment | Save-KomboAttachment -DestinationPath { }
            Save-KomboAttachment -Url (New-Attachment).DataUrl -DestinationPath { 'x' }
        }
        $result.Errors.Count | Should -Be 3
        $result.Errors | ForEach-Object { $_.FullyQualifiedErrorId | Should -BeLike 'Kombo.InvalidInput,*'; "$_" | Should -BeLike '*DestinationPath*' }
        "$($result.Errors[0])" | Should -BeLike '*no luck*'
    }

    It 'saves nothing that is larger than -MaximumSize, and goes on' {
        'a', 'much too long', 'b' | ForEach-Object { Reply $_ }
        $result = Invoke-Script { (New-Attachment a.pdf), (New-Attachment b.pdf), (New-Attachment c.pdf) | Save-KomboAttachment $folder -MaximumSize 5 }
        $result.Output.Name | Should -Be a.pdf, c.pdf
        $result.Errors.FullyQualifiedErrorId | Should -BeLike 'Kombo.TooLarge,*'
        $result.Errors[0].CategoryInfo.Category | Should -Be LimitsExceeded
        $result.Errors[0].ErrorDetails.RecommendedAction | Should -BeLike '*-MaximumSize*'
        @(Get-ChildItem -LiteralPath $folder -Force).Count | Should -Be 2
    }

    It 'leaves what exists alone, with the error saying so, unless it is forced' {
        $null = New-Item -ItemType Directory -Path $folder
        Set-Content -LiteralPath "$folder/CV.pdf" -Value before
        $attachment = New-Attachment
        $refused = Invoke-Script { $attachment | Save-KomboAttachment $folder }
        $refused.Terminated | Should -BeFalse
        $refused.Errors[0].FullyQualifiedErrorId | Should -BeLike 'Kombo.FileExists,*'
        $refused.Errors[0].CategoryInfo.Category | Should -Be ResourceExists
        $refused.Errors[0].TargetObject.FileName | Should -Be CV.pdf
        Get-Content -LiteralPath "$folder/CV.pdf" | Should -Be before
        Reply after
        $null = $attachment | Save-KomboAttachment $folder -Force
        Get-Content -LiteralPath "$folder/CV.pdf" | Should -Be after
    }

    It 'leaves nothing of a download that fails, and goes on with the others' {
        $server.Enqueue([Kombo.Tests.LoopbackReply]::HalfBody('0123456789'), [Kombo.Tests.LoopbackReply]::Bytes(403, 'application/xml', [Text.Encoding]::UTF8.GetBytes('<Error><Message>Request has expired</Message></Error>')))
        Reply whole
        $result = Invoke-Script { (New-Attachment a.pdf), (New-Attachment b.pdf), (New-Attachment c.pdf) | Save-KomboAttachment $folder }
        $result.Errors.FullyQualifiedErrorId -replace ',.*' | Should -Be 'Kombo.Network', 'Kombo.LinkExpired'
        $result.Errors[1].ErrorDetails.RecommendedAction | Should -BeLike '*read * again*'
        $result.Errors[1].ToString() | Should -BeLike '*Request has expired*'
        (Get-ChildItem -LiteralPath $folder -Force).Name | Should -Be c.pdf
    }

    It 'does not leave its folder, whatever the name' {
        Reply x
        (New-Attachment '../../outside.pdf' | Save-KomboAttachment $folder).DirectoryName | Should -Be $folder
        Test-Path -LiteralPath (Join-Path $TestDrive 'outside.pdf') | Should -BeFalse
    }

    It 'refuses objects without an address, and addresses that are not encrypted' {
        $before = $server.Requests.Count
        $none = Invoke-Script { [pscustomobject]@{ DataUrl = $null; FileName = 'x.pdf' } | Save-KomboAttachment $folder }
        $none.Errors[0].FullyQualifiedErrorId | Should -BeLike 'Kombo.InvalidInput,*'
        $open = Invoke-Script { Save-KomboAttachment -Url 'http://files.example.com/x.pdf' $folder }
        $open.Errors[0].ToString() | Should -BeLike '*https*'
        $elsewhere = Invoke-Script { New-Attachment | Save-KomboAttachment Env: }
        $elsewhere.Errors[0].ToString() | Should -BeLike '*file system*'
        $server.Requests.Count | Should -Be $before
    }

    It 'fetches and makes nothing under -WhatIf' {
        $before = $server.Requests.Count
        New-Attachment | Save-KomboAttachment $folder -WhatIf | Should -BeNullOrEmpty
        Test-Path -LiteralPath $folder | Should -BeFalse
        $server.Requests.Count | Should -Be $before
    }

    It 'says that a folder cannot be written to' {
        Set-Content -LiteralPath "$TestDrive/afile" -Value x
        $result = Invoke-Script { New-Attachment | Save-KomboAttachment "$TestDrive/afile" }
        $result.Errors[0].FullyQualifiedErrorId | Should -BeLike 'Kombo.FileNotWritten,*'
    }

    It 'stops on Ctrl+C, and removes what it had' {
        $hanging = [Kombo.Tests.LoopbackReply]::HangInBody('0123456789')
        $server.Enqueue($hanging)
        $ps = [powershell]::Create()
        $null = $ps.AddScript('param($Module, $Server, $Folder, $Url)
            Import-Module $Module
            $null = Connect-Kombo -Server $Server -ApiKey stop-key -IntegrationId test:1 -SkipCheck
            Save-KomboAttachment -Url $Url -DestinationPath $Folder').AddParameters(@{ Module = $ModulePath; Server = $server.Address; Folder = $folder; Url = (New-Attachment).DataUrl })
        $null = $ps.BeginInvoke()
        Wait-Until { @(Get-ChildItem -LiteralPath $folder -Force -ErrorAction Ignore).Count -eq 1 } -Or { "$($ps.Streams.Error)" }
        $ps.Stop()
        Get-ChildItem -LiteralPath $folder -Force | Should -BeNullOrEmpty
        $ps.Dispose()
    }
}

Describe 'Files to attach' {
    AfterEach {
        Assert-NoReplyLeft
    }

    BeforeEach {
        $server = Open-TestServer
        $null = Connect-TestServer $server
        $folder = (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))).FullName
        'report [1].pdf', 'report;1.pdf', 'report 2.pdf', 'open[.pdf' | ForEach-Object { [System.IO.File]::WriteAllText((Join-Path $folder $_), $_) }
        $result = @{ AssessmentOrderId = 'o1'; Status = 'COMPLETED'; ResultUrl = 'https://example.com'; CompletedAt = '2026-11-02T09:30:00Z' }
    }

    It 'may have brackets and semicolons in their names: -<Parameter> <Name>' -TestCases @(
        foreach ($parameter in 'Path', 'LiteralPath') { 'report [1].pdf', 'report;1.pdf', 'report 2.pdf', 'open[.pdf' | ForEach-Object { @{ Parameter = $parameter; Name = $_ } } }
    ) {
        $given = @{ $Parameter = Join-Path $folder $Name }
        1..2 | ForEach-Object { $server.Enqueue((ConvertTo-Answer @{})) }
        Set-KomboAssessmentOrderResult @result @given
        Add-KomboApplicationAttachment -ApplicationId a1 -Type CV @given
        $sent = @($server.Requests) | ForEach-Object { $_.BodyText | ConvertFrom-Json }
        $sent[0].attachments.name | Should -Be $Name
        $sent[1].attachment.name | Should -Be $Name
    }

    It 'are a list in one cell where no file has that name, also with wildcards' {
        $server.Enqueue((ConvertTo-Answer @{}))
        Set-KomboAssessmentOrderResult @result -Path "$folder/report 2.pdf; $folder/op*.pdf"
        (@($server.Requests)[0].BodyText | ConvertFrom-Json).attachments.name | Should -Be 'report 2.pdf', 'open[.pdf'
    }

    It 'are named by -LiteralPath where a name is a pattern for another file, too' {
        [System.IO.File]::WriteAllText((Join-Path $folder 'report 1.pdf'), 'x')
        $problem = Invoke-Script { Add-KomboApplicationAttachment -ApplicationId a1 -Type CV -Path (Join-Path $folder 'report [1].pdf') }
        "$($problem.Errors)" | Should -BeLike 'Path: *Use -LiteralPath for the name.'
        $server.Requests.Count | Should -Be 0
    }

    It 'come from addresses as they were given' {
        $server.Enqueue((ConvertTo-Answer @{}))
        $address = 'https://files.example.com/a%2Fb/J%C3%BCrgen%20(1).pdf?sig=a%2bB~c%3d'
        Add-KomboApplicationAttachment -ApplicationId a1 -Type CV -Url $address
        (@($server.Requests)[0].BodyText | ConvertFrom-Json).attachment.data_url | Should -BeExactly $address
    }
}
