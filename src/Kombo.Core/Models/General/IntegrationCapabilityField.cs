namespace Kombo.Models;

/// <summary>A field of a model, or an input of an action, as an integration supports it.</summary>
public sealed partial class IntegrationCapabilityField : KomboObject
{
    /// <summary>The key, such as first_name or candidate.first_name.</summary>
    public string? Id { get; set; }

    /// <summary>Whether it can be used: supported, enabled and not declined.</summary>
    public bool? IsAvailable { get; set; }

    /// <summary>SUPPORTED, UNSUPPORTED (the tool cannot), NOT_IMPLEMENTED (the tool could, Kombo does not) or UNKNOWN.</summary>
    public string? CoverageStatus { get; set; }

    /// <summary>Your scope configuration: ENABLED, DISABLED or OPTIONAL. Null for inputs of actions.</summary>
    public string? ScopeConfigSetting { get; set; }

    /// <summary>Whether the customer declined it when connecting; null for inputs of actions.</summary>
    public bool? OptedOutByCustomer { get; set; }

    /// <summary>The key.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Id);
}
