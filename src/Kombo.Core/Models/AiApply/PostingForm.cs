using System.Globalization;
using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>The application form of a posting, with the token to hand an application in with.</summary>
[Model(Columns = [nameof(Questions), nameof(SubmissionToken)])]
public sealed partial class PostingForm : KomboObject
{
    /// <summary>The questions, and sections that hold questions.</summary>
    public KomboList<PostingFormBlock>? ApplicationForm { get; set; }

    /// <summary>All questions of the form, those in sections included.</summary>
    [JsonIgnore]
    public KomboList<PostingFormBlock> Questions => QuestionsOf(ApplicationForm);

    /// <summary>The token that an application needs. Use it within 12 hours, and once.</summary>
    public string? SubmissionToken { get; set; }

    /// <summary>The questions of a form, those in sections included.</summary>
    internal static KomboList<PostingFormBlock> QuestionsOf(IEnumerable<PostingFormBlock>? form) => new(Flatten(form));

    private static IEnumerable<PostingFormBlock> Flatten(IEnumerable<PostingFormBlock>? blocks) =>
        (blocks ?? []).OfType<PostingFormBlock>().SelectMany(block => block.BlockType == "SECTION" ? Flatten(block.Children) : [block]);

    /// <summary>How many questions there are.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} questions", Questions.Count);
}
