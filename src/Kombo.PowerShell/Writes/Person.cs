using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>Whom a row is about, for the questions of -Confirm and -WhatIf. It is personal data: nothing else shows it.</summary>
internal static class Person
{
    private static readonly string[] Names = ["DisplayFullName", "FullName", "Name", "WorkEmail", "EmailAddress", "Email"];

    /// <summary>A name or an address of the row; null when it has none.</summary>
    public static string? In(PSObject? row)
    {
        if (row is null)
        {
            return null;
        }

        if (InputValue.IsModel(row) && row.BaseObject is Models.KomboObject model)
        {
            return Shown(model.ToString());
        }

        if (row.BaseObject is not PSCustomObject)
        {
            return null;
        }

        var first = Cell(row, "FirstName");
        var last = Cell(row, "LastName");
        return first is not null && last is not null
            ? Shown($"{first} {last}")
            : Names.Select(name => Cell(row, name)).FirstOrDefault(cell => cell is not null) is { } name ? Shown(name) : null;
    }

    private static string? Cell(PSObject row, string name) =>
        row.Properties[name] is PSNoteProperty cell && InputValue.Of(cell.Value) is string text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static string? Shown(string? text) => string.IsNullOrWhiteSpace(text) ? null : InputValue.Shortened(text!);
}
