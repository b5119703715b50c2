# Which PowerShell this is.
ConvertTo-Json -Compress -InputObject @{ Program = [System.Environment]::ProcessPath; Home = $PSHOME }
