namespace Kombo.PowerShell;

/// <summary>A row that a run of Sync-KomboDatabase has changed in the database, as -PassThru writes it.</summary>
public sealed class KomboChange
{
    internal KomboChange(string model, string integrationId, string id, string kind, object? value)
    {
        Model = model;
        IntegrationId = integrationId;
        Id = id;
        Kind = kind;
        Object = value;
    }

    /// <summary>The model, such as Employee.</summary>
    public string Model { get; }

    /// <summary>The integration.</summary>
    public string IntegrationId { get; }

    /// <summary>The Kombo id of the object.</summary>
    public string Id { get; }

    /// <summary>Inserted, Updated or Deleted.</summary>
    public string Kind { get; }

#pragma warning disable CA1720 // It is what scripts read here, whatever its class is.
    /// <summary>The object, as its Get cmdlet would return it.</summary>
    public object? Object { get; }
#pragma warning restore CA1720

    /// <summary>What happened to which object.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Model} {Id}: {Kind}";
}
