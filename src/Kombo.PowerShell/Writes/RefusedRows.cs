using System.Collections;
using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>
/// The rows that PowerShell has refused by itself, because it could not bind them. It writes an error and goes on with the
/// next one, so the command sees nothing of them but that error.
/// </summary>
internal sealed class RefusedRows
{
    private readonly PSCmdlet _command;
    private readonly HashSet<Exception> _known = [];
    private object? _latest;

    /// <summary>Rows of one run of a command.</summary>
    public RefusedRows(PSCmdlet command)
    {
        _command = command;
        _latest = Errors is { Count: > 0 } errors ? errors[0] : null;
    }

    /// <summary>The session's errors, the latest first; null without an engine.</summary>
    private IList? Errors => _command.SessionState?.PSVariable?.GetValue("Error") as IList;

    /// <summary>The errors of the rows that were refused since the last call, in the order of the input.</summary>
    public IReadOnlyList<ErrorRecord> Take()
    {
        if (!_command.MyInvocation.ExpectingInput || Errors is not { Count: > 0 } errors || ReferenceEquals(errors[0], _latest))
        {
            return [];
        }

        var found = errors.Cast<object?>()
            .TakeWhile(error => !ReferenceEquals(error, _latest))
            .OfType<ErrorRecord>()
            .Where(error => error.Exception is ParameterBindingException refusal && ReferenceEquals(refusal.CommandInvocation, _command.MyInvocation) && _known.Add(refusal))
            .Reverse()
            .ToArray();
        _latest = errors[0];
        return found;
    }
}
