namespace Kombo.Models;

/// <summary>A field of a model, or an input of an action.</summary>
public sealed partial class ToolCapabilityField : KomboObject
{
    /// <summary>The key, such as first_name or candidate.first_name.</summary>
    public string? Id { get; set; }

    /// <summary>SUPPORTED, UNSUPPORTED (the tool cannot), NOT_IMPLEMENTED (the tool could, Kombo does not) or UNKNOWN.</summary>
    public string? CoverageStatus { get; set; }

    /// <summary>The key.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Id);
}
