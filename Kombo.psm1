# Imports the binaries for this edition of PowerShell: first what finds their libraries, then the cmdlets. Every expression
# that is evaluated here costs each import milliseconds, so there is hardly any.
try {
    Import-Module -Name "$PSScriptRoot/bin/$PSEdition/Kombo.Loader.dll", "$PSScriptRoot/bin/$PSEdition/Kombo.PowerShell.dll" -ErrorAction Stop
}
catch {
    if ($PSEdition -eq 'Core' -and $PSVersionTable.PSVersion -lt [version]'7.4') {
        throw "Kombo needs PowerShell 7.4 or later, or Windows PowerShell 5.1; this is $($PSVersionTable.PSVersion)."
    }

    throw
}
