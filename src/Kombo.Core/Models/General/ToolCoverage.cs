namespace Kombo.Models;

/// <summary>What Kombo can read from and write to a tool.</summary>
public sealed partial class ToolCoverage : KomboObject
{
    /// <summary>What can be read, with the fields.</summary>
    public KomboList<ToolCapability>? ReadModels { get; set; }

    /// <summary>What can be written, with the inputs.</summary>
    public KomboList<ToolCapability>? WriteActions { get; set; }

    /// <summary>What else there is; features have no fields.</summary>
    public KomboList<ToolCapability>? Features { get; set; }

    /// <summary>How much of each there is.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{ReadModels?.Count ?? 0} read models, {WriteActions?.Count ?? 0} write actions, {Features?.Count ?? 0} features";
}
