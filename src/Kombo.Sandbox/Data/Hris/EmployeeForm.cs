using System.Globalization;
using Kombo.Facts;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>The form for new employees, with all nine kinds of fields.</summary>
internal static class EmployeeForm
{
    /// <summary>The field that makes a pre-hire of the new employee.</summary>
    public const string PreHire = "createAsPreHire";

    /// <summary>The fields by key.</summary>
    public static KomboMap Fields { get; } = new()
    {
        ["firstName"] = Field("First name", "text", true, "first_name", new() { ["min_length"] = 1, ["max_length"] = 100, ["reg_exp"] = null }),
        ["lastName"] = Field("Last name", "text", true, "last_name", new() { ["min_length"] = 1, ["max_length"] = 100 }),
        ["workEmail"] = Field("Work e-mail", "text", false, "work_email", new() { ["reg_exp"] = @"^[^@\s]+@[^@\s]+$" }),
        ["startDate"] = Field("Start date", "date", true, "start_date"),
        ["jobTitle"] = Field("Job title", "text", false, "job_title"),
        ["yearlySalary"] = Field("Yearly salary", "number", false, "yearly_salary", new() { ["min"] = 0, ["max"] = 500_000 }),
        ["gender"] = Field("Gender", "single_select", false, "gender", Options(
            "gender", ("Female", "FEMALE", "f"), ("Male", "MALE", "m"), ("Non-binary", "NON_BINARY", "x"), ("Not specified", "NOT_SPECIFIED", 0))),
        ["legalEntity"] = Field("Legal entity", "single_select", false, "legal_entity_id", Elsewhere("/v1/hris/legal-entities")),
        ["languages"] = Field("Languages", "multi_select", false, null, Options("language", ("German", null, "de"), ("English", null, "en"), ("French", null, "fr")),
            new() { ["min_items"] = null, ["max_items"] = 3 }),
        [PreHire] = Field("Create as pre-hire", "checkbox", false, null),
        ["homeAddress"] = Field("Home address", "object", false, null, new()
        {
            ["properties"] = new KomboMap
            {
                ["street"] = Field("Street", "text", true, "home_address.street_1"),
                ["city"] = Field("City", "text", true, "home_address.city"),
                ["country"] = Field("Country", "single_select", true, "home_address.country", Options("country", ("Germany", "DE", "de"), ("Austria", "AT", "at"))),
            },
        }),
        ["keys"] = Field("Keys", "array", false, null, new()
        {
            ["item_type"] = Field("Key", "object", true, null, new()
            {
                ["properties"] = new KomboMap
                {
                    ["door"] = Field("Door", "text", true, null),
                    ["number"] = Field("Number", "number", false, null, new() { ["min"] = 0, ["max"] = 99 }),
                },
            }),
            ["min_items"] = null,
            ["max_items"] = 5,
        }),
        ["contract"] = Field("Contract", "file", false, null, new()
        {
            ["file_restrictions"] = new KomboMap { ["accepted_mime_types"] = Parts.List("application/pdf"), ["max_file_size"] = 10_000_000 },
        }),
    };

    /// <summary>Checks the values against the fields.</summary>
    /// <exception cref="SandboxException">A value does not fit, a required one is missing, or there is no such field.</exception>
    public static void Validate(KomboMap values) => BodyCheck.Check(ShapeOf(Fields), values, "properties");

    /// <summary>The fields as the shape of an object.</summary>
    private static Shape ShapeOf(KomboMap fields) => new()
    {
        Type = Shape.Object,
        Members = fields.ToDictionary(field => field.Key, field => FieldShape((KomboMap)field.Value!) with { Required = ((KomboMap)field.Value!)["required"] is true }, StringComparer.Ordinal),
    };

    private static Shape FieldShape(KomboMap field) => field["type"] switch
    {
        "text" => new Shape { Type = "text", MinLength = (int?)Limit(field, "min_length"), MaxLength = (int?)Limit(field, "max_length"), Pattern = field.TryGetValue("reg_exp", out var form) ? (string?)form : null },
        "number" => new Shape { Type = "number", Min = Limit(field, "min"), Max = Limit(field, "max") },
        "date" => new Shape { Type = "date" },
        "checkbox" => new Shape { Type = "boolean" },
        "single_select" => Choice(field),
        "multi_select" => new Shape { Type = Shape.List, Items = Choice(field), MaxItems = (int?)Limit(field, "max_items") },
        "object" => ShapeOf((KomboMap)field["properties"]!),
        "array" => new Shape { Type = Shape.List, Items = FieldShape((KomboMap)field["item_type"]!), MaxItems = (int?)Limit(field, "max_items") },
        _ => new Shape
        {
            Type = Shape.Object,
            Members = new Dictionary<string, Shape>
            {
                ["name"] = new() { Type = "text", Required = true, MinLength = 1 },
                ["content_type"] = new() { Type = "text" },
                ["data"] = new() { Type = "text" },
                ["data_url"] = new() { Type = "address" },
            },
        },
    };

    /// <summary>The id of an option; of options that are read elsewhere, any.</summary>
    private static Shape Choice(KomboMap field) => new()
    {
        Type = "text",
        MinLength = 1,
        Values = ((KomboMap)field["options"]!).TryGetValue("entries", out var entries) ? ((KomboList<object?>)entries!).Select(entry => (string)((KomboMap)entry!)["id"]!).ToArray() : null,
    };

    private static decimal? Limit(KomboMap field, string name) =>
        field.TryGetValue(name, out var limit) && limit is not null ? Convert.ToDecimal(limit, CultureInfo.InvariantCulture) : null;

    private static KomboMap Field(string label, string type, bool required, string? unifiedKey, KomboMap? more = null, KomboMap? evenMore = null)
    {
        var field = new KomboMap { ["label"] = label, ["required"] = required, ["description"] = null, ["type"] = type };
        if (unifiedKey is not null)
        {
            field["unified_key"] = unifiedKey;
        }

        foreach (var entry in (more ?? []).Concat(evenMore ?? []))
        {
            field[entry.Key] = entry.Value;
        }

        return field;
    }

    private static KomboMap Elsewhere(string link) => new() { ["options"] = new KomboMap { ["type"] = "referenced", ["link"] = link } };

    private static KomboMap Options(string kind, params (string Label, string? Unified, object RemoteId)[] options) => new()
    {
        ["options"] = new KomboMap
        {
            ["type"] = "inline",
            ["entries"] = new KomboList<object?>(options.Select((option, index) => Entry(Ids.Make("form " + kind, index), option.Label, option.Unified, option.RemoteId))),
        },
    };

    private static KomboMap Entry(string id, string label, string? unified, object remoteId)
    {
        var entry = new KomboMap { ["id"] = id, ["label"] = label };
        if (unified is not null)
        {
            entry["unified_value"] = unified;
        }

        entry["remote_id"] = remoteId;
        return entry;
    }
}
