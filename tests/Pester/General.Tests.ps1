BeforeAll {
    . $PSScriptRoot/Common.ps1
}

AfterAll {
    Disconnect-All
}

Describe 'Integrations' {
    BeforeEach {
        $null = Connect-Kombo -Sandbox
    }

    It 'are switched off and on, and what works on them follows' {
        'sandbox:x' | Disable-KomboIntegration -PassThru | Should -Be 'sandbox:x'
        (Get-KomboIntegration 'sandbox:x').Status | Should -Be INACTIVE
        { Get-KomboEmployee -IntegrationId 'sandbox:x' -ErrorAction Stop } | Should -Throw -ErrorId 'INTEGRATION.INACTIVE,*'
        (Get-KomboIntegration).Status | Should -Be ACTIVE
        Get-KomboIntegration 'sandbox:x' | Enable-KomboIntegration | Should -BeNullOrEmpty
        (Get-KomboEmployee -IntegrationId 'sandbox:x' | Select-Object -First 1).Id | Should -Not -BeNullOrEmpty
    }

    It 'are deleted for good, and only where one is named' {
        Get-Preview { Remove-KomboIntegration 'sandbox:x' -WhatIf } | Should -BeLike '*DELETE integrations/sandbox*deleted permanently*'
        (Get-KomboIntegration 'sandbox:x').Id | Should -Be 'sandbox:x'
        [pscustomobject]@{ IntegrationId = 'sandbox:x' } | Remove-KomboIntegration -Confirm:$false
        { Get-KomboIntegration 'sandbox:x' -ErrorAction Stop } | Should -Throw -ErrorId 'PLATFORM.INTEGRATION_NOT_FOUND,*'
        (Get-Command Remove-KomboIntegration).Parameters.IntegrationId.Attributes.Mandatory | Should -Contain $true
        (Get-Command Disable-KomboIntegration).Parameters.IntegrationId.Attributes.Mandatory | Should -Contain $true
    }

    It 'are not what an object of another model names' {
        $employee = Get-KomboEmployee | Select-Object -First 1
        $employee | Disable-KomboIntegration -ErrorVariable refused -ErrorAction SilentlyContinue
        $refused[0].Exception.Message | Should -Match 'an Employee object, which has no IntegrationId'
    }

    It 'have one sync of each type at a time' {
        $first = Start-KomboSync -Type delta
        $second = Start-KomboSync -Type delta
        $full = Start-KomboSync
        $first.AlreadyQueued, $second.AlreadyQueued, $full.AlreadyQueued | Should -Be $false, $true, $false
        $second.SyncId | Should -Be $first.SyncId
        $full.SyncId | Should -Not -Be $first.SyncId
        $full.Type | Should -Be FULL
    }
}

Describe 'Links' {
    BeforeEach {
        $null = Connect-Kombo -Sandbox
    }

    It 'carry the time they expire, and whom they are for' {
        $before = [datetime]::UtcNow
        $link = New-KomboConnectionLink -EndUserEmail it@example.com -EndUserOrganizationName 'Sand & Sons' -EndUserOriginId 4711
        $link.Uri | Should -BeOfType uri
        "$link" | Should -Be $link.Uri.AbsoluteUri
        $link.ExpiresAt.Kind | Should -Be Utc
        $link.ExpiresAt | Should -BeGreaterOrEqual $before.AddHours(1)
        $link.ExpiresAt | Should -BeLessOrEqual ([datetime]::UtcNow.AddHours(1))
        $link.EndUserOriginId | Should -Be 4711
        $magic = 'sandbox:x' | New-KomboReconnectionLink -LinkType magic_link
        $magic.LinkType, $magic.IntegrationId | Should -Be 'MAGIC_LINK', 'sandbox:x'
        $magic.ExpiresAt | Should -BeGreaterThan $before.AddDays(364)
        (New-KomboSetupLink).IntegrationId | Should -Be (Get-KomboConnection).IntegrationId
    }

    It 'carry the fixed addresses only when they were asked for' {
        $links = "EndUserEmail,EndUserOrganizationName,EnableStaticIp`nit@example.com,Sand,true`nhr@example.com,Dune," | ConvertFrom-Csv | New-KomboConnectionLink
        $links[0].StaticIps.Count | Should -BeGreaterThan 1
        $links[1].StaticIps | Should -BeNullOrEmpty
    }

    It 'are made for the rows of a CSV file, with empty cells left out' {
        Set-Content -Path TestDrive:/customers.csv -Value @(
            'EndUserEmail,EndUserOrganizationName,EndUserOriginId,IntegrationTool,EnableFiltering,LinkType'
            'it@example.com,Sand & Sons,4711,personio,true,'
            'hr@example.org,Dune AG,,,,MAGIC_LINK')
        $links = Import-Csv -Path TestDrive:/customers.csv | New-KomboConnectionLink
        $links.EndUserOrganizationName | Should -Be 'Sand & Sons', 'Dune AG'
        $links.LinkType | Should -Be EMBEDDED, MAGIC_LINK
        $connected = $links | ForEach-Object { $_.Uri.Segments[-1] } | Resolve-KomboConnectionToken
        $connected.Tool | Should -Be personio, sandbox
        $connected.EndUserOriginId | Should -Be '4711', $null
        $connected | Get-KomboIntegration | ForEach-Object { $_.EndUser.OrganizationName } | Should -Be 'Sand & Sons', 'Dune AG'
    }

    It 'are not made for the connection''s integration where a row''s is empty' {
        $links = [pscustomobject]@{ IntegrationId = '' }, [pscustomobject]@{ IntegrationId = 'sandbox:x' } |
            New-KomboReconnectionLink -ErrorVariable refused -ErrorAction SilentlyContinue
        $links.IntegrationId | Should -Be 'sandbox:x'
        $refused.Count | Should -Be 1
    }

    It 'into the setup need a step that is enabled' {
        $token = (New-KomboConnectionLink -EndUserEmail it@example.com -EndUserOrganizationName x).Uri.Segments[-1]
        $token | Resolve-KomboConnectionToken | New-KomboSetupLink -ErrorVariable refused -ErrorAction SilentlyContinue
        $refused[0].FullyQualifiedErrorId | Should -BeLike 'PLATFORM.INPUT_INVALID,*'
        $refused[0].TargetObject.IntegrationId | Should -BeLike 'sandbox:*'
    }
}

