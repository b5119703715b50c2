using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>
/// Completes -Property with hashtables made of the form. PowerShell asks nobody for the keys inside a hashtable, so whole
/// ones are offered. Parameters made of the form while the command is being typed would need the connection before it is
/// known which one is meant, would be different for each customer, and could collide with the command's own.
/// </summary>
public sealed class FormPropertyCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        if (Form(fakeBoundParameters) is not { } form)
        {
            return [];
        }

        return FormSnippets.For(form, wordToComplete)
            .Select(snippet => new CompletionResult(snippet.Text, snippet.Title, CompletionResultType.ParameterValue, snippet.Description));
    }

    private static EmployeeForm? Form(IDictionary bound)
    {
        if (CompletionContext.Of(bound) is not { } context)
        {
            return null;
        }

        // What is a variable or an expression is not known while the command is being typed.
        var entity = EntityReference.TryText(bound[nameof(NewKomboEmployeeCommand.StaffingEntityId)], out var id) ? id : null;
        var reading = ReadCache<EmployeeForm>.Of(context.Client).Get(
            GetKomboEmployeeFormCommand.KeyOf(context.IntegrationId, entity), () => ReadAsync(context.Client, context.IntegrationId, entity));
        return CompletionContext.Result(reading);
    }

    private static async Task<EmployeeForm?> ReadAsync(KomboClient client, string? integrationId, string? staffingEntityId)
    {
        using var limit = new CancellationTokenSource(CompletionContext.LongestReading);
        return await client.SendAsync<EmployeeForm>(GetKomboEmployeeFormCommand.RequestFor(integrationId, staffingEntityId), null, limit.Token).ConfigureAwait(false);
    }
}
