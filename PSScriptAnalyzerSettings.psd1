@{
    Severity     = @('Error', 'Warning')
    # Pester blocks share variables across scopes that the analyzer cannot follow.
    ExcludeRules = @('PSUseDeclaredVarsMoreThanAssignments')
}
