using System.Collections;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>
/// The base of cmdlets that change something: one request for each input, never repeated if it may have been carried out,
/// and an error that carries the input if it failed.
/// </summary>
/// <typeparam name="T">What the API answers with.</typeparam>
public abstract class WriteCommand<T> : ApiCommand
{
    /// <summary>More members for the request's body, by their names in the API: for what this version has no parameter for.</summary>
    [Parameter]
    [Map]
    [Body]
    public virtual IDictionary? AdditionalField { get; set; }

    /// <summary>The input as it came through the pipeline.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Readable]
    public virtual PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var target = MyInvocation.BoundParameters.ContainsKey(nameof(InputObject)) ? InputObject : null;
        try
        {
            var connection = ActiveConnection;
            var request = Prepare(GivenParameters(target), connection);
            if (!Reads && !this.ShouldSend(request, Consequence(1)))
            {
                return;
            }

            if (request.ListMember is null)
            {
                Output(AwaitChange(connection.Client.SendAsync<T>(request, Notify, StopToken)), target ?? PSObjectOf(Identity()));
            }
            else
            {
                using var pages = connection.Client.ReadPages<T>(request, null, Notify, StopToken);
                while (AwaitChange(pages.NextAsync()) is { } page)
                {
                    foreach (var row in page.Rows)
                    {
                        Output(row, target ?? PSObjectOf(Identity()));
                    }
                }
            }
        }
        catch (KomboException failure)
        {
            Fail(failure, Operation.HasSecrets ? null : target ?? Identity());
        }

        WriteNotices();
    }

    /// <summary>True when this call changes nothing, so that there is nothing to confirm.</summary>
    private protected virtual bool Reads => false;

    /// <summary>What the request does besides what its method and path say, for -WhatIf and -Confirm; null for nothing.</summary>
    /// <param name="count">How many items it sends.</param>
    private protected virtual string? Consequence(int count) => null;

    /// <summary>Builds the request.</summary>
    private protected virtual KomboRequest Prepare(ICollection<string> given, KomboConnection connection) =>
        RequestBinder.Bind(this, given, connection.IntegrationId, Reads);

    /// <summary>Writes what the API answered.</summary>
    /// <param name="answer">The answer's data, or one row of it.</param>
    /// <param name="input">The input that was worked on.</param>
    private protected virtual void Output(T? answer, PSObject? input)
    {
        if (answer is not null)
        {
            WriteObject(answer);
        }
    }

    /// <summary>What the cmdlet works on, when it did not come through the pipeline: its first id.</summary>
    private protected object? Identity() => Operation.Parameters
        .FirstOrDefault(parameter => parameter.Entity is not null && MyInvocation.BoundParameters.ContainsKey(parameter.Name))?.ValueIn(this);

    /// <summary>
    /// The parameters that count as given. From a Kombo object ids are taken and little else (see <see cref="FilledByModelsAttribute"/>);
    /// from other objects every property that is named like a parameter, unless it is empty, like an empty CSV cell.
    /// </summary>
    private protected ICollection<string> GivenParameters(PSObject? input)
    {
        var given = new HashSet<string>(MyInvocation.BoundParameters.Keys, StringComparer.OrdinalIgnoreCase);
        if (input is null)
        {
            return given;
        }

        foreach (var parameter in Operation.Parameters)
        {
            if (!given.Contains(parameter.Name) || IsFromCommandLine(parameter.Name) || parameter.Wire is null)
            {
                continue;
            }

            // Text that came as the input itself fills an id without being its property.
            var cell = parameter.Names.Select(name => input.Properties[name]).FirstOrDefault(property => property is not null);
            var isEmpty = cell is null ? parameter.Entity is null : InputValue.IsBlank(cell.Value);
            var isForeign = input.BaseObject is KomboObject && !parameter.IsFilledByModels;
            if (isForeign || isEmpty)
            {
                given.Remove(parameter.Name);
            }
        }

        return given;
    }

    private static PSObject? PSObjectOf(object? value) => value is null ? null : PSObject.AsPSObject(value);
}
