namespace Kombo.Models;

/// <summary>The question that an answer was given to.</summary>
public sealed partial class ScreeningAnswerQuestion : KomboObject
{
    /// <summary>The id in the connected tool; it may be put together from several, and null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The question.</summary>
    public string? Title { get; set; }

    /// <summary>The kind, which decides what the answer holds: TEXT, SINGLE_SELECT, MULTI_SELECT, BOOLEAN, NUMBER, DATE or UNKNOWN.</summary>
    public string? Type { get; set; }

    /// <summary>The question, else its id in the tool.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Title, RemoteId);
}
