namespace Kombo.Models;

/// <summary>A user of your system.</summary>
public sealed partial class ProvisionedUser : KomboObject
{
    /// <summary>The user's id in your system.</summary>
    public string? OriginId { get; set; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>The address, else the id in your system.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Email, OriginId);
}
