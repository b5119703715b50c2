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
    private string? _formKey;
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

    /// <summary>The position, requisition or job that the employee is for. The form depends on it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(StaffingEntity))]
    [Body("staffing_entity_id")]
    public string? StaffingEntityId { get; set; }

    /// <summary>Sends the values as they are, without reading the form first.</summary>
    [Parameter]
    [Flag]
    public SwitchParameter SkipFormCheck { get; set; }

    /// <summary>Where the input is the fields, the form says which there are.</summary>
    private protected override bool HasColumns(PSObject? input) => base.HasColumns(input) && FieldsOf(input) is null;

    /// <inheritdoc/>
    private protected override KomboRequest Prepare(ICollection<string> given, KomboConnection connection)
    {
        var isRow = false;
        if (!given.Contains(nameof(Property)) && FieldsOf(InputObject) is { } fields)
        {
            Property = SkipFormCheck ? Kept(fields, new RowColumns([], _ => false, IgnoreColumn)) : fields;
            isRow = true;
            given.Add(nameof(Property));
        }

        // Files in it become what the API takes for them.
        Property = (IDictionary?)PlainValue.From(Property, nameof(Property), file => FilePayload.FromFile(file.FullName, null, null, nameof(Property)));
        var request = base.Prepare(given, connection);
        if (!SkipFormCheck && request.Body is KomboMap body && body["properties"] is KomboMap values)
        {
            var entity = body.TryGetValue("staffing_entity_id", out var id) ? id as string : null;
            body["properties"] = Fit(values, connection, request.IntegrationId ?? connection.IntegrationId, entity, isRow);
        }

        return request;
    }

    /// <summary>The input as the fields, when it is nothing else: a CSV row or a hashtable.</summary>
    private IDictionary? FieldsOf(PSObject? input) => input?.BaseObject switch
    {
        _ when InputValue.IsModel(input) => null,
        IDictionary map => map,
        PSCustomObject when input.Properties[nameof(Property)] is null && input.Properties["Properties"] is null =>
            WithoutParameters((IDictionary?)new MapAttribute().Transform(null!, input)),
        _ => null,
    };

    /// <summary>The fields without the column that PowerShell has bound to a parameter.</summary>
    private static IDictionary? WithoutParameters(IDictionary? fields)
    {
        foreach (var key in fields?.Keys.OfType<string>().Where(IsParameter).ToList() ?? [])
        {
            fields!.Remove(key);
        }

        return fields;
    }

    private static bool IsParameter(string column) => column.Equals(nameof(StaffingEntityId), StringComparison.OrdinalIgnoreCase);

    private KomboMap Fit(KomboMap values, KomboConnection connection, string? integrationId, string? staffingEntityId, bool isRow)
    {
        var key = GetKomboEmployeeFormCommand.KeyOf(integrationId, staffingEntityId);
        if (key != _formKey)
        {
            (_formKey, _form, _isFresh) = (key, null, false);
        }

        FormFit FitTo(EmployeeForm form) =>
            FormFit.Of(form, isRow ? Kept(values, ColumnsOf(form)) : values, Culture);

        var cache = ReadCache<EmployeeForm>.Of(connection.Root);
        if (_form is null && cache.Find(key) is { } known)
        {
            _form = known;
        }

        var fit = FitTo(_form ?? Read(connection, integrationId, staffingEntityId));
        if (fit.Problems.Count > 0 && !_isFresh)
        {
            // The form may have changed since it was read: nothing is refused because of an old one.
            fit = FitTo(Read(connection, integrationId, staffingEntityId));
        }

        if (fit.Problems.Count > 0 && isRow)
        {
            CheckColumns(InputObject, ColumnsOf(_form!), IsFirst);
        }

        return fit.Problems.Count switch
        {
            0 => fit.Values,
            1 => throw KomboException.InvalidInput(nameof(Property), fit.Problems[0]),
            var count => throw KomboException.InvalidInput(nameof(Property), $"{count} values are not valid for the form.\n  {string.Join("\n  ", fit.Problems)}"),
        };
    }

    /// <summary>The columns that a form has fields for.</summary>
    private RowColumns ColumnsOf(EmployeeForm form)
    {
        var fields = form.Properties ?? [];
        var index = new FormIndex(fields);
        return new RowColumns(fields.Keys.ToArray(), column => IsParameter(column) || index.Find(column) is not null, IgnoreColumn);
    }

    private static KomboMap Kept(IDictionary fields, RowColumns columns)
    {
        var kept = new KomboMap();
        foreach (DictionaryEntry field in fields)
        {
            var key = PlainValue.Key(field.Key, nameof(Property));
            if (!columns.IsLeftOut(key))
            {
                kept[key] = field.Value;
            }
        }

        return kept;
    }

    private EmployeeForm Read(KomboConnection connection, string? integrationId, string? staffingEntityId)
    {
        try
        {
            _form = Await(connection.Client.SendAsync<EmployeeForm>(GetKomboEmployeeFormCommand.RequestFor(integrationId, staffingEntityId), Notify, StopToken)) ?? new EmployeeForm();
        }
        catch (KomboException failure) when (failure.Failure != KomboFailure.InvalidInput)
        {
            // Without the form no input can be checked, and sending unchecked what should be checked is not for us to decide.
            Terminate(failure, MyInvocation.BoundParameters.ContainsKey(nameof(InputObject)) ? InputObject : null, "The form could not be read, and nothing was sent. -SkipFormCheck sends the values without validation.");
        }

        _isFresh = true;
        ReadCache<EmployeeForm>.Of(connection.Root).Keep(GetKomboEmployeeFormCommand.KeyOf(integrationId, staffingEntityId), _form!);
        return _form!;
    }
}
