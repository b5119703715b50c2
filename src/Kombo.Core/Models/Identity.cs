using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>What makes an object the same as another one: its entity and its Kombo id, which is unique within the entity only.</summary>
internal sealed class Identity
{
    private static readonly ConcurrentDictionary<Type, (string Entity, Func<object, string?>? Id)> Kinds = new();

    private readonly string _entity;
    private readonly string _id;

    private Identity(string entity, string id)
    {
        _entity = entity;
        _id = id;
    }

    /// <summary>The identity of an object; null when it has no id.</summary>
    public static Identity? Of(KomboObject model)
    {
        var (entity, read) = Kinds.GetOrAdd(model.GetType(), Kind);
        return read?.Invoke(model) is { Length: > 0 } id ? new Identity(entity, id) : null;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Identity other && _entity == other._entity && _id == other._id;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_id);

    /// <summary>Orders by id; null comes first.</summary>
    public int CompareTo(Identity? other) => other is null ? 1
        : string.CompareOrdinal(_id, other._id) is not 0 and var order ? order
        : string.CompareOrdinal(_entity, other._entity);

    /// <summary>
    /// Entities and their short forms name the id after the entity, too (<c>EmployeeId</c> on an employee and on a manager). What
    /// has an id and no such name is an entity of its own.
    /// </summary>
    private static (string Entity, Func<object, string?>? Id) Kind(Type model)
    {
        if (model.GetProperty(nameof(IEntity.Id)) is not { } id || id.PropertyType != typeof(string))
        {
            return ("", null);
        }

        var names = model.GetProperties()
            .Where(property => !property.CanWrite && property.PropertyType == typeof(string) && property.GetCustomAttribute<JsonIgnoreAttribute>() is not null && property.Name.EndsWith("Id", StringComparison.Ordinal))
            .Select(property => property.Name)
            .ToList();
        var own = model.Name + "Id";
        return (names.Contains(own) || names.Count == 0 ? own : names[0], instance => (string?)id.GetValue(instance));
    }
}
