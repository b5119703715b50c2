using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A link that opens Kombo's flow for connecting, reconnecting or setting up an integration. Whoever has it can use it.</summary>
[Model(Columns = [nameof(EndUserOrganizationName), nameof(IntegrationId), nameof(ExpiresAt), nameof(Uri)])]
public sealed partial class ConnectLink : KomboObject
{
    /// <summary>The address: for showKomboConnect in your own pages (EMBEDDED), or to be sent to the customer (MAGIC_LINK).</summary>
    [JsonPropertyName("link")]
    public Uri? Uri { get; set; }

    /// <summary>EMBEDDED or MAGIC_LINK, as it was asked for.</summary>
    public string? LinkType { get; set; }

    /// <summary>
    /// Until when the link works, in UTC: an hour for EMBEDDED, a year for MAGIC_LINK, counted from just before the request.
    /// Null for a type whose life time is not known.
    /// </summary>
    public DateTime? ExpiresAt { get; set; }

    /// <summary>The integration that the link is for; null for a new connection.</summary>
    public string? IntegrationId { get; set; }

    /// <summary>Your own id of the customer, as it was given for a new connection; null otherwise.</summary>
    public string? EndUserOriginId { get; set; }

    /// <summary>The name of the customer, as it was given for a new connection; null otherwise.</summary>
    public string? EndUserOrganizationName { get; set; }

    /// <summary>The customer's e-mail address, as it was given for a new connection; null otherwise.</summary>
    public string? EndUserEmail { get; set; }

    /// <summary>The addresses from which Kombo will reach the tool, for the customer's allow list; null unless fixed ones were asked for.</summary>
    public KomboList<string>? StaticIps { get; set; }

    /// <summary>The address.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Uri?.AbsoluteUri);
}
