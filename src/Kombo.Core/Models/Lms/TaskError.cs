namespace Kombo.Models;

/// <summary>Why a task, or one item of it, failed.</summary>
public sealed partial class TaskError : KomboObject
{
    /// <summary>Kombo's error code; null when there is none.</summary>
    public string? Code { get; set; }

    /// <summary>A short description of the code; null when there is none.</summary>
    public string? Title { get; set; }

    /// <summary>What happened, for people.</summary>
    public string? Message { get; set; }

    /// <summary>The page in Kombo's dashboard with the details; null when there is none.</summary>
    public string? LogUrl { get; set; }

    /// <summary>The message, else the title, else the code.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Message, Title, Code);
}
