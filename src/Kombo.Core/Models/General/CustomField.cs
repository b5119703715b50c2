using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A field of your own, and the field of the connected tool that fills it.</summary>
[Model(Columns = [nameof(Id), nameof(Model), nameof(Key), nameof(Label), nameof(IntegrationField)])]
public sealed partial class CustomField : KomboObject, IEntity
{
    /// <summary>The id, unique among custom fields.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string CustomFieldId => Id;

    /// <summary>The key under which the value appears in the custom fields of the model's objects.</summary>
    public string? Key { get; set; }

    /// <summary>The name to show to people; null when it has none.</summary>
    public string? Label { get; set; }

    /// <summary>What the field is for; null when nobody has said.</summary>
    public string? Description { get; set; }

    /// <summary>The model the field belongs to, such as hris_employees.</summary>
    public string? Model { get; set; }

    /// <summary>The field of the connected tool that fills this one; null while none does.</summary>
    public IntegrationFieldReference? IntegrationField { get; set; }

    /// <summary>The field's label, else its key, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Label, Key, Id);
}
