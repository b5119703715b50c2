using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>What an API key belongs to.</summary>
[Model(typeof(ApiKeyInfoJson), Columns = [nameof(EnvironmentId)])]
public sealed class ApiKeyInfo : KomboObject
{
    /// <summary>The id of the environment.</summary>
    public string? EnvironmentId { get; set; }

    /// <summary>Deprecated: the old name of <see cref="EnvironmentId"/>.</summary>
    public string? CustomerId { get; set; }

    /// <summary>The id of the environment.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(EnvironmentId, CustomerId);
}

/// <summary>Serializer metadata of <see cref="ApiKeyInfo"/>.</summary>
[JsonSerializable(typeof(ApiKeyInfo))]
internal sealed partial class ApiKeyInfoJson : JsonSerializerContext;
