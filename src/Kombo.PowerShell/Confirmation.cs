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
    /// <param name="consequence">What it does besides what its method and path say; null for nothing.</param>
    /// <returns>False when it must not be sent.</returns>
    public static bool ShouldSend(this PSCmdlet command, KomboRequest request, string? consequence = null)
    {
        var isWhatIf = LanguagePrimitives.IsTrue(
            command.MyInvocation.BoundParameters.TryGetValue("WhatIf", out var whatIf) ? whatIf : command.GetVariableValue("WhatIfPreference"));
        var action = $"{request.Method} {request.DisplayPath}";
        var description = isWhatIf ? $"{action} {Body(request)}" : action;
        var remark = consequence is null ? "" : " " + consequence;
        return command.ShouldProcess(description + remark, $"{action}?{remark}", command.MyInvocation.MyCommand.Name);
    }

    private static string Body(KomboRequest request)
    {
        var body = PlainValue.Shortened(Masked(request.Body ?? new KomboMap(), request.Secrets));
        return request.IsLines && body is IEnumerable<object?> items ? string.Join("\n", items.Select(item => PlainJson.ToText(item))) : PlainJson.ToText(body);
    }

    private static object? Masked(object? value, IReadOnlyList<string> secrets) => value switch
    {
        string text when secrets.Contains(text) => "***",
        KomboMap map => new KomboMap(map.Select(entry => new KeyValuePair<string, object?>(entry.Key, Masked(entry.Value, secrets)))),
        KomboList<object?> list => new KomboList<object?>(list.Select(item => Masked(item, secrets))),
        _ => value,
    };
}
