using System.Collections;
using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>The errors that a session has reported while a command runs, whoever reported them.</summary>
internal sealed class SessionErrors
{
    private readonly PSCmdlet _command;
    private object? _latest;

    /// <summary>Begins to look: earlier errors do not count.</summary>
    public SessionErrors(PSCmdlet command)
    {
        _command = command;
        _latest = All is { Count: > 0 } errors ? errors[0] : null;
    }

    /// <summary>The session's errors, the latest first; null without an engine.</summary>
    private IList? All => _command.SessionState?.PSVariable?.GetValue("Error") as IList;

    /// <summary>What has been reported since the last call, the latest first.</summary>
    public IReadOnlyList<object?> TakeNew()
    {
        if (All is not { Count: > 0 } errors || ReferenceEquals(errors[0], _latest))
        {
            return [];
        }

        var reported = errors.Cast<object?>().TakeWhile(error => !ReferenceEquals(error, _latest)).ToArray();
        _latest = errors[0];
        return reported;
    }
}
