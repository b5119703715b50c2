using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>
/// The rows that PowerShell has refused by itself, because it could not bind them. It writes an error and goes on with the
/// next one, so the command sees nothing of them but that error.
/// </summary>
internal sealed class RefusedRows(PSCmdlet command)
{
    private readonly SessionErrors _errors = new(command);

    /// <summary>A known error is met again when the latest one was taken out of the session's errors meanwhile.</summary>
    private readonly HashSet<Exception> _known = [];

    /// <summary>The errors of the rows that were refused since the last call, in the order of the input.</summary>
    public IReadOnlyList<ErrorRecord> Take() => command.MyInvocation.ExpectingInput
        ? _errors.TakeNew()
            .OfType<ErrorRecord>()
            .Where(error => error.Exception is ParameterBindingException refusal && ReferenceEquals(refusal.CommandInvocation, command.MyInvocation) && _known.Add(refusal))
            .Reverse()
            .ToArray()
        : [];
}
