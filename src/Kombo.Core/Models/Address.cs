using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A postal address.</summary>
public sealed partial class Address : KomboObject
{
    /// <summary>The city.</summary>
    public string? City { get; set; }

    /// <summary>The country: ISO 3166 alpha-2 where it was recognised, else the text of the source.</summary>
    public string? Country { get; set; }

    /// <summary>The address as one text, where the source has no parts.</summary>
    public string? Raw { get; set; }

    /// <summary>The state or region.</summary>
    public string? State { get; set; }

    /// <summary>The first address line.</summary>
    [JsonPropertyName("street_1")]
    public string? Street1 { get; set; }

    /// <summary>The second address line.</summary>
    [JsonPropertyName("street_2")]
    public string? Street2 { get; set; }

    /// <summary>The postal code.</summary>
    public string? ZipCode { get; set; }

    /// <summary>The address on one line.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        var parts = new[] { Street1, Street2, FirstOf($"{ZipCode} {City}"), State, Country };
        return FirstOf(string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part))), Raw);
    }
}
