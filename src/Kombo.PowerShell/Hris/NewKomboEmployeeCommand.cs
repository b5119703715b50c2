using System.Collections;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Creates an employee in the connected tool, from the fields of its form.</summary>
[Cmdlet(VerbsCommon.New, "KomboEmployee", SupportsShouldProcess = true)]
[OutputType(typeof(EmployeeFormResult))]
[KomboOperation("POST", "hris/employees/form")]
public sealed class NewKomboEmployeeCommand : IntegrationWriteCommand<EmployeeFormResult>
{
    private EmployeeForm? _form;
    private bool _isFresh;

    /// <summary>
    /// The fields of Get-KomboEmployeeForm and their values: a hashtable by the form's keys, nested where the form is.
    /// Without it, the input itself is that: its properties are the fields.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Map]
    [ArgumentCompleter(typeof(FormPropertyCompleter))]
    [Alias("Properties")]
    [Body("properties", Required = true, BareDates = true)]
    public IDictionary? Property { get; set; }

    /// <summary>Sends the values as they are, without reading the form first.</summary>
    [Parameter]
    [Flag]
    public SwitchParameter SkipFormCheck { get; set; }

    /// <inheritdoc/>
    private protected override KomboRequest Prepare(ICollection<string> given, KomboConnection connection)
    {
        if (!given.Contains(nameof(Property)) && FieldsOf(InputObject) is { } fields)
        {
            Property = fields;
            given.Add(nameof(Property));
        }

        // Files in it become what the API takes for them.
        Property = (IDictionary?)PlainValue.From(Property, nameof(Property), file => FilePayload.FromFile(file.FullName, null, null, nameof(Property)));
        var request = base.Prepare(given, connection);
        if (!SkipFormCheck && request.Body is KomboMap body && body["properties"] is KomboMap values)
        {
            body["properties"] = Fit(values, connection, request.IntegrationId ?? connection.IntegrationId);
        }

        return request;
    }

    /// <summary>The input as the fields, when it is nothing else: a CSV row or a hashtable.</summary>
    private static IDictionary? FieldsOf(PSObject? input) => input?.BaseObject switch
    {
        IDictionary map => map,
        PSCustomObject when input.Properties[nameof(Property)] is null && input.Properties["Properties"] is null =>
            (IDictionary?)new MapAttribute().Transform(null!, input),
        _ => null,
    };

    private KomboMap Fit(KomboMap values, KomboConnection connection, string? integrationId)
    {
        var cache = FormCache.Of(connection.Client);
        if (_form is null && cache.Find(integrationId) is { } known)
        {
            _form = known;
        }

        var fit = FormFit.Of(_form ?? Read(connection, integrationId), values);
        if (fit.Problems.Count > 0 && !_isFresh)
        {
            // The form may have changed since it was read: nothing is refused because of an old one.
            fit = FormFit.Of(Read(connection, integrationId), values);
        }

        return fit.Problems.Count switch
        {
            0 => fit.Values,
            1 => throw KomboException.InvalidInput(nameof(Property), fit.Problems[0]),
            var count => throw KomboException.InvalidInput(nameof(Property), $"the values do not fit the form in {count} places.\n  {string.Join("\n  ", fit.Problems)}"),
        };
    }

    private EmployeeForm Read(KomboConnection connection, string? integrationId)
    {
        try
        {
            _form = Await(connection.Client.SendAsync<EmployeeForm>(GetKomboEmployeeFormCommand.RequestFor(integrationId), Notify, StopToken)) ?? new EmployeeForm();
        }
        catch (KomboException failure) when (failure.Failure != KomboFailure.InvalidInput)
        {
            // Without the form no input can be checked, and sending unchecked what should be checked is not for us to decide.
            Terminate(failure, MyInvocation.BoundParameters.ContainsKey(nameof(InputObject)) ? InputObject : null, "The form could not be read, and nothing was sent. -SkipFormCheck sends the values unchecked.");
        }

        _isFresh = true;
        FormCache.Of(connection.Client).Keep(integrationId, _form!);
        return _form!;
    }
}
