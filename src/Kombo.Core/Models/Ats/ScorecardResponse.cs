using System.Collections;
using System.Globalization;

namespace Kombo.Models;

/// <summary>A question of a scorecard, and the answer to it.</summary>
public sealed partial class ScorecardResponse : KomboObject
{
    /// <summary>The question's id in the connected tool; null for an overall rating or a summary outside of the questions.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The question.</summary>
    public string? Label { get; set; }

    /// <summary>More about the question; null when there is nothing.</summary>
    public string? Description { get; set; }

    /// <summary>Whether the question must be answered; null when not known.</summary>
    public bool? Required { get; set; }

    /// <summary>TEXT, BOOLEAN, NUMBER, DATE, SINGLE_SELECT, MULTI_SELECT, or another text.</summary>
    public string? Type { get; set; }

    /// <summary>What can be chosen, for SINGLE_SELECT and MULTI_SELECT.</summary>
    public KomboList<ScorecardOption>? Options { get; set; }

    /// <summary>
    /// The answer, by the type: a text, a Boolean value, a number, a date as text, a map with the label of the choice, or a list
    /// of such maps; null when there is no answer.
    /// </summary>
    public object? Answer { get; set; }

    /// <summary>The question and the answer; of choices, their labels.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Shown(Answer) is { Length: > 0 } answer ? $"{Label}: {answer}" : null, Label, RemoteId);

    private static string? Shown(object? answer) => answer switch
    {
        KomboMap choice when choice.TryGetValue("label", out var label) => Convert.ToString(label, CultureInfo.InvariantCulture),
        IEnumerable choices when answer is not (string or KomboMap) => string.Join(", ", choices.Cast<object?>().Select(Shown)),
        _ => Convert.ToString(answer, CultureInfo.InvariantCulture),
    };
}
