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
    // A form that takes longer is there at the next try.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(30);

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
        var connection = Plain(bound?["Connection"]) switch
        {
            KomboConnection given => given,
            string name => ConnectionTable.Current.Find(name),
            _ => ConnectionTable.Current.Default,
        };
        if (connection is null)
        {
            return null;
        }

        var integrationId = Plain(bound?["IntegrationId"]) as string ?? connection.IntegrationId;
        var reading = connection.Forms.Get(integrationId, () => ReadAsync(connection.Client, integrationId));
        try
        {
            return reading.Wait(LongestWait) ? reading.Result : null;
        }
        catch (AggregateException)
        {
            // There is nobody to tell: completion has no error stream. The command itself says what is wrong.
            return null;
        }
    }

    private static async Task<EmployeeForm?> ReadAsync(KomboClient client, string? integrationId)
    {
        using var limit = new CancellationTokenSource(LongestReading);
        return await client.SendAsync<EmployeeForm>(GetKomboEmployeeFormCommand.RequestFor(integrationId), null, limit.Token).ConfigureAwait(false);
    }

    private static object? Plain(object? value) => value is PSObject wrapper ? wrapper.BaseObject : value;
}
