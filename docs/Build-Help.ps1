#Requires -Version 7.4

<#
.SYNOPSIS
Checks the pages in docs/help against the built module, and makes the module's help file of them.

.DESCRIPTION
A page for every command, and in it every parameter as the module has it: what differs is an error that names the page.
Then docs/help/en-US/Kombo.PowerShell.dll-Help.xml is written. The same pages always give the same file.

.PARAMETER ModulePath
The manifest of the built module.

.PARAMETER Check
Writes nothing; the help file must be up to date.

.EXAMPLE
dotnet build build/Module.csproj
dotnet tool run pwsh -NoProfile -File docs/Build-Help.ps1
#>
[CmdletBinding()]
param(
    [string] $ModulePath = (Join-Path -Path $PSScriptRoot -ChildPath '../artifacts/Kombo/Kombo.psd1'),

    [switch] $Check
)

$ErrorActionPreference = 'Stop'

$pageFolder = Join-Path -Path $PSScriptRoot -ChildPath help
$helpFile = Join-Path -Path $pageFolder -ChildPath 'en-US/Kombo.PowerShell.dll-Help.xml'
$namespace = @{
    maml    = 'http://schemas.microsoft.com/maml/2004/10'
    command = 'http://schemas.microsoft.com/maml/dev/command/2004/10'
    dev     = 'http://schemas.microsoft.com/maml/dev/2004/10'
}

