using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A field of the connected tool's own, which can be switched on for pass-through or mapped to a custom field.</summary>
[Model(Columns = [nameof(Id), nameof(Model), nameof(Key), nameof(Label), nameof(Type), nameof(IsPassthroughEnabled)])]
public sealed partial class IntegrationField : KomboObject, IEntity
{
    /// <summary>The id, unique among integration fields.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string IntegrationFieldId => Id;

    /// <summary>The field's key in the source.</summary>
    public string? Key { get; set; }

    /// <summary>The field's label; null when it has none.</summary>
    public string? Label { get; set; }

    /// <summary>The model the field belongs to, such as hris_employees.</summary>
    public string? Model { get; set; }

    /// <summary>DEFAULT (part of the tool) or CUSTOM (made by its users).</summary>
    public string? Type { get; set; }

    /// <summary>Whether the field is delivered among the integration fields of its model.</summary>
    public bool? IsPassthroughEnabled { get; set; }

    /// <summary>Deprecated: always false.</summary>
    public bool? IsWritable { get; set; }

    /// <summary>The field's label, else its key, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Label, Key, Id);
}
