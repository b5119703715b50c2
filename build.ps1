#!/usr/bin/env pwsh
<#
.SYNOPSIS
Builds, tests and packages the module, for people who live in PowerShell. 'dotnet build' and 'dotnet test' do the same work.
.EXAMPLE
./build.ps1
.EXAMPLE
./build.ps1 -Task Test
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Attack', 'Docs', 'Analyze', 'Sign', 'Package', 'Sbom', 'Bench')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    # Takes the module as an earlier build left it: a new build would replace signed files by unsigned ones.
    [switch] $NoBuild
)

$ErrorActionPreference = 'Stop'
$module = Join-Path -Path $PSScriptRoot -ChildPath 'artifacts/Kombo'

function Invoke-Program {
    $program, $arguments = $args
    & $program @arguments
    if ($LASTEXITCODE -ne 0) {
        throw "'$program $arguments' failed with exit code $LASTEXITCODE."
    }
}

function Assert-Module([string] $Name, [version] $Version) {
    if (-not (Get-Module -Name $Name -ListAvailable | Where-Object -Property Version -GE -Value $Version)) {
        throw "This task needs $Name $Version or later: Install-PSResource $Name"
    }
}

$tasks = @{
    Build   = { if (-not $NoBuild) { Invoke-Program dotnet build "$PSScriptRoot/Kombo.PowerShell.sln" -c $Configuration --nologo } }
    Test    = { Invoke-Program dotnet test "$PSScriptRoot/Kombo.PowerShell.sln" -c $Configuration --nologo }
    Attack  = {
        & $tasks.Build
        # One of each suite: they run at the same time.
        $report = "$PSScriptRoot/artifacts/TestResults/attacks*.txt"
        Remove-Item -Path $report -ErrorAction Ignore
        $env:KOMBO_ATTACK = 20
        Invoke-Program dotnet test "$PSScriptRoot/tests/Unit" -c $Configuration --nologo --filter 'FullyQualifiedName~Soak|FullyQualifiedName~MutatedAnswers|FullyQualifiedName~KillTests'
        Invoke-Program dotnet tool run pwsh -- -NoProfile -NonInteractive -File "$PSScriptRoot/tests/Pester/Run.ps1" -Name 'Writes,Database'
        $env:KOMBO_ATTACK = 5
        Invoke-Program dotnet tool run pwsh -- -NoProfile -NonInteractive -File "$PSScriptRoot/tests/Pester/Run.ps1" -Name 'Input,Stopping,Secrets'
        $env:KOMBO_ATTACK = $null
        Get-Content -Path $report
    }
    Docs    = {
        & $tasks.Build
        Assert-Module Microsoft.PowerShell.PlatyPS 1.0
        # In a process of its own: a loaded module could not be built again.
        Invoke-Program dotnet tool run pwsh -- -NoProfile -NonInteractive -File "$PSScriptRoot/docs/Build-Help.ps1"
        & $tasks.Build
    }
    Analyze = {
        & $tasks.Build
        Assert-Module PSScriptAnalyzer 1.22
        # The manifest is looked at where the files are that it names.
        $sources = Get-ChildItem -Path $PSScriptRoot -Include *.ps1, *.psd1 -File -Recurse |
            Where-Object { $_.FullName -notmatch '[\\/](artifacts|bin|obj|\.git)[\\/]' -and $_.Name -ne 'Kombo.psd1' }
        $findings = @($sources) + (Get-Item -Path "$module/Kombo.psd1") |
            ForEach-Object { Invoke-ScriptAnalyzer -Path $_.FullName -Settings "$PSScriptRoot/PSScriptAnalyzerSettings.psd1" }
        $findings | Format-Table -AutoSize
        if ($findings) { throw "PSScriptAnalyzer has $(@($findings).Count) findings." }
    }
    Sign    = {
        & $tasks.Build
        if (-not $env:KOMBO_SIGNING_CERTIFICATE) {
            Write-Warning 'KOMBO_SIGNING_CERTIFICATE holds no certificate (PFX, in base64): nothing is signed.'
            return
        }

        $bytes = [Convert]::FromBase64String($env:KOMBO_SIGNING_CERTIFICATE)
        $certificate = [System.Security.Cryptography.X509Certificates.X509Certificate2]::new($bytes, $env:KOMBO_SIGNING_PASSWORD)
        # The libraries of others stay as their authors published them.
        $signatures = Get-ChildItem -Path $module -Recurse -File -Include Kombo*.dll, *.psd1, *.ps1, *.ps1xml |
            Set-AuthenticodeSignature -Certificate $certificate -HashAlgorithm SHA256 -TimestampServer 'http://timestamp.digicert.com'
        $signatures | Format-Table -Property Status, Path
        if ($unsigned = @($signatures | Where-Object -Property Status -NE -Value Valid)) {
            throw "$($unsigned.Count) files could not be signed: $($unsigned[0].StatusMessage)"
        }
    }
    Package = {
        Assert-Module Microsoft.PowerShell.PSResourceGet 1.1
        # What an earlier build has left behind must not be published.
        if (-not $NoBuild) { Remove-Item -Path $module -Recurse -ErrorAction Ignore }
        & $tasks.Build
        $folder = New-Item -Path "$PSScriptRoot/artifacts/packages" -ItemType Directory -Force
        Remove-Item -Path "$folder/Kombo.[0-9]*.nupkg"
        Compress-PSResource -Path $module -DestinationPath $folder -PassThru
    }
    Sbom    = {
        & $tasks.Build
        $version = Invoke-Program dotnet msbuild "$PSScriptRoot/src/Kombo.Core" '-getProperty:Version'
        foreach ($shipped in @{ Kombo = 'Kombo.PowerShell'; 'Kombo.Core' = 'Kombo.Core' }.GetEnumerator()) {
            # What the projects restored. What only compiling needs is marked as such, but for the reference assemblies of PowerShell.
            Invoke-Program dotnet tool run dotnet-CycloneDX -- "$PSScriptRoot/src/$($shipped.Value)/$($shipped.Value).csproj" --disable-package-restore `
                --exclude-filter PowerShellStandard.Library --set-name $shipped.Key --set-version $version --set-type Library `
                --output-format Json --output "$PSScriptRoot/artifacts/packages" --filename "$($shipped.Key).$version.cdx.json"
        }
    }
    Bench   = { Invoke-Program dotnet run -c Release --project "$PSScriptRoot/benchmarks" }
}

foreach ($name in $Task) { & $tasks[$name] }