Describe 'Tokens' {
    BeforeEach {
        $null = Connect-Kombo -Sandbox
    }

    It 'show up in no error, no trace and no preview' {
        $token = 's3cr3t-t0ken-of-a-flow'
        $all = & {
            $ErrorActionPreference = 'Continue'
            try { Resolve-KomboConnectionToken -Token $token -Verbose -Debug } catch { Write-Error -ErrorRecord $_ -ErrorAction Continue }
            $token, $token | Resolve-KomboConnectionToken -Verbose -Debug
            [pscustomobject]@{ Token = $token } | Confirm-KomboIntegration -Verbose
            Confirm-KomboIntegration -Token $token -Confirm:$false
        } *>&1
        $errors = @($all | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
        $errors.Count | Should -Be 5
        $errors | ForEach-Object { $_ | Format-List -Property * -Force; $_.ErrorDetails | Format-List -Property * -Force; $_.Exception | Format-List -Property * -Force } |
            Out-String -Width 4000 | Should -Not -Match $token
        $all | Where-Object { $_ -isnot [System.Management.Automation.ErrorRecord] } | Out-String -Width 4000 | Should -Not -Match $token
        Get-Preview { Confirm-KomboIntegration -Token $token -WhatIf } | Should -Match '"token":"\*\*\*"'
    }

    It 'are confirmed with a warning that names the better command' {
        $token = (New-KomboConnectionLink -EndUserEmail it@example.com -EndUserOrganizationName x).Uri.Segments[-1]
        $connected = Confirm-KomboIntegration -Token $token -WarningVariable warning -WarningAction SilentlyContinue
        "$warning" | Should -Match 'Resolve-KomboConnectionToken'
        $connected.IntegrationId | Should -Be (Resolve-KomboConnectionToken $token).IntegrationId
    }
}

Describe 'Fields' {
    BeforeEach {
        $null = Connect-Kombo -Sandbox
    }

    It 'are mapped by what is piped from either side, and taken away with $null' {
        $custom = Get-KomboCustomField | Where-Object Key -EQ cost_center
        $custom.IntegrationField | Should -BeNullOrEmpty
        $field = Get-KomboIntegrationField | Where-Object Model -EQ $custom.Model | Select-Object -First 1
        ($custom | Set-KomboCustomFieldMapping -IntegrationFieldId $field).IntegrationField.Id | Should -Be $field.Id
        ($field | Set-KomboCustomFieldMapping -CustomFieldId $custom).IntegrationField.Id | Should -Be $field.Id
        ($custom | Set-KomboCustomFieldMapping -IntegrationFieldId $null).IntegrationField | Should -BeNullOrEmpty
        [pscustomobject]@{ CustomFieldId = $custom.Id; IntegrationFieldId = '' } |
            Set-KomboCustomFieldMapping -ErrorVariable refused -ErrorAction SilentlyContinue
        $refused[0].FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentValidationErrorEmptyStringNotAllowed,*'
    }

    It 'are read page by page' {
        @(Get-KomboCustomField -PageSize 3).Count | Should -Be @(Get-KomboCustomField).Count
    }

    It 'are passed through or not, as the cells of a CSV file say' {
        $fields = Get-KomboIntegrationField | Select-Object -First 2
        $rows = [pscustomobject]@{ IntegrationFieldId = $fields[0].Id; EnablePassthrough = 'false' }, [pscustomobject]@{ IntegrationFieldId = $fields[1].Id; EnablePassthrough = 'true' }
        ($rows | Update-KomboIntegrationField).IsPassthroughEnabled | Should -Be $false, $true
        $rows[0].EnablePassthrough = ''
        $rows[0] | Update-KomboIntegrationField -ErrorVariable refused -ErrorAction SilentlyContinue
        $refused[0].Exception.Message | Should -Match 'EnablePassthrough'
        ($fields[1] | Update-KomboIntegrationField -EnablePassthrough $null).IsPassthroughEnabled | Should -BeTrue
    }
}
