using System.Text.Json;
using Kombo.Json;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>GET hris/employees.</summary>
internal sealed class GetEmployees : ListRoute<Employees>
{
    private static readonly string[] Statuses = ["ACTIVE", "PENDING", "INACTIVE", "LEAVE"];

    /// <inheritdoc/>
    public override string Template => "hris/employees";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters =>
    [
        Filter.Enum("employment_status", "employment_status", Statuses),
        Filter.Enums("employment_statuses", "employment_status", Statuses),
        Filter.List("group_ids", row => ((KomboList<object?>)row[Employees.GroupIds]!).Cast<string>()),
        Filter.List("legal_entity_ids", "legal_entity_id"),
        Filter.List("work_location_ids", "work_location_id"),
        Filter.List("work_emails", row => [row.Text("work_email")], ignoreCase: true),
        Filter.List("personal_emails", row => [row.Text("personal_email")], ignoreCase: true),
        new Filter("custom_fields", CustomField),
    ];

    /// <summary>One pair of a key and a plain value, as JSON.</summary>
    private static Func<Row, bool> CustomField(string value, Database database)
    {
        KomboMap? map = null;
        try
        {
            map = PlainJson.Parse(System.Text.Encoding.UTF8.GetBytes(value)) as KomboMap;
        }
        catch (JsonException)
        {
            // Said below.
        }

        if (map is not { Count: 1 } || map.Values.First() is KomboMap or KomboList<object?>)
        {
            throw Filter.Wrong("custom_fields", "it must be a JSON object with one key and a text, a number, a boolean or null");
        }

        var wanted = map.First();
        return row => row["custom_fields"] is KomboMap fields && fields.TryGetValue(wanted.Key, out var content)
            && PlainJson.ToText(content) == PlainJson.ToText(wanted.Value);
    }
}
