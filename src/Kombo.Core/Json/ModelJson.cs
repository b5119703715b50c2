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
            TypeInfoResolver = (IJsonTypeInfoResolver)Activator.CreateInstance(model.Json)!,
            Converters = { new PlainValueConverter(), new KomboMapConverter(), new TextConverter(), new InstantConverter() },
        };
        options.MakeReadOnly();
        return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
    }
}
