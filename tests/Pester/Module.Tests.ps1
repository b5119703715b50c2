BeforeDiscovery {
    . $PSScriptRoot/Common.ps1
    $cmdlets = (Get-Module Kombo).ExportedCmdlets.Values | ForEach-Object { @{ Name = $_.Name } }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $manifest = Import-PowerShellDataFile -LiteralPath $ModulePath
    $folder = Split-Path -Parent $ModulePath
}

Describe 'The manifest' {
    AfterEach { Assert-NoReplyLeft }

    It 'is valid' {
        $module = Test-ModuleManifest -Path $ModulePath -ErrorAction Stop
        $module.Name | Should -Be 'Kombo'
        $module.CompatiblePSEditions | Should -Be 'Desktop', 'Core'
    }

    It 'exports exactly the cmdlets that it lists, and nothing else' {
        $module = Get-Module Kombo
        $module.ExportedCmdlets.Keys | Sort-Object | Should -Be ($manifest.CmdletsToExport | Sort-Object)
        $module.ExportedFunctions.Count | Should -Be 0
        $module.ExportedAliases.Count | Should -Be 0
        $module.ExportedVariables.Count | Should -Be 0
    }

    It 'lists every cmdlet class of the assembly' {
        $assembly = (Get-Command Connect-Kombo).ImplementingType.Assembly
        $names = $assembly.GetExportedTypes() | Where-Object { -not $_.IsAbstract } | ForEach-Object {
            $_.GetCustomAttributes($false) | Where-Object { $_ -is [System.Management.Automation.CmdletAttribute] } | ForEach-Object { "$($_.VerbName)-$($_.NounName)" }
        }
        $names | Sort-Object | Should -Be ($manifest.CmdletsToExport | Sort-Object)
    }

    It 'has no wildcards, which would make autoloading slow' {
        'FunctionsToExport', 'AliasesToExport', 'VariablesToExport' | ForEach-Object { $manifest.$_.Count | Should -Be 0 }
        $manifest.CmdletsToExport | Should -Not -BeLike '*`**'
    }
}

Describe 'The package' {
    AfterEach { Assert-NoReplyLeft }

    It 'names every assembly of others in its notices, with licences' {
        $notices = Get-Content -Raw -LiteralPath (Join-Path $folder THIRD-PARTY-NOTICES)
        $others = Get-ChildItem -LiteralPath (Join-Path $folder bin) -Recurse -File | Where-Object { $_.Name -notlike 'Kombo.*' }
        @($others).Count | Should -BeGreaterThan 5
        $others | Where-Object { $notices -notmatch "(?m)^$([regex]::Escape($_.Name))\r?$" } | ForEach-Object Name | Should -BeNullOrEmpty
        $notices | Should -BeLike '*Redistribution and use*The MIT License*'
        Test-Path -LiteralPath (Join-Path $folder LICENSE) | Should -BeTrue
    }
}

Describe 'Each cmdlet' {
    AfterEach { Assert-NoReplyLeft }

    It '<Name> has an approved verb, a singular noun with the prefix, and says what it writes' -TestCases $cmdlets {
        $command = Get-Command $Name
        (Get-Verb $command.Verb) | Should -Not -BeNullOrEmpty
        $command.Noun | Should -Match '^Kombo([A-Z]|$)'
        $command.Noun | Should -Not -Match '[^s]s$'
        $command.ImplementingType.Name | Should -Be "$($command.Verb)$($command.Noun)Command"
        if ($command.Verb -in 'Get', 'Test', 'Connect', 'New') {
            $command.OutputType.Count | Should -BeGreaterThan 0
        }
    }
}

