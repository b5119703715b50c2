namespace Kombo.Models;

/// <summary>A question of an application form, or a section that holds others.</summary>
public sealed partial class PostingFormBlock : KomboObject
{
    /// <summary>QUESTION or SECTION.</summary>
    public string? BlockType { get; set; }

    /// <summary>QUESTION: the id that the answer names; null for sections.</summary>
    public string? QuestionId { get; set; }

    /// <summary>The question, or the heading of the section.</summary>
    public string? Label { get; set; }

    /// <summary>An explanation; null when there is none.</summary>
    public string? Description { get; set; }

    /// <summary>Whether an answer is needed; null for sections.</summary>
    public bool? Required { get; set; }

    /// <summary>EEO for questions about equal opportunity; null for others.</summary>
    public string? Category { get; set; }

    /// <summary>TEXT, NUMBER, BOOLEAN, FILE, DATE, SINGLE_SELECT or MULTI_SELECT; null for sections.</summary>
    public string? QuestionType { get; set; }

    /// <summary>What is asked for, such as FIRST_NAME, EMAIL or RESUME; null when it is nothing common.</summary>
    public string? UnifiedKey { get; set; }

    /// <summary>What there is to choose from; null for other kinds.</summary>
    public KomboList<PostingFormOption>? Options { get; set; }

    /// <summary>The answer to another question with which this one is asked; null when it always is.</summary>
    public PostingFormCondition? DisplayWhen { get; set; }

    /// <summary>SECTION: what is in it; null for questions.</summary>
    public KomboList<PostingFormBlock>? Children { get; set; }

    /// <summary>The label, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Label, QuestionId);
}
