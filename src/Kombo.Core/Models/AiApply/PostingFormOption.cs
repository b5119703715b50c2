namespace Kombo.Models;

/// <summary>Something to choose in an application form.</summary>
public sealed partial class PostingFormOption : KomboObject
{
    /// <summary>The id that the answer names.</summary>
    public string? Id { get; set; }

    /// <summary>What people see.</summary>
    public string? Label { get; set; }

    /// <summary>What the option stands for, such as a country's code or MALE; null when it is nothing common.</summary>
    public string? UnifiedKey { get; set; }

    /// <summary>The label, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Label, Id);
}
