namespace Kombo.Models;

/// <summary>What an API key belongs to.</summary>
[Model(Columns = [nameof(EnvironmentId)])]
public sealed partial class ApiKeyInfo : KomboObject
{
    /// <summary>The id of the environment.</summary>
    public string? EnvironmentId { get; set; }

    /// <summary>Deprecated: the old name of <see cref="EnvironmentId"/>.</summary>
    public string? CustomerId { get; set; }

    /// <summary>The id of the environment.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(EnvironmentId, CustomerId);
}
