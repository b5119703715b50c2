using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Kombo.Models;

namespace Kombo.Json;

/// <summary>How one model is read: its source-generated metadata under the options that all models share.</summary>
/// <typeparam name="T">A class with a <see cref="ModelAttribute"/>.</typeparam>
internal static class ModelJson<T>
{
    public static JsonTypeInfo<T> Info { get; } = Create();

    private static JsonTypeInfo<T> Create()
    {
        var model = typeof(T).GetCustomAttribute<ModelAttribute>()
            ?? throw new InvalidOperationException($"{typeof(T).Name} has no [Model] attribute.");
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            NumberHandling = JsonNumberHandling.AllowReadingFromString,
            MaxDepth = PlainJson.MaxDepth,
            TypeInfoResolver = ((IJsonTypeInfoResolver)Activator.CreateInstance(model.Json)!).WithAddedModifier(FreeNames),
            Converters = { new PlainValueConverter(), new KomboMapConverter(), new TextConverter(), new NumberConverter(), new AmountConverter(), new InstantConverter() },
        };
        options.MakeReadOnly();
        return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
    }

    /// <summary>
    /// Takes out what is computed and not read, such as <c>EmployeeId</c>: the serializer drops members of the answer that
    /// have such a name (<c>employee_id</c>), where they must be kept like all others that have no property.
    /// </summary>
    private static void FreeNames(JsonTypeInfo type)
    {
        for (var index = type.Properties.Count - 1; index >= 0; index--)
        {
            if (type.Properties[index] is { Set: null, IsExtensionData: false })
            {
                type.Properties.RemoveAt(index);
            }
        }
    }
}
