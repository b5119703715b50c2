using System.Globalization;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Makes flat rows of objects, for files: text cells that are the same on every machine, and the same columns in every row.</summary>
[Cmdlet(VerbsData.ConvertTo, "KomboFlatObject")]
[OutputType(typeof(PSObject))]
public sealed class ConvertToKomboFlatObjectCommand : KomboCommand
{
    private Type? _model;
    private FlatColumns? _columns;
    private string[] _names = [];

    /// <summary>An object of this module. All must be of one kind.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>The columns: names of properties, with dots into nested objects and free-form data, and with wildcards.</summary>
    [Parameter(Position = 0)]
    [Text(Several = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Property { get; set; }

    /// <summary>A list of the object, each item of which becomes a row of its own.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    public string? ExpandList { get; set; }

    /// <summary>Wildcards, and the columns that there are without -Property, stand for sensitive properties, too.</summary>
    [Parameter]
    [Flag]
    public SwitchParameter IncludeSensitive { get; set; }

    /// <summary>Cells for a spreadsheet program: formulas are made harmless, and numbers and Booleans are written as -Culture has them.</summary>
    [Parameter]
    [Flag]
    public SwitchParameter ForSpreadsheet { get; set; }

    /// <summary>The culture of the spreadsheet program; without it, that of the session. With -ForSpreadsheet.</summary>
    [Parameter]
    [Culture]
    [ArgumentCompleter(typeof(CultureCompleter))]
    public CultureInfo? Culture { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Culture is not null && !ForSpreadsheet)
        {
            Terminate(KomboException.InvalidInput(nameof(Culture), "it requires -ForSpreadsheet. Without -ForSpreadsheet, cells are the same in all cultures."), null);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject?.BaseObject is not KomboObject source)
        {
            var isOfOurs = InputValue.IsModel(InputObject);
            Fail(KomboException.InvalidInput(nameof(InputObject), $"this is {InputValue.Describe(InputObject)}. {(isOfOurs ? "Convert objects in the session that reads them." : "Pass objects of this module, as the Get commands write them.")}"), InputObject);
            return;
        }

        if (_columns is null)
        {
            try
            {
                _model = source.GetType();
                _columns = new FlatColumns(_model, Property, ExpandList, IncludeSensitive, new FlatText(ForSpreadsheet ? Culture ?? CultureInfo.CurrentCulture : null));
                _names = _columns.Names.ToArray();
            }
            catch (KomboException failure)
            {
                Terminate(failure, InputObject);
            }
        }

        if (source.GetType() != _model)
        {
            Fail(KomboException.InvalidInput(nameof(InputObject), $"this is {InputValue.Describe(source)}, but the columns are those of {InputValue.Article(_model!.Name)} object. Convert each type separately."), InputObject);
            return;
        }

        foreach (var cells in _columns!.Rows(source))
        {
            var row = new PSObject();
            for (var index = 0; index < _names.Length; index++)
            {
                row.Properties.Add(new PSNoteProperty(_names[index], cells[index]), preValidated: true);
            }

            WriteObject(row);
        }
    }
}
