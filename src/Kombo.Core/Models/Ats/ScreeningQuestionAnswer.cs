namespace Kombo.Models;

/// <summary>A screening question and the answer that was given.</summary>
public sealed partial class ScreeningQuestionAnswer : KomboObject
{
    /// <summary>The question.</summary>
    public ScreeningAnswerQuestion? Question { get; set; }

    /// <summary>The answer.</summary>
    public ScreeningAnswer? Answer { get; set; }

    /// <summary>The question and the answer.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        var answer = Answer?.ToString();
        return string.IsNullOrEmpty(answer) ? FirstOf(Question?.ToString()) : $"{Question}: {answer}";
    }
}
