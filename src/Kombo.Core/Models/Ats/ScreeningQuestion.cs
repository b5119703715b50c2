namespace Kombo.Models;

/// <summary>A question that applicants to a job are asked.</summary>
public sealed partial class ScreeningQuestion : KomboObject
{
    /// <summary>The Kombo id of the question.</summary>
    public string Id { get; set; } = "";

    /// <summary>The id in the connected tool; it may be put together from several, and null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The question.</summary>
    public string? Title { get; set; }

    /// <summary>An explanation of the question.</summary>
    public string? Description { get; set; }

    /// <summary>What kind of answer is expected; null when not known.</summary>
    public ScreeningQuestionFormat? Format { get; set; }

    /// <summary>Whether an answer is required; null when not known.</summary>
    public bool? Required { get; set; }

    /// <summary>EEO or DEMOGRAPHIC; null for ordinary questions.</summary>
    public string? Category { get; set; }

    /// <summary>The question's place among the questions; null when not known.</summary>
    public long? Index { get; set; }

    /// <summary>The id of the question that decides whether this one is asked; null when it always is.</summary>
    public string? PreconditionQuestionId { get; set; }

    /// <summary>The answers to that question with which this one is asked: option ids, or Booleans for a yes-or-no question; null when it always is.</summary>
    public KomboList<object?>? PreconditionOptions { get; set; }

    /// <summary>The question, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Title, Id);
}
