using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>Deprecated: a link that opens the setup of provisioning. Whoever has it can use it.</summary>
[Model(Columns = [nameof(ExpiresAt), nameof(Uri)])]
public sealed partial class ProvisioningSetupLink : KomboObject
{
    /// <summary>The address, for Kombo Connect in your own pages.</summary>
    [JsonPropertyName("url")]
    public Uri? Uri { get; set; }

    /// <summary>Until when the link works, in UTC; null when the API does not say.</summary>
    public DateTime? ExpiresAt { get; set; }

    /// <summary>The address.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Uri?.AbsoluteUri);
}