Describe 'A PowerShell of its own' {
    AfterEach { Assert-NoReplyLeft }

    It 'imports the module in many runspaces at the same moment' {
        # Whoever is second must wait until the first has installed what finds the libraries. A start races once: so several.
        foreach ($start in 1..3) {
            $lines = Invoke-Pwsh @"
                `$together = [System.Threading.Barrier]::new(8)
                1..8 | ForEach-Object -ThrottleLimit 8 -Parallel {
                    `$together = `$using:together
                    `$together.SignalAndWait()
                    try { Import-Module '$ModulePath' -ErrorAction Stop; (Connect-Kombo -Sandbox).Name } catch { "`$_" }
                }
"@
            $lines | Should -Be (@('Default') * 8)
        }
    }

    It 'installs what finds its libraries before any import goes on' {
        foreach ($start in 1..3) {
            $lines = Invoke-Pwsh @"
                `$type = [System.Reflection.Assembly]::LoadFrom('$folder/bin/Core/Kombo.Loader.dll').GetType('Kombo.Loader.DependencyLoader')
                Add-Type -TypeDefinition 'using System; using System.Linq; using System.Reflection; using System.Threading;
                    public static class AtOnce {
                        public static int Failed(Type loader, int count) {
                            var import = Enumerable.Range(0, count).Select(_ => (Action)Delegate.CreateDelegate(typeof(Action), Activator.CreateInstance(loader), "OnImport")).ToArray();
                            var failed = 0;
                            var together = new Barrier(count);
                            var threads = import.Select(run => new Thread(() => { together.SignalAndWait(); try { run(); Assembly.Load("Kombo.Core"); } catch (System.IO.FileNotFoundException) { Interlocked.Increment(ref failed); } })).ToArray();
                            foreach (var thread in threads) thread.Start();
                            foreach (var thread in threads) thread.Join();
                            return failed;
                        }
                    }'
                [AtOnce]::Failed(`$type, 4)
"@
            $lines | Should -Be '0'
        }
    }

    It 'imports the module, keeps its libraries away from others, and lets scripts name its types' {
        $lines = Invoke-Pwsh @"
            # Another module has brought its own, very different Polly.Core along.
            `$folder = '$TestDrive'
            Add-Type -OutputAssembly `$folder/Polly.Core.dll -TypeDefinition 'namespace Polly { public class ResiliencePipeline { public string Whose => "theirs"; } }'
            `$theirs = [System.Reflection.Assembly]::LoadFrom("`$folder/Polly.Core.dll")
            [void]`$theirs.GetType('Polly.ResiliencePipeline')

            Import-Module '$ModulePath' -ErrorAction Stop
            `$null = Connect-Kombo -Sandbox
            `$one = Get-KomboEmployee | Select-Object -First 1
            "employee: `$(`$one.Id)"
            "literal: `$([Kombo.Models.Employee].FullName) `$([Kombo.KomboException].FullName)"
            function Test-It([Kombo.Models.Employee] `$Employee) { "param: `$(`$Employee.EmployeeId)" }
            Test-It `$one
            "is: `$(`$one -is [Kombo.Models.Employee])"
            try { Get-KomboEmployee -PageSize 0 } catch [Kombo.KomboException] { "caught: `$(`$_.Exception.Parameter)" }
            try { Connect-Kombo -Server http://127.0.0.1:1/v1 -ApiKey k123 -Name Refused -Retry @{ MaxRetry = 1; FirstIntervalSec = 0.01 } } catch { 'refused' }
            "theirs: `$([Polly.ResiliencePipeline]::new().Whose)"
            `$default = [System.Runtime.Loader.AssemblyLoadContext]::Default
            "default: `$(@(`$default.Assemblies | Where-Object { -not `$_.IsDynamic -and `$_.Location.Replace('\', '/') -match '/deps/' -or `$_.GetName().Name -in 'Kombo.Core', 'Kombo.Facts', 'Kombo.Sandbox' }).Count)"
            `$own = [System.Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -EQ 'Kombo'
            "own: `$((`$own.Assemblies | ForEach-Object { `$_.GetName().Name } | Sort-Object) -join ',')"
            "modules: `$(@(Get-Module Kombo).Count)"
            Import-Module '$ModulePath' -Force
            `$null = Connect-Kombo -Sandbox
            "again: `$((Get-KomboGroup | Select-Object -First 1) -is [Kombo.Models.Group])"
            Remove-Module Kombo
            "removed: `$(@(Get-Command *-Kombo* -Module Kombo).Count)"
"@
        $text = $lines -join "`n"
        $lines | Should -Contain 'employee: 26vafvWSRmbhNcxJYqjCzuJg' -Because $text
        $lines | Should -Contain 'literal: Kombo.Models.Employee Kombo.KomboException'
        $lines | Should -Contain 'param: 26vafvWSRmbhNcxJYqjCzuJg'
        $lines | Should -Contain 'is: True'
        $lines | Should -Contain 'caught: PageSize'
        $lines | Should -Contain 'theirs: theirs'
        $lines | Should -Contain 'own: Kombo.Core,Kombo.Facts,Kombo.Sandbox,Polly.Core'
        $lines | Should -Contain 'default: 0' -Because $text
        $lines | Should -Contain 'again: True'
    }

    It 'loads the module by itself when it lies on PSModulePath' {
        $modules = Join-Path $TestDrive 'modules'
        $null = New-Item -ItemType Directory $modules
        $null = New-Item -ItemType SymbolicLink -Path (Join-Path $modules Kombo) -Target $folder
        $lines = Invoke-Pwsh "
            `$env:PSModulePath = '$modules' + [System.IO.Path]::PathSeparator + `$env:PSModulePath
            `$null = Connect-Kombo -Sandbox
            (Get-KomboEmployee -PageSize 3 | Select-Object -First 1).Id
            (Get-Module Kombo).Version.ToString()"
        $lines | Should -Be '26vafvWSRmbhNcxJYqjCzuJg', $manifest.ModuleVersion
    }

    It 'works with the libraries for Windows PowerShell, too' {
        $lines = Invoke-Pwsh "
            `$loader = [System.Reflection.Assembly]::LoadFrom('$(Join-Path $folder 'bin/Desktop/Kombo.Loader.dll')')
            `$loader.CreateInstance('Kombo.Loader.DependencyLoader').OnImport()
            Import-Module -Name '$(Join-Path $folder Kombo.PowerShell.dll)' -ErrorAction Stop
            `$null = Connect-Kombo -Sandbox
            'employees: ' + (Get-KomboEmployee | Measure-Object).Count
            'literal: ' + [Kombo.Models.Employee].Name
            `$type = (Get-KomboAbsenceType | Where-Object Name -EQ 'Vacation').Id
            `$absence = Get-KomboEmployee | Select-Object -First 1 | New-KomboAbsence -AbsenceTypeId `$type -StartDate 2026-12-24 -EndDate 2026-12-24
            'absence: ' + `$absence.EmployeeId + ' ' + `$absence.StartDate.ToString('yyyy-MM-dd')
            try { Get-KomboEmployee -IntegrationId fail:INTEGRATION.INACTIVE } catch { 'error: ' + `$_.FullyQualifiedErrorId }
            'framework: ' + [Kombo.KomboException].Assembly.GetCustomAttributes([System.Runtime.Versioning.TargetFrameworkAttribute], `$false).FrameworkName"
        $lines | Should -Be @(
            'employees: 1185'
            'literal: Employee'
            'absence: 26vafvWSRmbhNcxJYqjCzuJg 2026-12-24'
            'error: INTEGRATION.INACTIVE,Kombo.PowerShell.GetKomboEmployeeCommand'
            'framework: .NETStandard,Version=v2.0'
        )
    }

    It 'takes what was compiled ahead of time for this system' {
        # Where a Release build puts it.
        $copy = Join-Path $TestDrive 'Kombo'
        Copy-Item -LiteralPath $folder -Destination $copy -Recurse
        $system = "$(if ($IsWindows) { 'win' } elseif ($IsMacOS) { 'osx' } else { 'linux' })-$([System.Runtime.InteropServices.RuntimeInformation]::ProcessArchitecture)".ToLowerInvariant()
        Get-ChildItem -LiteralPath "$copy/bin/Core" -Directory | Where-Object Name -NE 'deps' | Remove-Item -Recurse
        $output = dotnet publish (Join-Path $PSScriptRoot '../../build/Precompiled') -r $system "-p:Module=$copy" --nologo -v quiet 2>&1
        $LASTEXITCODE | Should -Be 0 -Because ($output -join "`n")
        $server = Open-TestServer
        $page = @{ environment_id = 'n'; customer_id = 'c'; results = @(@{ id = 'e'; first_name = 'Rosa' }); next = $null }
        [Kombo.Tests.Replies]::Always($server, 200, 'application/json', (@{ status = 'success'; data = $page } | ConvertTo-Json -Depth 9))
        $lines = @(Invoke-Pwsh "
            Import-Module '$copy/Kombo.psd1' -ErrorAction Stop
            `$before = [System.Runtime.JitInfo]::GetCompiledMethodCount(`$false)
            `$null = Connect-Kombo -Server '$($server.Address)' -ApiKey a-key-for-tests -IntegrationId test:1
            (Get-KomboEmployee).FirstName
            [System.Runtime.JitInfo]::GetCompiledMethodCount(`$false) - `$before
            'files: ' + ([AppDomain]::CurrentDomain.GetAssemblies().Location.Replace('\', '/') -match '/$system/' -replace '^.*/' | Sort-Object)")
        $lines[0] | Should -Be 'Rosa' -Because ($lines -join "`n")
        # About 1,000 from the portable files; a Debug build compiles more than a release.
        [int]$lines[1] | Should -BeLessThan 700
        $lines[2] | Should -Be 'files: Kombo.Core.dll Kombo.PowerShell.dll'
    }
}
