# The module as users get it: packed, published into a repository, installed from there, and used by autoload. The repository is
# a folder, the home of the user is empty, and each step is a PowerShell of its own.
BeforeAll {
    . $PSScriptRoot/Common.ps1
    $module = Split-Path -Parent -Path $ModulePath
    $manifest = Import-PowerShellDataFile -LiteralPath $ModulePath
    $repository = (New-Item -ItemType Directory -Path (Join-Path $TestDrive repository)).FullName
    $userHome = (New-Item -ItemType Directory -Path (Join-Path $TestDrive home)).FullName
    $saved = (New-Item -ItemType Directory -Path (Join-Path $TestDrive saved)).FullName
    # Where .NET finds no folder for the user's data, PSResourceGet writes into the current one.
    '.local/share', '.config', '.cache' | ForEach-Object { $null = New-Item -ItemType Directory -Path (Join-Path $userHome $_) -Force }
    $empty = @{
        HOME = $userHome; USERPROFILE = $userHome; XDG_DATA_HOME = "$userHome/.local/share"; XDG_CONFIG_HOME = "$userHome/.config"; XDG_CACHE_HOME = "$userHome/.cache"
        LOCALAPPDATA = $userHome; PSModulePath = ''; KOMBO_API_KEY = ''
    }
    $published = Invoke-Pwsh -Environment $empty "
        Register-PSResourceRepository -Name Folder -Uri '$repository' -Trusted
        Publish-PSResource -Path '$module' -Repository Folder
        Install-PSResource -Name Kombo -Repository Folder
        (Get-InstalledPSResource -Name Kombo).InstalledLocation"
    $package = Get-ChildItem -LiteralPath $repository -Filter Kombo.*.nupkg | Select-Object -First 1
}

Describe 'The published package' {
    BeforeAll {
        $archive = [System.IO.Compression.ZipFile]::OpenRead($package.FullName)
        $files = $archive.Entries.FullName
        $reader = [System.IO.StreamReader]::new($archive.GetEntry('Kombo.nuspec').Open())
        $metadata = ([xml]$reader.ReadToEnd()).package.metadata
        $reader.Dispose()
    }

    AfterAll {
        $archive.Dispose()
    }

    It 'is the version of the manifest' {
        $package.Name | Should -Be "Kombo.$($manifest.ModuleVersion).nupkg" -Because ($published -join "`n")
        $metadata.version | Should -Be $manifest.ModuleVersion
    }

    It 'has the licences of everything in it' {
        $files | Should -Contain 'LICENSE'
        $files | Should -Contain 'THIRD-PARTY-NOTICES'
    }

    It 'holds what a session loads and reads, and no more' {
        $files | Where-Object { $_ -notmatch '^(_rels/|package/|\[Content_Types\])' } | ForEach-Object { [System.IO.Path]::GetExtension($_) } | Sort-Object -Unique |
            Should -Be @('', '.dll', '.dylib', '.nuspec', '.ps1xml', '.psd1', '.so', '.txt', '.xml')
        $files | Where-Object { $_ -like '*.xml' -and $_ -notlike '*-Help.xml' -and $_ -notmatch '^\[' } | Should -BeNullOrEmpty
    }

    It 'brings no assembly along that PowerShell 7 has itself' {
        $own = $files | Where-Object { $_ -like 'bin/Core/*.dll' } | ForEach-Object { [System.IO.Path]::GetFileName($_) }
        $own | Should -Not -BeNullOrEmpty
        $runtime = [System.Runtime.InteropServices.RuntimeEnvironment]::GetRuntimeDirectory()
        $own | Where-Object { (Test-Path -LiteralPath (Join-Path $PSHOME $_)) -or (Test-Path -LiteralPath (Join-Path $runtime $_)) } | Should -BeNullOrEmpty
    }

    It 'says what has changed, and links only to what exists' {
        $metadata.releaseNotes | Should -Match '(?s)^### .*Get-KomboEmployee'
        $metadata.tags -split ' ' | Should -Contain 'PSEdition_Desktop'
        $metadata.licenseUrl | Should -BeLike 'https://opensource.org/*'
        "$($metadata.projectUrl)" | Should -Not -BeLike '*powershellgallery.com*' -Because 'that is the page it stands on'
        [bool]"$($metadata.iconUrl)" | Should -Be ([bool]"$($metadata.projectUrl)") -Because 'both are known where the project is published'
    }
}

