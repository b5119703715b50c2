using System.Management.Automation;
using Kombo.Json;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Asks PowerShell whether a request that changes something may be sent.</summary>
internal static class Confirmation
{
    /// <summary>Handles -WhatIf and -Confirm. Only -WhatIf shows the body: the verbose stream ends up in logs.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="request">What would be sent.</param>
    /// <returns>False when it must not be sent.</returns>
    public static bool ShouldSend(this PSCmdlet command, KomboRequest request)
    {
        var isWhatIf = LanguagePrimitives.IsTrue(
            command.MyInvocation.BoundParameters.TryGetValue("WhatIf", out var whatIf) ? whatIf : command.GetVariableValue("WhatIfPreference"));
        var action = $"{request.Method} {request.DisplayPath}";
        var description = isWhatIf ? $"{action} {Body(request)}" : action;
        return command.ShouldProcess(description, $"{action}?", command.MyInvocation.MyCommand.Name);
    }

    private static string Body(KomboRequest request) =>
        PlainJson.ToText(PlainValue.Shortened(Masked(request.Body ?? new KomboMap(), request.Secrets)));

    private static object? Masked(object? value, IReadOnlyList<string> secrets) => value switch
    {
        string text when secrets.Contains(text) => "***",
        KomboMap map => new KomboMap(map.Select(entry => new KeyValuePair<string, object?>(entry.Key, Masked(entry.Value, secrets)))),
        KomboList<object?> list => new KomboList<object?>(list.Select(item => Masked(item, secrets))),
        _ => value,
    };
}
