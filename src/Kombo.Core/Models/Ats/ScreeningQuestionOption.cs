namespace Kombo.Models;

/// <summary>A choice that a question offers.</summary>
public sealed partial class ScreeningQuestionOption : KomboObject
{
    /// <summary>The Kombo id of the choice.</summary>
    public string Id { get; set; } = "";

    /// <summary>The id in the connected tool; it may be put together from several, and null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The choice's text.</summary>
    public string? Name { get; set; }

    /// <summary>The choice's text, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name, Id);
}