Describe 'The installed module' {
    It 'lies where PSResourceGet puts it, and is loaded by itself in a fresh session' {
        $lines = Invoke-Pwsh -Environment $empty '
            $null = Connect-Kombo -Sandbox
            Get-KomboEmployee -EmploymentStatus ACTIVE | Export-Csv employees.csv
            "rows: " + (Import-Csv employees.csv | Measure-Object).Count
            "column: " + (Import-Csv employees.csv | Select-Object -First 1).WorkEmail
            Remove-Item employees.csv
            "from: " + (Get-Module Kombo).ModuleBase'
        $from = ($lines | Where-Object { $_ -like 'from: *' }) -replace '^from: '
        $from | Should -BeLike "$userHome*Modules*Kombo*$($manifest.ModuleVersion)" -Because ($lines + $published -join "`n")
        [int](($lines | Where-Object { $_ -like 'rows: *' }) -replace '^rows: ') | Should -BeGreaterThan 900
        $lines | Where-Object { $_ -match '^column: \S+@example\.com$' } | Should -Not -BeNullOrEmpty
    }

    It 'has its help without Update-Help' {
        $lines = Invoke-Pwsh -Environment $empty '
            $help = Get-Help Get-KomboEmployee
            "synopsis: " + $help.Synopsis
            "examples: " + @($help.examples.example).Count
            "parameter: " + (Get-Help Get-KomboEmployee -Parameter EmploymentStatus).description.Text
            "topic: " + (Get-Help about_Kombo_Paging).Split("`n").Count'
        $lines | Where-Object { $_ -match '^synopsis: [A-Z]' -and $_ -notlike '*[[]*' } | Should -Not -BeNullOrEmpty -Because ($lines -join "`n")
        [int](($lines | Where-Object { $_ -like 'examples: *' }) -replace '^examples: ') | Should -BeGreaterThan 1
        $lines | Where-Object { $_ -match '^parameter: \w' } | Should -Not -BeNullOrEmpty
        [int](($lines | Where-Object { $_ -like 'topic: *' }) -replace '^topic: ') | Should -BeGreaterThan 20
    }

    It 'completes commands, parameters and values' {
        $lines = Invoke-Pwsh -Environment $empty '
            foreach ($line in "Get-KomboAbs", "Get-KomboEmployee -Emp", "Get-KomboEmployee -EmploymentStatus A") {
                (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches.CompletionText -join ","
            }'
        $lines[0] | Should -BeLike '*Get-KomboAbsence*Get-KomboAbsenceType*'
        $lines[1] | Should -BeLike '*-EmploymentStatus*'
        $lines[2] | Should -BeLike '*ACTIVE*'
    }

    It 'can be saved with PowerShellGet 2, too' {
        if (-not (Get-Module -Name PowerShellGet -ListAvailable | Where-Object { $_.Version.Major -eq 2 })) {
            Set-ItResult -Skipped -Because 'this PowerShell has no PowerShellGet 2'
        }

        $lines = Invoke-Pwsh -Environment $empty "
            Import-Module PowerShellGet -MaximumVersion 2.99
            Register-PSRepository -Name FolderOf2 -SourceLocation '$repository' -InstallationPolicy Trusted
            Save-Module -Name Kombo -Repository FolderOf2 -Path '$saved'
            Import-Module '$saved/Kombo'
            `$null = Connect-Kombo -Sandbox
            'groups: ' + (Get-KomboGroup | Measure-Object).Count"
        $lines | Where-Object { $_ -match '^groups: [1-9]' } | Should -Not -BeNullOrEmpty -Because ($lines -join "`n")
    }
}
