using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>Who is to be created in and removed from your system, compared with the HR tool.</summary>
[Model(Columns = [nameof(Users)])]
public sealed partial class ProvisioningDiff : KomboObject
{
    /// <summary>The users, by what is to be done.</summary>
    public ProvisioningUsers? Users { get; set; }

    /// <summary>The same as in <see cref="Users"/>: who is in the HR tool and not in your system.</summary>
    [JsonIgnore]
    public KomboList<ProvisioningCandidate>? ToProvision => Users?.ToProvision;

    /// <summary>The same as in <see cref="Users"/>: who is in your system and no longer in the HR tool, or filtered out.</summary>
    [JsonIgnore]
    public KomboList<ProvisionedUser>? ToDeprovision => Users?.ToDeprovision;

    /// <summary>The same as in <see cref="Users"/>: who is in both.</summary>
    [JsonIgnore]
    public KomboList<ProvisionedEmployee>? AlreadyProvisioned => Users?.AlreadyProvisioned;

    /// <summary>How many users there are of each kind.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Users?.ToString());
}
