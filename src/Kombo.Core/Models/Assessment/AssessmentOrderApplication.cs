namespace Kombo.Models;

/// <summary>The application of an assessment order.</summary>
public sealed partial class AssessmentOrderApplication : KomboObject
{
    /// <summary>The id in the connected tool; null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The id in the connected tool.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(RemoteId);
}
