namespace Kombo.Models;

/// <summary>A choice of a question of a scorecard.</summary>
public sealed partial class ScorecardOption : KomboObject
{
    /// <summary>The id in the connected tool; null when there is none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The choice as people see it.</summary>
    public string? Label { get; set; }

    /// <summary>The choice as people see it, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Label, RemoteId);
}
