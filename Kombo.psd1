@{
    RootModule             = 'Kombo.psm1'
    ModuleVersion          = '0.1.0'
    GUID                   = '6f0c2a52-0f0b-4c57-9b3b-2f6f4b1d8f6e'
    Author                 = 'The Kombo for PowerShell authors'
    CompanyName            = 'The Kombo for PowerShell authors'
    Copyright              = '(c) 2026 the Kombo for PowerShell authors. MIT license.'
    Description            = 'Reads and writes HR and recruiting data of more than 180 tools through the Kombo Unified API: typed objects, streaming lists, safe retries, a sandbox to try things in.'
    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions   = @('Desktop', 'Core')
    FormatsToProcess       = @('Kombo.Format.ps1xml')
    CmdletsToExport        = @(
        # Connection
        'Connect-Kombo'
        'Disconnect-Kombo'
        'Get-KomboConnection'
        'Test-KomboApiKey'
        # General
        'Get-KomboIntegration'
        'Get-KomboIntegrationField'
        'Get-KomboTool'
        'Invoke-KomboPassthrough'
        'Invoke-KomboRequest'
        # HRIS
        'Add-KomboEmployeeDocument'
        'Compare-KomboProvisioningGroup'
        'Get-KomboAbsence'
        'Get-KomboAbsenceType'
        'Get-KomboEmployee'
        'Get-KomboEmployeeDocumentCategory'
        'Get-KomboEmployeeForm'
        'Get-KomboEmployeeSkillAssignment'
        'Get-KomboEmployment'
        'Get-KomboGroup'
        'Get-KomboLegalEntity'
        'Get-KomboLocation'
        'Get-KomboPerformanceReview'
        'Get-KomboPerformanceReviewCycle'
        'Get-KomboSkill'
        'Get-KomboStaffingEntity'
        'Get-KomboTeam'
        'Get-KomboTimeOffBalance'
        'Get-KomboTimesheet'
        'New-KomboAbsence'
        'New-KomboEmployee'
        'New-KomboEmployeeSkillAssignment'
        'New-KomboLegacyEmployee'
        'New-KomboSkill'
        'Remove-KomboAbsence'
        'Remove-KomboEmployeeSkillAssignment'
        'Remove-KomboSkill'
        'Update-KomboEmployee'
        'Update-KomboEmployeeSkillAssignment'
        'Update-KomboSkill'
        # ATS
        'Add-KomboApplicationAttachment'
        'Add-KomboApplicationNote'
        'Deny-KomboApplication'
        'Get-KomboApplication'
        'Get-KomboApplicationAttachment'
        'Get-KomboCandidate'
        'Get-KomboJob'
        'Move-KomboApplication'
        'New-KomboApplication'
        'Remove-KomboCandidateTag'
        'Save-KomboAttachment'
    )
    FunctionsToExport      = @()
    VariablesToExport      = @()
    AliasesToExport        = @()
    PrivateData            = @{
        PSData = @{
            Tags         = @('Kombo', 'HRIS', 'ATS', 'HR', 'Recruiting', 'API', 'REST', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'
            ProjectUri   = 'https://www.powershellgallery.com/packages/Kombo'
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
