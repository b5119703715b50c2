using System.Collections;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>
/// A parameter that identifies an entity. It takes an id, an object of that entity, or anything that has the entity's id
/// under its own name (<c>EmployeeId</c>). Kombo ids are unique within one model only, so another model's <c>Id</c> is refused.
/// </summary>
internal sealed class EntityIdAttribute : ArgumentTransformationAttribute
{
    private const string RemotePrefix = "remote:";

    /// <summary>Ids as text only.</summary>
    public EntityIdAttribute()
    {
    }

    /// <summary>Ids, and objects of a model.</summary>
    /// <param name="model">The model.</param>
    public EntityIdAttribute(Type model) => Entity = model.Name;

    /// <summary>Ids, and objects that name an entity which has no model of its own.</summary>
    /// <param name="entity">The entity's name.</param>
    public EntityIdAttribute(string entity) => Entity = entity;

    /// <summary>The entity's name; null when only text is taken.</summary>
    public string? Entity { get; }

    /// <summary>True when the API also takes <c>remote:</c> and the id in the connected tool.</summary>
    public bool AllowRemote { get; set; }

    /// <summary>True when the API wants the id that the entity has in the connected tool, bare, and not Kombo's.</summary>
    public bool IsRemote { get; set; }

    /// <summary>What rows and other objects that are no models may call the id, too: the parameter's own name, where that is another one.</summary>
    public string? Column { get; set; }

    /// <summary>The property that identifies an entity on any object.</summary>
    public static string PropertyOf(string entity) => entity + "Id";

    /// <summary>The id that an object carries for an entity.</summary>
    /// <param name="input">An object from the pipeline.</param>
    /// <param name="entity">The entity's name.</param>
    /// <param name="id">The id; null when the object names the entity but has none.</param>
    /// <returns>False when the object has nothing to do with the entity.</returns>
    public static bool TryRead(object input, string entity, out string? id) => TryReadProperty(input, PropertyOf(entity), out id);

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var input = inputData is PSObject { BaseObject: not PSCustomObject } wrapper ? wrapper.BaseObject : inputData;
        return input switch
        {
            null => null,
            string text => Checked(text),
            int or long when AllowRemote || IsRemote => Checked(inputData.ToString()!), // Tools have numbers for ids. At the prompt, the wrapper knows how one was written: 007.
            IEnumerable list when input is not (IDictionary or KomboObject) => list.Cast<object?>().Select(item => (string?)Transform(engineIntrinsics, item!)).ToArray(),
            _ => Checked(IdOf(input)),
        };
    }

    /// <summary>Why the API would not understand an id here; null when it may be sent.</summary>
    public string? RefusalOf(string id) => IsRemote
        ? id.StartsWith(RemotePrefix, StringComparison.Ordinal) ? $"'{id}': the API takes the bare id of the connected tool here, without '{RemotePrefix}'." : null
        : !AllowRemote && id.StartsWith(RemotePrefix, StringComparison.Ordinal)
        ? $"'{id}': the API takes Kombo's own id here, not an id of the connected tool."
        : null;

    private static bool TryReadProperty(object input, string property, out string? id)
    {
        if (input is PSObject { BaseObject: IDictionary } wrapper)
        {
            input = wrapper.BaseObject;
        }

        object? value;
        if (input is IDictionary map)
        {
            var key = map.Keys.Cast<object>().FirstOrDefault(key => property.Equals(key as string, StringComparison.OrdinalIgnoreCase));
            if (key is null)
            {
                id = null;
                return false;
            }

            value = map[key];
        }
        else
        {
            var found = PSObject.AsPSObject(input).Properties[property];
            if (found is null)
            {
                id = null;
                return false;
            }

            value = found.Value;
        }

        id = value is PSObject { BaseObject: string boxed } ? boxed : value as string;
        id = string.IsNullOrWhiteSpace(id) ? null : id;
        return true;
    }

    private string IdOf(object input)
    {
        if (Entity is null)
        {
            throw new ArgumentTransformationMetadataException($"An id is text, and this is {Describe(input)}. Pipe the object, or pass its id.");
        }

        var property = IsRemote ? Entity + "RemoteId" : PropertyOf(Entity);
        var isEntity = IsRemote && input is KomboObject && input.GetType().Name == Entity;
        if (!TryReadProperty(input, isEntity ? "RemoteId" : property, out var id)
            && (Column is null || input is KomboObject || !TryReadProperty(input, Column, out id)))
        {
            throw new ArgumentTransformationMetadataException(
                $"This is {Describe(input)}, which has no {property}: pass an id, {Article(Entity)} object, or an object with the property {property}.");
        }

        return id ?? throw new ArgumentTransformationMetadataException($"The {property} of {Describe(input)} is empty.");
    }

    private string Checked(string id) =>
        RefusalOf(id) is { } refusal ? throw new ArgumentTransformationMetadataException(refusal) : id;

    internal static string Describe(object input)
    {
        var value = input is PSObject wrapper ? wrapper.BaseObject : input;
        return value switch
        {
            PSCustomObject => "a custom object",
            KomboObject => $"{Article(value.GetType().Name)} object",
            _ => $"a value of type {value.GetType().Name}",
        };
    }

    private static string Article(string entity) => (entity[0] is 'A' or 'E' or 'I' or 'O' or 'U' ? "an " : "a ") + entity;
}
