namespace Kombo.Models;

/// <summary>Kombo has stored changes of an integration's data. The event tells which kinds of data, not which records.</summary>
public sealed partial class DataChangedEvent : WebhookEvent
{
    /// <summary>The connected tool, such as personio.</summary>
    public string? IntegrationTool { get; set; }

    /// <summary>HRIS, ATS, ASSESSMENT or LMS.</summary>
    public string? IntegrationCategory { get; set; }

    /// <summary>The kinds of data that changed.</summary>
    public KomboList<ChangedModel>? ChangedModels { get; set; }

    /// <summary>The names of the changed models.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(ChangedModels?.ToString(), Type);
}
