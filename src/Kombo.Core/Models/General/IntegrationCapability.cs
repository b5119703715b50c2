namespace Kombo.Models;

/// <summary>A model that an integration can read, or an action it can carry out.</summary>
public sealed partial class IntegrationCapability : KomboObject
{
    /// <summary>The id, such as hris_employees or ats_create_candidate.</summary>
    public string? Id { get; set; }

    /// <summary>The name to show to people.</summary>
    public string? Label { get; set; }

    /// <summary>Whether it can be used: supported, enabled and not declined.</summary>
    public bool? IsAvailable { get; set; }

    /// <summary>SUPPORTED, UNSUPPORTED (the tool cannot), NOT_IMPLEMENTED (the tool could, Kombo does not) or UNKNOWN.</summary>
    public string? CoverageStatus { get; set; }

    /// <summary>Your scope configuration: ENABLED, DISABLED or OPTIONAL.</summary>
    public string? ScopeConfigSetting { get; set; }

    /// <summary>Whether the customer declined it when connecting.</summary>
    public bool? OptedOutByCustomer { get; set; }

    /// <summary>The fields of the model, or the inputs of the action.</summary>
    public KomboList<IntegrationCapabilityField>? Fields { get; set; }

    /// <summary>The name, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Label, Id);
}
