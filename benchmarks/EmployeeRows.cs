using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Kombo.Benchmarks;

/// <summary>Full employees as JSON, about 2 KB each, serialised once: a list of any length repeats them, with ids of their own if asked for.</summary>
internal sealed class EmployeeRows
{
    private const int Distinct = 4000;

    private static readonly string[] FirstNames = ["Anna", "Björn", "Chloé", "Dmitri", "Emine", "Felix", "Grace", "Hiro", "Inés", "Jürgen"];
    private static readonly string[] LastNames = ["Müller", "Schmidt", "Öztürk", "Nowak", "García", "Okafor", "Lindqvist", "Rossi", "Kowalski", "Tanaka", "Weber"];
    private static readonly string[] Titles = ["Software Engineer", "Account Executive", "People Partner", "Controller", "Support Specialist", "Product Manager", "Recruiter"];
    private static readonly string[] Cities = ["Berlin", "Hamburg", "München", "Köln", "Leipzig"];

    private readonly byte[] _json;
    private readonly int[] _starts = new int[Distinct + 1];

    public EmployeeRows()
    {
        using var stream = new MemoryStream();
        for (var index = 0; index < Distinct; index++)
        {
            _starts[index] = (int)stream.Position;
            using (var writer = new Utf8JsonWriter(stream))
            {
                Write(writer, index);
            }

            stream.WriteByte((byte)',');
        }

        _starts[Distinct] = (int)stream.Position;
        _json = stream.ToArray();
    }

    /// <summary>The size of a row, on average.</summary>
    public int BytesPerRow => _json.Length / Distinct;

    /// <summary>The rows as the content of a JSON array.</summary>
    /// <param name="first">The number of the first row.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="distinct">Whether each row has another id, however long the list.</param>
    public List<ArraySegment<byte>> Slice(int first, int count, bool distinct)
    {
        var parts = new List<ArraySegment<byte>>();
        while (count > 0)
        {
            var from = first % Distinct;
            var rows = Math.Min(count, Distinct - from);
            var length = _starts[from + rows] - _starts[from];
            var part = new ArraySegment<byte>(_json, _starts[from], count == rows ? length - 1 : length);
            parts.Add(distinct ? WithIds(part, first, rows) : part);
            count -= rows;
            first += rows;
        }

        return parts;
    }

    /// <summary>A copy in which the ids count on: each row begins with its id.</summary>
    private ArraySegment<byte> WithIds(ArraySegment<byte> part, int first, int rows)
    {
        var copy = part.ToArray();
        for (var row = 0; row < rows; row++)
        {
            var start = _starts[(first + row) % Distinct] - part.Offset;
            Encoding.ASCII.GetBytes($$"""{"id":"{{Id('e', first + row)}}""", copy.AsSpan(start));
        }

        return copy;
    }

