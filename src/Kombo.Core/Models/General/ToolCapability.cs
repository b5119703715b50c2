namespace Kombo.Models;

/// <summary>A model, an action or a feature of a tool.</summary>
public sealed partial class ToolCapability : KomboObject
{
    /// <summary>The id, such as hris_employees or ats_create_candidate.</summary>
    public string? Id { get; set; }

    /// <summary>The name to show to people.</summary>
    public string? Label { get; set; }

    /// <summary>SUPPORTED, UNSUPPORTED (the tool cannot), NOT_IMPLEMENTED (the tool could, Kombo does not) or UNKNOWN.</summary>
    public string? CoverageStatus { get; set; }

    /// <summary>The fields of the model, or the inputs of the action; null for features.</summary>
    public KomboList<ToolCapabilityField>? Fields { get; set; }

    /// <summary>The name, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Label, Id);
}
