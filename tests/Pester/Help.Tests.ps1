# Needs no platyPS: the pages are read as text, the help that is built of them through Get-Help.
BeforeDiscovery {
    $manifest = if ($env:KOMBO_MODULE) { $env:KOMBO_MODULE } else { Join-Path -Path $PSScriptRoot -ChildPath '../../artifacts/Kombo/Kombo.psd1' }
    if (-not (Get-Module -Name Kombo)) {
        Import-Module -Name $manifest -Global
    }

    $pages = Get-ChildItem -Path (Join-Path -Path $PSScriptRoot -ChildPath '../../docs/help') -Filter *.md | ForEach-Object { @{ Page = $_.BaseName } }
    $commands = foreach ($name in (Get-Module -Name Kombo).ExportedCmdlets.Keys | Sort-Object) {
        $number = 0
        $help = Get-Help -Name $name -Full
        $examples = foreach ($example in @($help.examples.example)) {
            $code = "$($example.code)".Replace("`r", '')
            $number++
            @{ Number = $number; Title = "$($example.title)".Trim('- ') -replace '^Example \d+: '; Code = $code; NeedsKey = $code.StartsWith('# Needs an API key.') }
        }

        @{ Name = $name; Help = $help; Examples = $examples }
    }

    # Code is what is indented by eight or more spaces, and begins with exactly eight.
    $topics = foreach ($file in Get-ChildItem -Path (Join-Path -Path $PSScriptRoot -ChildPath '../../docs/help/en-US') -Filter about_*.help.txt) {
        $text = [System.IO.File]::ReadAllText($file.FullName).Replace("`r", '')
        $number = 0
        $blocks = foreach ($match in [regex]::Matches($text, '(?m)(?<=\n\n) {8}\S.*(\n(( {8,}\S.*)|(?=\n+ {8})))*')) {
            $code = $match.Value -replace '(?m)^ {8}'
            $number++
            @{ Number = $number; FirstLine = ($code -split "`n")[0]; Code = $code; NeedsKey = $code.StartsWith('# Needs an API key.') }
        }

        @{ Topic = $file.Name -replace '\.help\.txt$'; Blocks = @($blocks) }
    }
}

BeforeAll {
    $manifest = if ($env:KOMBO_MODULE) { $env:KOMBO_MODULE } else { Join-Path -Path $PSScriptRoot -ChildPath '../../artifacts/Kombo/Kombo.psd1' }
    $manifest = (Resolve-Path -LiteralPath $manifest).ProviderPath

    # Runspaces that an example makes by itself find the module by its name.
    $modulePath = $env:PSModulePath
    $env:PSModulePath = (Split-Path -Path (Split-Path -Path $manifest)) + [System.IO.Path]::PathSeparator + $modulePath

    # The examples run in one session, which is as new before each of them: opening one and importing the module takes longer
    # than most examples.
    $session = [powershell]::Create()
    $null = $session.AddScript({ param($Manifest) Import-Module -Name $Manifest -ErrorAction Stop }).AddArgument($manifest).Invoke()

    function Reset-Session {
        param([string] $Folder)

        $session.Commands.Clear()
        $session.Streams.ClearStreams()
        $session.Runspace.ResetRunspaceState()
        $null = $session.AddScript({
                param($Folder)
                $ErrorActionPreference = 'Stop'
                $ConfirmPreference = 'None'
                Get-KomboConnection | Disconnect-Kombo
                Get-Job | Remove-Job -Force
                Get-EventSubscriber | Unregister-Event
                Set-Location -LiteralPath $Folder
                $null = Connect-Kombo -Sandbox
            }, $false).AddArgument($Folder).Invoke()
        $session.Commands.Clear()
    }

    function Get-Page {
        param([string] $Name)

        [System.IO.File]::ReadAllText((Join-Path -Path $PSScriptRoot -ChildPath "../../docs/help/$Name.md")).Replace("`r", '')
    }

    function Get-Text {
        # Text without what a page and the help that is made of it differ in: marks and line breaks.
        param($Value)

        $text = @($Value | ForEach-Object { if ($_ -is [string]) { $_ } else { $_.Text } }) -join ' '
        ($text -replace '`([^`\n]*)`', '$1' -replace '\[([^\]]*)\]\([^)]*\)', '$1' -replace '\s+', ' ').Trim()
    }

    function Get-Section {
        # The text below a heading, up to the next heading or block.
        param([string] $Page, [string] $Heading)

        [regex]::Match($Page, "(?ms)^$([regex]::Escape($Heading))\n(.*?)(?=^#|^``````|\z)").Groups[1].Value
    }
}

AfterAll {
    $session.Dispose()
    $env:PSModulePath = $modulePath
}

Describe 'The help page <Page>' -ForEach $pages {
    It 'belongs to a command' {
        (Get-Module -Name Kombo).ExportedCmdlets.Keys | Should -Contain $Page
    }

    It 'has no placeholders' {
        Get-Page $Page | Should -Not -Match '\{\{'
    }
}

