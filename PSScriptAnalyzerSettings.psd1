@{
    Severity     = @('Error', 'Warning')
    # Script blocks (Pester's, and the tasks of build.ps1) use variables of other scopes, which the analyzer cannot follow.
    ExcludeRules = @('PSUseDeclaredVarsMoreThanAssignments', 'PSReviewUnusedParameter')
}
