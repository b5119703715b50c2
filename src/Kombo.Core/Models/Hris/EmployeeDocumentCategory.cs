using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A kind of document that the connected tool files for employees, such as contracts.</summary>
[Model(Columns = [nameof(Id), nameof(Name), nameof(RemoteId)])]
public sealed partial class EmployeeDocumentCategory : SyncedEntity, IEntity
{
    /// <summary>The Kombo id, unique among document categories.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string EmployeeDocumentCategoryId => Id;

    /// <summary>The id in the connected tool; it may be put together from several, and null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The category's name.</summary>
    public string? Name { get; set; }

    /// <summary>The category's name, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name, Id);
}
