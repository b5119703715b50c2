# Compiles a module of empty cmdlets: what PowerShell itself needs to import so many. With -Help, a second manifest, Viewed.psd1,
# has a view, too, and a page of help: the one of Get-KomboEmployee under another name.
param([string]$Path, [int]$Count, [string]$Help)
$ErrorActionPreference = 'Stop'
$folder = Split-Path -Path $Path
$null = New-Item -ItemType Directory -Path $folder
$classes = foreach ($number in 1..$Count) {
    "[System.Management.Automation.Cmdlet(""Get"", ""Bare$number"")] public class GetBare${number}Command : System.Management.Automation.PSCmdlet { }"
}
Add-Type -TypeDefinition ($classes -join "`n") -OutputAssembly $Path -OutputType Library
$names = @(foreach ($number in 1..$Count) { "'Get-Bare$number'" }) -join ', '
$file = Split-Path -Path $Path -Leaf
$manifest = "RootModule = '$file'; ModuleVersion = '1.0'; CmdletsToExport = @($names); FunctionsToExport = @(); AliasesToExport = @(); VariablesToExport = @()"
Set-Content -LiteralPath ([System.IO.Path]::ChangeExtension($Path, '.psd1')) -Value "@{ $manifest }"
if ($Help) {
    Set-Content -LiteralPath "$folder/Viewed.psd1" -Value "@{ $manifest; FormatsToProcess = @('Viewed.format.ps1xml') }"
    Set-Content -LiteralPath "$folder/Viewed.format.ps1xml" -Value @'
<Configuration><ViewDefinitions><View><Name>Bare</Name><ViewSelectedBy><TypeName>Bare</TypeName></ViewSelectedBy>
<TableControl><TableHeaders><TableColumnHeader/></TableHeaders><TableRowEntries><TableRowEntry><TableColumnItems>
<TableColumnItem><PropertyName>Id</PropertyName></TableColumnItem></TableColumnItems></TableRowEntry></TableRowEntries></TableControl>
</View></ViewDefinitions></Configuration>
'@
    $pages = [xml]::new()
    $pages.Load($Help)
    foreach ($page in @($pages.DocumentElement.ChildNodes)) {
        if ($page.details.name -ne 'Get-KomboEmployee') {
            $null = $pages.DocumentElement.RemoveChild($page)
        }
    }

    $null = New-Item -ItemType Directory -Path "$folder/en-US"
    Set-Content -LiteralPath "$folder/en-US/$file-Help.xml" -Value $pages.OuterXml.Replace('Get-KomboEmployee', 'Get-Bare1')
}

ConvertTo-Json -Compress -InputObject @{ Milliseconds = 0 }
