namespace Kombo.Models;

/// <summary>When a question of an application form is asked.</summary>
public sealed partial class PostingFormCondition : KomboObject
{
    /// <summary>The question that decides.</summary>
    public string? QuestionId { get; set; }

    /// <summary>The answer that it must have: text, a number, a Boolean, a list of ids, or a file.</summary>
    public object? AnswerEquals { get; set; }

    /// <summary>The id of the question that decides.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(QuestionId);
}
