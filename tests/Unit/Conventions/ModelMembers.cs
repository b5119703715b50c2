using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kombo.Tests;

/// <summary>What a model should read, told by its properties and by .NET's own naming policy.</summary>
internal static class ModelMembers
{
    /// <summary>The properties by their names on the wire.</summary>
    public static Dictionary<string, PropertyInfo> Of(Type model) => model
        .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(property => property.CanWrite && property.GetCustomAttribute<JsonIgnoreAttribute>() is null)
        .ToDictionary(property => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name), StringComparer.Ordinal);
}
