namespace Kombo.Models;

/// <summary>The value of a source field that was switched on for pass-through.</summary>
public sealed partial class IntegrationFieldValue : KomboObject
{
    /// <summary>The field's id.</summary>
    public string? Id { get; set; }

    /// <summary>The field's key in the source.</summary>
    public string? Key { get; set; }

    /// <summary>DEFAULT or CUSTOM.</summary>
    public string? Type { get; set; }

    /// <summary>The value, of any kind.</summary>
    public object? Value { get; set; }

    /// <summary>The field's label; null when it has none.</summary>
    public string? Label { get; set; }

    /// <summary>The key and the value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{FirstOf(Label, Key)}={Value}");
}
