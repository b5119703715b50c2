namespace Kombo.Models;

/// <summary>
/// Kombo has stored changes of AI Apply's data, such as postings. The event tells which kinds of data, not which records. The
/// names of its members are an assumption: what is named otherwise is in AdditionalData and in Payload.
/// </summary>
public sealed partial class AiApplyDataChangedEvent : WebhookEvent
{
    /// <summary>The kinds of data that changed.</summary>
    public KomboList<ChangedModel>? ChangedModels { get; set; }

    /// <summary>The names of the changed models.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(ChangedModels?.ToString(), Type);
}
