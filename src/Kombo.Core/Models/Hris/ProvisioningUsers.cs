namespace Kombo.Models;

/// <summary>Users by what is to be done with them.</summary>
public sealed partial class ProvisioningUsers : KomboObject
{
    /// <summary>Who is in the HR tool and passes its filters, and is not in your system.</summary>
    public KomboList<ProvisioningCandidate>? ToProvision { get; set; }

    /// <summary>Who is in your system and no longer in the HR tool, or filtered out.</summary>
    public KomboList<ProvisionedUser>? ToDeprovision { get; set; }

    /// <summary>Who is in both.</summary>
    public KomboList<ProvisionedEmployee>? AlreadyProvisioned { get; set; }

    /// <summary>How many users there are of each kind.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{ToProvision?.Count ?? 0} to provision, {ToDeprovision?.Count ?? 0} to deprovision, {AlreadyProvisioned?.Count ?? 0} already provisioned");
}
