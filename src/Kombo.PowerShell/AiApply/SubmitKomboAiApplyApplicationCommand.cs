using System.Collections;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Hands in an application with AI Apply.</summary>
[Cmdlet(VerbsLifecycle.Submit, "KomboAiApplyApplication", SupportsShouldProcess = true)]
[OutputType(typeof(AiApplySubmission))]
[KomboOperation("POST", "ai-apply/apply")]
public sealed class SubmitKomboAiApplyApplicationCommand : RowWriteCommand<AiApplySubmission>
{
    /// <summary>The token of Request-KomboPostingForm; it works for 12 hours, and once.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Text]
    [FilledByModels(true)]
    [Body("submission_token", Required = true)]
    public string SubmissionToken { get; set; } = "";

    /// <summary>The candidate's e-mail address, to recognise duplicates.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Text]
    [Alias("Email")]
    [Body("candidate_email", Required = true)]
    public string CandidateEmail { get; set; } = "";

    /// <summary>The answers: a hashtable of question ids and answers. A file of Get-Item is an answer, too.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [Map]
    public IDictionary? Answer { get; set; }

    /// <summary>The answers as the API takes them: hashtables with question_id and answer.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Map(Several = true)]
    public IDictionary[]? ScreeningQuestionAnswer { get; set; }

    /// <summary>Parameters to append to the address of the posting, such as those that tell where a candidate comes from.</summary>
    [Parameter]
    [Map]
    [Body("query_params", TextValues = true)]
    public IDictionary? QueryParameter { get; set; }

    /// <summary>How many more times to open the posting, from 0 to 30.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Number(Whole = true, Min = 0, Max = 30, ByCulture = true)]
    [Body("additional_clicks")]
    public long? AdditionalClickCount { get; set; }

    /// <summary>Over how many minutes to spread these; 60 without it. Only with -AdditionalClickCount.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Number(Whole = true, Min = 1, ByCulture = true)]
    [Body("additional_clicks_scatter_duration")]
    public long? AdditionalClickScatterDuration { get; set; }

    /// <summary>All answers, as the API takes them.</summary>
    [Body("screening_question_answers", Required = true)]
    internal KomboList<object?>? AllAnswers { get; set; }

    /// <summary>Makes one list of the answers.</summary>
    /// <param name="given">The parameters that were given.</param>
    internal void TakeAnswers(ICollection<string> given)
    {
        var byId = given.Contains(nameof(Answer)) ? Answer : null;
        var ready = given.Contains(nameof(ScreeningQuestionAnswer)) ? ScreeningQuestionAnswer : null;
        if (byId is null && ready is null)
        {
            throw KomboException.InvalidInput(nameof(Answer), "it or -ScreeningQuestionAnswer is required. For a form without questions, use an empty hashtable.");
        }

        AllAnswers = new KomboList<object?>((ready ?? []).Select(answer => PlainValue.From(answer, nameof(ScreeningQuestionAnswer))));
        foreach (DictionaryEntry entry in byId ?? new Hashtable())
        {
            AllAnswers.Add(new KomboMap { ["question_id"] = PlainValue.Key(entry.Key, nameof(Answer)), ["answer"] = AnswerOf(entry.Value) });
        }
    }

    /// <inheritdoc/>
    private protected override KomboRequest Prepare(ICollection<string> given, KomboConnection connection)
    {
        TakeAnswers(given);
        return base.Prepare(given, connection);
    }

    private static object? AnswerOf(object? value) =>
        PlainValue.From(value, nameof(Answer), file => FilePayload.FromFile(file.FullName, null, null, nameof(Answer)));
}
