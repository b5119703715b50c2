namespace Kombo.Models;

/// <summary>The customer whose tool is connected.</summary>
public sealed partial class IntegrationEndUser : KomboObject
{
    /// <summary>The customer's name.</summary>
    public string? OrganizationName { get; set; }

    /// <summary>The e-mail address of the person who connected the tool; null also when it is not a valid one.</summary>
    public string? CreatorEmail { get; set; }

    /// <summary>Your own id of the customer, as given when the connection link was made; null when none was.</summary>
    public string? OriginId { get; set; }

    /// <summary>The customer's name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(OrganizationName, OriginId, CreatorEmail);
}
