using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>
/// The base of cmdlets whose operation answers with nothing, without the header of an integration. They write nothing, or
/// their input with -PassThru.
/// </summary>
public abstract class ActionCommand : RowWriteCommand<object>
{
    /// <summary>Writes the input, so that the next command can work on it, too.</summary>
    [Parameter]
    [Flag]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IReadOnlyList<object?> Output(IReadOnlyList<object> answers, PSObject? input) => PassThru ? [input] : [];
}
