using System.Globalization;
using System.Text.RegularExpressions;
using Kombo.Models;
using static Kombo.Sandbox.Must;

namespace Kombo.Sandbox;

/// <summary>The form for new employees, with all nine kinds of fields.</summary>
internal static class EmployeeForm
{
    /// <summary>The field that makes a pre-hire of the new employee.</summary>
    public const string PreHire = "createAsPreHire";

    private static readonly Check Upload = File();

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
    public static void Validate(KomboMap values) => Validate(values, Fields, "properties");

    private static void Validate(KomboMap values, KomboMap fields, string path)
    {
        var members = fields.Select(field => new Member(
            field.Key, ((KomboMap)field.Value!)["required"] is true, (value, at) => Validate(value, (KomboMap)field.Value!, at)));
        Be([.. members])(values, path);
    }

    private static void Validate(object? value, KomboMap field, string path)
    {
        switch (field["type"])
        {
            case "text":
                Text(value, path);
                Demand(
                    ((string)value!).Length >= Limit(field, "min_length", 0) && ((string)value).Length <= Limit(field, "max_length", int.MaxValue), path, "too short or too long");
                Demand(!field.TryGetValue("reg_exp", out var form) || form is null || Regex.IsMatch((string)value, (string)form), path, "not of the right form");
                break;
            case "number":
                Number(value, path);
                var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
                Demand(number >= Limit(field, "min", double.MinValue) && number <= Limit(field, "max", double.MaxValue), path, "out of range");
                break;
            case "date":
                Must.Date(value, path);
                break;
            case "checkbox":
                Must.Boolean(value, path);
                break;
            case "single_select":
                Choose(value, field, path);
                break;
            case "multi_select":
                ListOf((item, at) => Choose(item, field, at))(value, path);
                Demand(((KomboList<object?>)value!).Count <= Limit(field, "max_items", int.MaxValue), path, "too long");
                break;
            case "object":
                Map(value, path);
                Validate((KomboMap)value!, (KomboMap)field["properties"]!, path);
                break;
            case "array":
                ListOf((item, at) => Validate(item, (KomboMap)field["item_type"]!, at))(value, path);
                Demand(((KomboList<object?>)value!).Count <= Limit(field, "max_items", int.MaxValue), path, "too long");
                break;
            default:
                Upload(value, path);
                break;
        }
    }

    private static void Choose(object? value, KomboMap field, string path)
    {
        FilledText(value, path);
        if (((KomboMap)field["options"]!).TryGetValue("entries", out var entries))
        {
            Demand(((KomboList<object?>)entries!).Any(entry => Equals(((KomboMap)entry!)["id"], value)), path, "not the id of an option");
        }
    }

    private static double Limit(KomboMap field, string name, double otherwise) =>
        field.TryGetValue(name, out var limit) && limit is not null ? Convert.ToDouble(limit, CultureInfo.InvariantCulture) : otherwise;

    private static void Demand(bool holds, string path, string problem)
    {
        if (!holds)
        {
            throw SandboxException.Invalid($"'{path}' is {problem}.");
        }
    }

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
