# Picks the binary for this PowerShell and shows it where its libraries are; everything else is compiled.
$framework = if ($PSVersionTable.PSVersion -ge [version]'7.4') { 'net8.0' } else { 'netstandard2.0' }
$binary = "$PSScriptRoot/bin/$framework/Kombo.PowerShell.dll"
[void][System.Reflection.Assembly]::LoadFrom($binary).GetType('Kombo.PowerShell.DependencyLoader').GetMethod('Install').Invoke($null, $null)
Import-Module -Name $binary -ErrorAction Stop
