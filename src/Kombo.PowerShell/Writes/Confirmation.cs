using System.Globalization;
using System.Management.Automation;
using Kombo.Json;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Asks PowerShell whether a request that changes something may be sent.</summary>
internal static class Confirmation
{
    /// <summary>Handles -WhatIf and -Confirm. Only these show the body and whom it concerns: the verbose stream ends up in logs.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="request">What would be sent.</param>
    /// <param name="connection">Where to.</param>
    /// <param name="consequence">What it does besides what its method and path say; null for nothing.</param>
    /// <param name="row">The number of the row; null for a request that is none of a row.</param>
    /// <param name="subject">What it is about, by its id; null when that is not known.</param>
    /// <param name="person">Whom it is about; null when that is not known.</param>
    /// <returns>False when it must not be sent.</returns>
    public static bool ShouldSend(
        this PSCmdlet command, KomboRequest request, KomboConnection connection, string? consequence = null, long? row = null, string? subject = null, string? person = null)
    {
        var action = $"{request.Method} {request.DisplayPath}";
        var remark = consequence is null ? "" : " " + consequence;
        var integration = request.IntegrationHeader == IntegrationHeader.None ? null : request.IntegrationId ?? connection.IntegrationId;
        var place = $"connection {InputValue.Quote(connection.Name)}{(integration is null ? "" : $", integration {InputValue.Quote(integration)}")}";

        string About(string? whom)
        {
            var what = string.Join(", ", new[] { subject, whom }.Where(part => part is not null));
            return row is null
                ? what.Length > 0 && whom is not null ? $"{what}; {place}" : place
                : $"row {row.Value.ToString("N0", CultureInfo.InvariantCulture)}{(what.Length > 0 ? ": " + what : "")}; {place}";
        }

        var isWhatIf = command.IsWhatIf();
        var description = isWhatIf ? $"{action} {Body(request)}{remark} ({About(person)})" : $"{action}{remark} ({About(null)})";
        return command.ShouldProcess(description, $"{action}?{remark} ({About(person)})", command.MyInvocation.MyCommand.Name);
    }

    /// <summary>True when nothing is sent, only shown.</summary>
    public static bool IsWhatIf(this PSCmdlet command) => LanguagePrimitives.IsTrue(
        command.MyInvocation.BoundParameters.TryGetValue("WhatIf", out var whatIf) ? whatIf : command.GetVariableValue("WhatIfPreference"));

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
