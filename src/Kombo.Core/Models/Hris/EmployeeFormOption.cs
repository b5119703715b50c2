namespace Kombo.Models;

/// <summary>A choice of a select field.</summary>
public sealed partial class EmployeeFormOption : KomboObject
{
    /// <summary>The id to send.</summary>
    public string? Id { get; set; }

    /// <summary>The label for people.</summary>
    public string? Label { get; set; }

    /// <summary>The common value that the choice stands for; null when there is none.</summary>
    public string? UnifiedValue { get; set; }

    /// <summary>The id in the connected tool: text or a number, as the tool has it.</summary>
    public object? RemoteId { get; set; }

    /// <summary>The choice's label, else its unified value, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Label, UnifiedValue, Id);
}