    private static void Write(Utf8JsonWriter json, int index)
    {
        var first = FirstNames[index % FirstNames.Length];
        var last = LastNames[index % LastNames.Length];
        var mail = string.Create(CultureInfo.InvariantCulture, $"person{index}@example.com");
        json.WriteStartObject();
        json.WriteString("id", Id('e', index));
        json.WriteString("remote_id", (10_000 + index).ToString(CultureInfo.InvariantCulture));
        json.WriteString("employee_number", "E" + index.ToString("D5", CultureInfo.InvariantCulture));
        json.WriteString("first_name", first);
        json.WriteString("last_name", last);
        json.WriteString("nationality", "DE");
        json.WriteString("display_full_name", $"{first} {last}");
        json.WriteString("job_title", Titles[index % Titles.Length]);
        json.WriteString("work_email", mail);
        json.WriteString("personal_email", "private." + mail);
        json.WriteString("mobile_phone_number", "+49 30 23125 " + (index % 1000).ToString("D3", CultureInfo.InvariantCulture));
        json.WriteString("ssn", "12 345678 M 901");
        json.WriteString("tax_id", "12345678901");
        json.WriteString("gender", index % 2 == 0 ? "FEMALE" : "MALE");
        json.WriteNull("ethnicity");
        json.WriteString("marital_status", "MARRIED");
        json.WriteString("employment_status", "ACTIVE");
        json.WriteString("employment_type", "FULL_TIME");
        json.WriteNumber("weekly_hours", 38.5);
        json.WriteNull("avatar");
        json.WriteString("work_location_id", Id('l', index % Cities.Length));
        json.WriteString("legal_entity_id", Id('n', 1));
        json.WriteString("manager_id", Id('e', index / 8));
        json.WriteString("date_of_birth", "1986-07-23T00:00:00.000Z");
        json.WriteString("start_date", "2019-04-01T00:00:00.000Z");
        json.WriteNull("termination_date");
        json.WriteString("remote_created_at", "2019-03-15T09:12:44.123Z");
        json.WriteString("changed_at", "2025-11-03T17:05:12.456Z");
        json.WriteNull("remote_deleted_at");
        WriteAddress(json, "home_address", index);
        json.WriteStartArray("bank_accounts");
        json.WriteStartObject();
        json.WriteString("iban", "DE02500105170137075030");
        json.WriteString("bic", "INGDDEFF");
        json.WriteNull("account_number");
        json.WriteString("holder_name", $"{first} {last}");
        json.WriteString("bank_name", "ING-DiBa");
        json.WriteNull("domestic_bank_routing");
        json.WriteEndObject();
        json.WriteEndArray();
        WriteEmployment(json, index);
        json.WriteStartArray("groups");
        WriteGroup(json, index % 7, "Engineering", "DEPARTMENT");
        WriteGroup(json, index % 30, "Team " + (index % 30).ToString(CultureInfo.InvariantCulture), "TEAM");
        json.WriteEndArray();
        json.WriteStartObject("work_location");
        json.WriteString("id", Id('l', index % Cities.Length));
        json.WriteString("remote_id", "7");
        json.WriteString("name", "Office " + Cities[index % Cities.Length]);
        json.WriteString("type", "OFFICE");
        WriteAddress(json, "address", index);
        json.WriteEndObject();
        json.WriteStartObject("legal_entity");
        json.WriteString("id", Id('n', 1));
        json.WriteString("remote_id", "1");
        json.WriteString("name", "Example GmbH");
        json.WriteEndObject();
        json.WriteStartObject("manager");
        json.WriteString("id", Id('e', index / 8));
        json.WriteString("remote_id", (10_000 + (index / 8)).ToString(CultureInfo.InvariantCulture));
        json.WriteString("first_name", "Marta");
        json.WriteString("last_name", "Nowak");
        json.WriteString("display_full_name", "Marta Nowak");
        json.WriteString("work_email", "marta.nowak@example.com");
        json.WriteString("employment_status", "ACTIVE");
        json.WriteEndObject();
        WriteCustomFields(json, index);
        json.WriteStartArray("integration_fields");
        json.WriteEndArray();
        json.WriteNull("remote_data");
        json.WriteEndObject();
    }

    private static void WriteAddress(Utf8JsonWriter json, string name, int index)
    {
        json.WriteStartObject(name);
        json.WriteString("city", Cities[index % Cities.Length]);
        json.WriteString("country", "DE");
        json.WriteNull("raw");
        json.WriteNull("state");
        json.WriteString("street_1", "Lindenstraße " + (index % 180).ToString(CultureInfo.InvariantCulture));
        json.WriteNull("street_2");
        json.WriteString("zip_code", (10_115 + (index % 80_000)).ToString(CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void WriteEmployment(Utf8JsonWriter json, int index)
    {
        json.WriteStartArray("employments");
        json.WriteStartObject();
        json.WriteString("id", Id('c', index));
        json.WriteString("remote_id", (70_000 + index).ToString(CultureInfo.InvariantCulture));
        json.WriteString("employee_id", Id('e', index));
        json.WriteString("job_title", Titles[index % Titles.Length]);
        json.WriteString("employment_type", "FULL_TIME");
        json.WriteString("effective_date", "2019-04-01T00:00:00.000Z");
        json.WriteNumber("pay_rate", 4200 + (index % 900));
        json.WriteString("pay_period", "MONTH");
        json.WriteString("pay_frequency", "MONTHLY");
        json.WriteString("pay_currency", "EUR");
        json.WriteNull("custom_fields");
        json.WriteString("changed_at", "2025-10-28T08:00:00.000Z");
        json.WriteNull("remote_deleted_at");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteGroup(Utf8JsonWriter json, int index, string name, string type)
    {
        json.WriteStartObject();
        json.WriteString("id", Id('g', index));
        json.WriteString("remote_id", index.ToString(CultureInfo.InvariantCulture));
        json.WriteString("name", name);
        json.WriteString("type", type);
        json.WriteEndObject();
    }

    private static void WriteCustomFields(Utf8JsonWriter json, int index)
    {
        json.WriteStartObject("custom_fields");
        json.WriteString("shirt_size", "L");
        json.WriteNumber("remote_days", index % 6);
        json.WriteBoolean("first_aider", index % 10 == 0);
        json.WriteStartObject("equipment");
        json.WriteString("laptop", "14 inch");
        json.WriteStartArray("keys");
        json.WriteStringValue("A-417");
        json.WriteNumberValue(index % 9);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Id(char kind, int index) => kind + index.ToString("D23", CultureInfo.InvariantCulture);
}
