using System.Globalization;
using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>
/// The base of cmdlets whose list replaces an earlier one: what is not in it is removed. So an empty list is refused, and
/// one whose origin reported errors: it may be half a list.
/// </summary>
/// <typeparam name="T">What the API answers with.</typeparam>
public abstract class FullListCommand<T> : CollectedWriteCommand<T>
{
    private SessionErrors? _errors;

    /// <summary>Sends the list although it is empty, or although errors were reported while it was collected.</summary>
    [Parameter]
    [Flag]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _errors = new SessionErrors(this);
    }

    /// <inheritdoc/>
    private protected override void CheckList(int count)
    {
        if (Force)
        {
            return;
        }

        CheckErrors();
        if (count == 0)
        {
            throw Refuse($"There are no rows, and nothing was sent. The effect of an empty list: {Consequence(0)} Use -Force to send it.");
        }
    }

    /// <summary>
    /// A command that fails for one of its inputs (a file that is missing) goes on with the others, and its pipeline looks as
    /// if it were complete. The errors it left behind are the only trace.
    /// </summary>
    private void CheckErrors()
    {
        var reported = _errors!.TakeNew();
        if (reported.Count == 0)
        {
            return;
        }

        throw Refuse(string.Format(
            CultureInfo.InvariantCulture,
            "Errors were written while the rows were collected ({0:N0}; the latest: {1}). Rows may be missing, and missing rows would be removed. Nothing was sent. Use -Force if the list is complete nevertheless.",
            reported.Count,
            reported[0]));
    }
}
