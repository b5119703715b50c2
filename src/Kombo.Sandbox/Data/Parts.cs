using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>Parts that several records have.</summary>
internal static class Parts
{
    public static KomboMap Address(string? street, string? zip, string? city, string? state, string? country) => new()
    {
        ["city"] = city,
        ["country"] = country,
        ["raw"] = street is null ? null : $"{street}\n{zip} {city}",
        ["state"] = state,
        ["street_1"] = street,
        ["street_2"] = null,
        ["zip_code"] = zip,
    };

    /// <summary>A list.</summary>
    public static KomboList<object?> List(params object?[] items) => new(items);

    /// <summary>A value of a field of the source that is passed through.</summary>
    public static KomboMap IntegrationField(string key, object? value, string? label) => new()
    {
        ["id"] = Ids.Make("integration field " + key, 0),
        ["key"] = key,
        ["type"] = "CUSTOM",
        ["value"] = value,
        ["label"] = label,
    };

    /// <summary>The members that rows of simple lists end with.</summary>
    public static KomboMap Tracked(this KomboMap map, string changedAt, string? deletedAt = null)
    {
        map["remote_data"] = null;
        map["changed_at"] = changedAt;
        map["remote_deleted_at"] = deletedAt;
        return map;
    }
}