function Compare-Page {
    # What the page says differently from the module, as lines of text.
    param($Page, $Command)

    $fresh = New-CommandHelp -CommandInfo $Command
    $actual = @{}
    $fresh.Parameters | ForEach-Object { $actual[$_.Name] = $_ }
    foreach ($parameter in $Page.Parameters) {
        if (-not $actual.ContainsKey($parameter.Name)) {
            "-$($parameter.Name) is not a visible parameter of the command."
            continue
        }

        $other = $actual[$parameter.Name]
        $actual.Remove($parameter.Name)
        if ((Get-Signature $parameter) -ne (Get-Signature $other)) {
            "-$($parameter.Name) is described as '$(Get-Signature $parameter)', but is '$(Get-Signature $other)'."
        }
    }

    $actual.Keys | Sort-Object | ForEach-Object { "-$_ is missing." }
    $syntax = $Page.Syntax | ForEach-Object { "$_" -replace ' \[<CommonParameters>\]$' } | Sort-Object
    $freshSyntax = $fresh.Syntax | ForEach-Object { "$_" -replace ' \[<CommonParameters>\]$' } | Sort-Object
    if (($syntax -join "`n") -ne ($freshSyntax -join "`n")) { "The syntax must be:`n$($freshSyntax -join "`n")" }
}

function Get-Signature {
    param($Parameter)

    $sets = $Parameter.ParameterSets | Sort-Object -Property Name | ForEach-Object {
        "$($_.Name): position $($_.Position)$(if ($_.IsRequired) { ', required' })$(if ($_.ValueFromPipeline) { ', by value' })$(if ($_.ValueFromPipelineByPropertyName) { ', by property name' })"
    }
    "$($Parameter.Type); $(@($Parameter.Aliases | Sort-Object) -join ', '); $($sets -join '; ')"
}

function ConvertTo-PlainText {
    # The few marks that the pages use mean nothing on the console.
    param([string] $Markdown)

    $Markdown -replace '`([^`\n]*)`', '$1' -replace '\[([^\]]*)\]\([^)]*\)', '$1'
}

function Add-Element {
    param([System.Xml.XmlElement] $Parent, [string] $Name, [string] $Text)

    $prefix, $local = $Name -split ':'
    $element = $Parent.OwnerDocument.CreateElement($prefix, $local, $namespace[$prefix])
    if ($Text) { $element.InnerText = $Text }
    $Parent.AppendChild($element)
}

function Write-Paragraph {
    param([System.Xml.XmlElement] $Parent, [string] $Markdown)

    $Parent.RemoveAll()
    foreach ($paragraph in (ConvertTo-PlainText $Markdown) -split '\n{2,}' | Where-Object { $_.Trim() }) {
        $null = Add-Element $Parent 'maml:para' $paragraph.Trim()
    }
}

function ConvertTo-ReadableMaml {
    # platyPS leaves the marks of markdown in the text, the code of examples in their introduction, and .NET's names of types.
    param([System.Xml.XmlDocument] $Document, [hashtable] $Page)

    $names = [System.Xml.XmlNamespaceManager]::new($Document.NameTable)
    $namespace.GetEnumerator() | ForEach-Object { $names.AddNamespace($_.Key, $_.Value) }
    $find = { param($Node, $Path) $Node.SelectNodes($Path, $names) }
    foreach ($command in & $find $Document '//command:command') {
        $current = $Page[$command.SelectSingleNode('command:details/command:name', $names).InnerText]
        Write-Paragraph $command.SelectSingleNode('command:details/maml:description', $names) $current.Synopsis
        Write-Paragraph $command.SelectSingleNode('maml:description', $names) $current.Description
        foreach ($alert in & $find $command 'maml:alertSet/maml:alert') {
            Write-Paragraph $alert "$($current.Notes)"
        }

        foreach ($description in & $find $command '(command:inputTypes|command:returnValues)/*/maml:description') {
            Write-Paragraph $description $description.InnerText
        }

        $parameters = @{}
        $current.Parameters | ForEach-Object { $parameters[$_.Name] = $_ }
        foreach ($element in & $find $command 'command:parameters/command:parameter') {
            $parameter = $parameters[$element.SelectSingleNode('maml:name', $names).InnerText]
            Write-Paragraph $element.SelectSingleNode('maml:description', $names) $parameter.Description
            if ($value = $element.SelectSingleNode('command:parameterValue', $names)) {
                $value.InnerText = $value.InnerText -replace '^System\.Nullable`1\[(.*)\]$', '$1' -replace '^.*\.(?=\w+(\[\])?$)', ''
            }

            if ($parameter.DefaultValue) { $null = Add-Element $element 'dev:defaultValue' $parameter.DefaultValue }
        }

        $index = 0
        foreach ($element in & $find $command 'command:examples/command:example') {
            $example = $current.Examples[$index++]
            if ($example.Remarks.Replace("`r", '') -notmatch '(?s)^(?<before>.*?)```\w*\n(?<code>.*?)\n```(?<after>.*)$') {
                throw "$($current.Title), $($example.Title): there is no code block."
            }

            $parts = $Matches
            Write-Paragraph $element.SelectSingleNode('maml:introduction', $names) $parts.before
            $element.SelectSingleNode('dev:code', $names).InnerText = $parts.code
            $remarks = $element.SelectSingleNode('dev:remarks', $names)
            Write-Paragraph $remarks $parts.after
            $null = Add-Element $remarks 'maml:para'   # an empty line before the next title
        }

        foreach ($uri in & $find $command 'command:relatedLinks/maml:navigationLink/maml:uri') {
            if ($uri.InnerText -notlike 'https:*') { $uri.InnerText = '' }
        }
    }
}

$platyPS = Get-Module -Name Microsoft.PowerShell.PlatyPS -ListAvailable | Where-Object -Property Version -GE ([version]'1.0')
if (-not $platyPS) {
    throw 'The help file is made with Microsoft.PowerShell.PlatyPS 1.0 or later, which is not installed: Install-PSResource -Name Microsoft.PowerShell.PlatyPS'
}

if (-not (Test-Path -Path $ModulePath)) {
    throw "There is no built module at '$ModulePath': dotnet build build/Module.csproj"
}

Import-Module -Name Microsoft.PowerShell.PlatyPS -MinimumVersion 1.0
$commands = @{}
(Import-Module -Name $ModulePath -PassThru).ExportedCmdlets.Values | ForEach-Object { $commands[$_.Name] = $_ }

$problems = [System.Collections.Generic.List[string]]::new()
$pages = @{}
foreach ($file in Get-ChildItem -Path $pageFolder -Filter *.md | Sort-Object -Property Name) {
    if (-not $commands.ContainsKey($file.BaseName)) {
        $problems.Add("$($file.Name): there is no such command.")
        continue
    }

    $page = Import-MarkdownCommandHelp -Path $file.FullName
    $pages[$file.BaseName] = $page
    if ((Get-Content -Path $file.FullName -Raw).Contains('{{')) { $problems.Add("$($file.Name): a placeholder is left.") }
    Compare-Page $page $commands[$file.BaseName] | ForEach-Object { $problems.Add("$($file.Name): $_") }
}

$commands.Keys | Where-Object { -not $pages.ContainsKey($_) } | Sort-Object | ForEach-Object { $problems.Add("$_ has no page.") }
if ($problems.Count) {
    throw "The pages in docs/help do not fit the module:`n$($problems -join "`n")"
}

$temporary = Join-Path -Path ([System.IO.Path]::GetTempPath()) -ChildPath ([System.IO.Path]::GetRandomFileName())
try {
    $ordered = $pages.Keys | Sort-Object -Culture '' | ForEach-Object { $pages[$_] }
    $exported = Export-MamlCommandHelp -CommandHelp $ordered -OutputFolder $temporary -Force
    $document = [System.Xml.XmlDocument]::new()
    $document.Load($exported.FullName)
}
finally {
    Remove-Item -Path $temporary -Recurse -Force -ErrorAction Ignore
}

ConvertTo-ReadableMaml $document $pages
$null = $document.InsertBefore($document.CreateComment(' Made from the pages in docs/help by docs/Build-Help.ps1. '), $document.DocumentElement)
$settings = [System.Xml.XmlWriterSettings]@{ Indent = $true; NewLineChars = "`n"; Encoding = [System.Text.UTF8Encoding]::new($false) }
$stream = [System.IO.MemoryStream]::new()
$writer = [System.Xml.XmlWriter]::Create($stream, $settings)
$document.Save($writer)
$writer.Dispose()
$text = [System.Text.Encoding]::UTF8.GetString($stream.ToArray()) + "`n"

if ($Check) {
    if (-not (Test-Path -Path $helpFile) -or [System.IO.File]::ReadAllText($helpFile) -cne $text) {
        throw "'$helpFile' is older than the pages: run docs/Build-Help.ps1."
    }

    return
}

$null = New-Item -Path (Split-Path -Path $helpFile) -ItemType Directory -Force
[System.IO.File]::WriteAllText($helpFile, $text)
Get-Item -Path $helpFile
