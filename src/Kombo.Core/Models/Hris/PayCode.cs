namespace Kombo.Models;

/// <summary>A salary type of the connected tool.</summary>
public sealed partial class PayCode : KomboObject
{
    /// <summary>The id in the connected tool.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The name in the connected tool; null when there is none.</summary>
    public string? RemoteLabel { get; set; }

    /// <summary>The name, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(RemoteLabel, RemoteId);
}
