# Compiles a module of empty cmdlets: what PowerShell itself needs to import so many.
param([string]$Path, [int]$Count)
$ErrorActionPreference = 'Stop'
$null = New-Item -ItemType Directory -Path (Split-Path -Path $Path)
$classes = foreach ($number in 1..$Count) {
    "[System.Management.Automation.Cmdlet(""Get"", ""Bare$number"")] public class GetBare${number}Command : System.Management.Automation.PSCmdlet { }"
}
Add-Type -TypeDefinition ($classes -join "`n") -OutputAssembly $Path -OutputType Library
$names = @(foreach ($number in 1..$Count) { "'Get-Bare$number'" }) -join ', '
$manifest = "@{ RootModule = '$(Split-Path -Path $Path -Leaf)'; ModuleVersion = '1.0'; CmdletsToExport = @($names); FunctionsToExport = @(); AliasesToExport = @(); VariablesToExport = @() }"
Set-Content -LiteralPath ([System.IO.Path]::ChangeExtension($Path, '.psd1')) -Value $manifest
ConvertTo-Json -Compress -InputObject @{ Milliseconds = 0 }
