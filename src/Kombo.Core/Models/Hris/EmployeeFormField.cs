namespace Kombo.Models;

/// <summary>A field of the employee form. Its kind decides which of the members have a value.</summary>
public sealed partial class EmployeeFormField : KomboObject
{
    /// <summary>The kind: text, number, date, single_select, multi_select, checkbox, object, array or file.</summary>
    public string? Type { get; set; }

    /// <summary>The label for people.</summary>
    public string? Label { get; set; }

    /// <summary>Whether the field has to be filled in.</summary>
    public bool? Required { get; set; }

    /// <summary>An explanation for people; null when there is none.</summary>
    public string? Description { get; set; }

    /// <summary>Which common attribute the field stands for, such as first_name or home_address.city; null when it is special to the tool.</summary>
    public string? UnifiedKey { get; set; }

    /// <summary>text: the smallest number of characters.</summary>
    public double? MinLength { get; set; }

    /// <summary>text: the largest number of characters.</summary>
    public double? MaxLength { get; set; }

    /// <summary>text: the regular expression that the text has to match.</summary>
    public string? RegExp { get; set; }

    /// <summary>number: the smallest value.</summary>
    public double? Min { get; set; }

    /// <summary>number: the largest value.</summary>
    public double? Max { get; set; }

    /// <summary>multi_select and array: the smallest number of items.</summary>
    public double? MinItems { get; set; }

    /// <summary>multi_select and array: the largest number of items.</summary>
    public double? MaxItems { get; set; }

    /// <summary>single_select and multi_select: what there is to choose from.</summary>
    public EmployeeFormOptions? Options { get; set; }

    /// <summary>object: the fields inside, by key.</summary>
    public EmployeeFormFields? Properties { get; set; }

    /// <summary>array: what each item is.</summary>
    public EmployeeFormField? ItemType { get; set; }

    /// <summary>file: which files are accepted.</summary>
    public EmployeeFormFileRestrictions? FileRestrictions { get; set; }

    /// <summary>The field's label, else its unified key, else its kind.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Label, UnifiedKey, Type);
}
