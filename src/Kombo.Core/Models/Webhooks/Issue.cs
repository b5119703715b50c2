namespace Kombo.Models;

/// <summary>A problem that Kombo has found.</summary>
public sealed partial class Issue : KomboObject
{
    /// <summary>The Kombo id of the problem.</summary>
    public string Id { get; set; } = "";

    /// <summary>The kind of problem, such as integration.authentication_failed; more can appear.</summary>
    public string? Type { get; set; }

    /// <summary>The problem in a few words.</summary>
    public string? Title { get; set; }

    /// <summary>OPEN, RESOLVED, or another text.</summary>
    public string? Status { get; set; }

    /// <summary>The problem, and what to do, in Markdown.</summary>
    public string? MarkdownMessage { get; set; }

    /// <summary>When it was first observed, in UTC; when it comes back, this begins again.</summary>
    public DateTime? FirstObservedAt { get; set; }

    /// <summary>When it was solved, in UTC; null while it is not.</summary>
    public DateTime? ResolvedAt { get; set; }

    /// <summary>The title, else the kind, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Title, Type, Id);
}