Describe 'The help of <Name>' -ForEach $commands {
    BeforeAll {
        $page = Get-Page $Name
    }

    It 'is found' {
        $help.Name | Should -Be $Name
        $help.PSTypeNames | Should -Contain 'MamlCommandHelpInfo#FullView'
    }

    It 'has the synopsis and the description of the page' {
        $help.Synopsis.Trim() | Should -Not -BeNullOrEmpty
        Get-Text $help.Synopsis | Should -BeExactly (Get-Text (Get-Section $page '## SYNOPSIS'))
        Get-Text $help.description | Should -Not -BeNullOrEmpty
        Get-Text $help.description | Should -BeExactly (Get-Text (Get-Section $page '## DESCRIPTION'))
    }

    It 'describes every parameter, as the page does' {
        $described = @{}
        $help.parameters.parameter | ForEach-Object { $described[$_.name] = Get-Text $_.description }
        $visible = (Get-Command -Name $Name).Parameters.Values | Where-Object {
            $_.Name -notin [System.Management.Automation.Cmdlet]::CommonParameters -and
            $_.Attributes.Where({ $_ -is [Parameter] }).DontShow -notcontains $true
        }
        $visible.Name | Where-Object { -not $described[$_] } | Should -BeNullOrEmpty -Because 'each needs a description'
        $described.Keys | Where-Object { $_ -notin $visible.Name } | Should -BeNullOrEmpty -Because 'only these parameters exist'
        $described.Keys | Where-Object { $described[$_] -cne (Get-Text (Get-Section $page "### -$_")) } | Should -BeNullOrEmpty -Because 'the page is what counts'
    }

    It 'says what comes in and what goes out' {
        foreach ($item in @($help.inputTypes.inputType) + @($help.returnValues.returnValue)) {
            Get-Text $item.description | Should -Not -BeNullOrEmpty -Because "$($item.type.name) needs a description"
        }

        $help.returnValues.returnValue | Should -Not -BeNullOrEmpty
    }

    It 'leads to a page on the web' {
        $help.relatedLinks.navigationLink[0].uri | Should -Match '^https://'
    }

    It 'has the examples of the page, two or more of them for the sandbox' {
        $ofPage = [regex]::Matches($page, '(?m)^### Example \d+: (.*)$').ForEach({ $_.Groups[1].Value.Trim() })
        @($Examples.Title) | Should -Be $ofPage
        @($Examples.NeedsKey).Where({ -not $_ }).Count | Should -BeGreaterOrEqual 2
    }

    Context 'Example <Number>: <Title>' -ForEach $Examples {
        It 'is on the page' {
            $page.Contains("``````powershell`n$Code`n``````") | Should -BeTrue
        }

        It 'runs on the sandbox' {
            if ($NeedsKey) { Set-ItResult -Skipped -Because 'it needs an API key' }

            $folder = (New-Item -Path (Join-Path -Path $TestDrive -ChildPath "$Name-$Number") -ItemType Directory).FullName
            Reset-Session $folder

            # A scope of its own keeps its functions from the next one.
            $null = $session.AddScript($Code, $true)
            { $session.Invoke() } | Should -Not -Throw
        }
    }
}

Describe '<Topic>' -ForEach $topics {
    BeforeAll {
        $about = "$(Get-Help -Name $Topic)"
        $folder = (New-Item -Path (Join-Path -Path $TestDrive -ChildPath $Topic) -ItemType Directory).FullName

        # The blocks of a topic are one session: later ones use what earlier ones have made.
        $shell = [powershell]::Create()
        $null = $shell.AddScript({
                param($Manifest, $Folder)
                $ErrorActionPreference = 'Stop'
                $ConfirmPreference = 'None'
                Import-Module -Name $Manifest
                Set-Location -LiteralPath $Folder
            }).AddArgument($manifest).AddArgument($folder)
        $null = $shell.Invoke()
    }

    AfterAll {
        $shell.Dispose()
    }

    It 'is found, and is the text in docs/help' {
        $file = Join-Path -Path $PSScriptRoot -ChildPath "../../docs/help/en-US/$Topic.help.txt"
        Get-Text $about | Should -BeExactly (Get-Text ([System.IO.File]::ReadAllText($file)))
    }

    It 'begins with its name and says in short what it is about' {
        $about | Should -Match "^\s*TOPIC\s+$Topic\s+SHORT DESCRIPTION\s+\S"
    }

    It 'is plain ASCII, which every PowerShell reads alike' {
        $about | Should -Not -Match '[^\x00-\x7F]'
    }

    It 'names only commands and topics that exist' {
        $names = [regex]::Matches($about, '\b[A-Z][A-Za-z]+-Kombo\w*').Value | Sort-Object -Unique
        $names | Where-Object { -not (Get-Command -Name $_ -Module Kombo -ErrorAction Ignore) } | Should -BeNullOrEmpty
        $others = [regex]::Matches($about, '\babout_\w+').Value | Sort-Object -Unique
        $others | Where-Object { -not (Test-Path -LiteralPath (Join-Path -Path $PSScriptRoot -ChildPath "../../docs/help/en-US/$_.help.txt")) } | Should -BeNullOrEmpty
    }

    It 'has code that runs on the sandbox' {
        @($Blocks.NeedsKey).Where({ -not $_ }).Count | Should -BeGreaterOrEqual 1
    }

    It 'runs block <Number>: <FirstLine>' -ForEach @($Blocks | Where-Object { -not $_.NeedsKey }) {
        $shell.Commands.Clear()
        $shell.Streams.ClearStreams()
        $null = $shell.AddScript($Code, $false)
        { $shell.Invoke() } | Should -Not -Throw
    }

    It 'has code that PowerShell can read in block <Number>' -ForEach @($Blocks | Where-Object NeedsKey) -AllowNullOrEmptyForEach {
        $problems = $null
        $null = [System.Management.Automation.Language.Parser]::ParseInput($Code, [ref]$null, [ref]$problems)
        $problems | Should -BeNullOrEmpty
    }
}

Describe 'The about topics' {
    It 'are those that are expected' {
        $topics = Get-ChildItem -Path (Join-Path -Path $PSScriptRoot -ChildPath '../../docs/help/en-US') -Filter about_*.help.txt
        $topics.Name | Sort-Object | Should -Be @('', '_Connections', '_Database', '_Errors', '_Export', '_Paging', '_Webhooks', '_Writes' | ForEach-Object { "about_Kombo$_.help.txt" } | Sort-Object)
    }
}
