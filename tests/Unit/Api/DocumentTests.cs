using System.Text.Json;
using Kombo.Api;
using Kombo.Facts;

namespace Kombo.Tests;

/// <summary>The tool in api: it reads the vendor's document, writes facts, and finds what another version says otherwise.</summary>
public sealed class DocumentTests
{
    private const string Paths = """
        "/hris/desks": {
          "get": {
            "description": "<Note>This endpoint requires the permission **Read desks** to be enabled.</Note> <Warning>**Closed Beta Feature:** ...</Warning>",
            "parameters": [
              { "in": "header", "name": "X-Integration-Id", "required": true, "schema": { "type": "string" } },
              { "in": "query", "name": "page_size", "schema": { "type": "integer", "minimum": 1, "maximum": 250 } },
              { "in": "query", "name": "updated_after", "schema": { "$ref": "#/components/schemas/Moment" },
                "description": "| Path | Added/Removed | Linked Record |\n| --- | --- | --- |\n| `chairs` | ✓ Yes | ✗ No |\n| `room` | n/a | ✓ Yes |\n" }
            ],
            "responses": { "default": { "$ref": "#/components/responses/ErrorResponseHRIS" }, "200": { "content": { "application/json": { "schema": {
              "type": "object", "required": ["status", "data"], "properties": { "status": { "const": "success", "type": "string" }, "data": { "type": "object", "required": ["results"], "properties": {
                "results": { "type": "array", "items": { "$ref": "#/components/schemas/Desk" } } } } } } } } } }
          }
        }
        """;

    private const string Schemas = """
        "Moment": { "type": "string", "format": "date-time", "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z$" },
        "Desk": { "type": "object", "required": ["id"], "properties": {
          "id": { "type": "string" },
          "kind": { "anyOf": [{ "type": "string", "enum": ["SITTING", "STANDING"] }, { "type": "string" }, { "type": "null" }] },
          "height": { "type": ["number", "null"], "minimum": 0, "maximum": 9007199254740991 },
          "made_at": { "type": "string" },
          "beside": { "$ref": "#/components/schemas/Desk" },
          "owner": { "oneOf": [{ "type": "object", "properties": { "type": { "type": "string", "const": "PERSON" } } }, { "type": "object", "properties": { "type": { "type": "string", "const": "TEAM" } } }] } } }
        """;

    [Fact]
    public void Facts_are_what_the_document_says_without_its_prose()
    {
        var operation = Assert.Single(Read(Paths, Schemas).Operations);
        Assert.Equal("GET hris/desks", operation.Key);
        Assert.Equal(("closed-beta", true, "Read desks", "HRIS"), (operation.Lifecycle, operation.NeedsIntegration, operation.Permission, operation.Errors));
        Assert.Equal([new Reach("chairs", true, false), new Reach("room", null, true)], operation.Reach);
        Assert.Equal(("integer", 250m, "moment"), (operation.Query["page_size"].Type, operation.Query["page_size"].Max, operation.Query["updated_after"].Type));

        var desk = operation.Answer!.Members!["results"].Items!;
        Assert.True(desk.Members!["id"].Required);
        Assert.Equal(("text", true, true), (desk.Members["kind"].Type, desk.Members["kind"].Open, desk.Members["kind"].Nullable));
        Assert.Equal(["SITTING", "STANDING"], desk.Members["kind"].Values!);
        Assert.Equal((0m, null), (desk.Members["height"].Min, desk.Members["height"].Max));
        Assert.Equal("moment", desk.Members["made_at"].Type);
        Assert.Equal(Shape.Recursive, desk.Members["beside"].Type);
        Assert.Equal(2, desk.Members["owner"].Choices!.Count);
    }

    [Fact]
    public void What_is_written_reads_the_same()
    {
        var source = new Source("a document", "certain");
        var written = FactsFile.Write(source, Read(Paths, Schemas).Operations, []);
        var read = ApiFacts.Read([("a file", () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(written)))]);
        Assert.Equal(written, FactsFile.Write(source, read.Operations.Values, []));
    }

    [Fact]
    public void The_files_of_the_document_are_as_the_tool_writes_them() =>
        Assert.All(Directory.GetFiles(Path.Combine(Repository.Root, "api", "facts", "document")), file =>
        {
            var facts = ApiFacts.Read([(file, () => File.OpenRead(file))]);
            var source = facts.Operations.Values.Select(operation => operation.Source).Concat(facts.Webhooks.Values.Select(webhook => webhook.Source)).First();
            Assert.True(
                File.ReadAllText(file).ReplaceLineEndings("\n") == FactsFile.Write(source, facts.Operations.Values, facts.Webhooks.Values),
                $"{Path.GetFileName(file)} was changed by hand. What the document does not say belongs into a file beside the folder (api/README.md).");
        });

    [Fact]
    public void Every_difference_is_a_line_to_work_through()
    {
        var schemas = Schemas
            .Replace("\"STANDING\"", "\"STANDING\", \"LYING\"", StringComparison.Ordinal)
            .Replace("\"height\": { \"type\": [\"number\", \"null\"]", "\"width\": { \"type\": [\"number\", \"null\"]", StringComparison.Ordinal)
            .Replace("\"required\": [\"id\"]", "\"required\": [\"id\", \"made_at\"]", StringComparison.Ordinal)
            .Replace("\"const\": \"TEAM\"", "\"const\": \"ROOM\"", StringComparison.Ordinal);
        var lines = Compare(Paths.Replace("**Read desks**", "**Read furniture**", StringComparison.Ordinal), schemas);
        Assert.Equal(
            [
                "## GET hris/desks",
                "- [ ] permission: Read desks -> Read furniture",
                "- [ ] answer.results[].width: new: { \"type\": \"number\", \"nullable\": true, \"min\": 0 }",
                "- [ ] answer.results[].height: gone",
                "- [ ] answer.results[].kind: new values LYING",
                "- [ ] answer.results[].made_at: required: no -> yes",
                "- [ ] answer.results[].owner: a choice is gone: type TEAM",
                "- [ ] answer.results[].owner: a new choice: { \"type\": \"object\", \"members\": { \"type\": { \"type\": \"text\", \"values\": [\"ROOM\"] } } }",
            ],
            lines.Where(line => line.Length > 0 && !line.Contains("beside", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_same_document_has_no_difference() => Assert.Empty(Compare(Paths, Schemas));

    [Fact]
    public void Operations_come_and_go()
    {
        var lines = Compare(Paths.Replace("/hris/desks", "/hris/chairs", StringComparison.Ordinal), Schemas);
        Assert.Contains("- [ ] GET hris/chairs (closed-beta)", lines);
        Assert.Contains("- [ ] GET hris/desks", lines);
    }

    [Fact]
    public void What_another_source_said_first_is_named_when_the_document_says_it_too()
    {
        var document = Facts(FactsFile.Write(new Source("OpenAPI document, 2026-05", "certain"), Read(Paths, Schemas).Operations, []));
        var all = Facts(
            FactsFile.Write(new Source("OpenAPI document, 2026-05", "certain"), Read(Paths, Schemas).Operations, []),
            """{ "source": "SDKs", "certainty": "likely", "operations": [{ "method": "GET", "path": "hris/desks", "answer": { "members": { "results": { "items": { "members": { "color": { "type": "text" } } } } } } }] }""");
        var lines = Comparison.Of(document, all, Read(Paths, Schemas.Replace("\"id\": { \"type\": \"string\" }", "\"id\": { \"type\": \"string\" }, \"color\": { \"type\": [\"string\", \"null\"] }", StringComparison.Ordinal)));
        Assert.Contains("- [ ] answer.results[].color is in the document now, and was known from SDKs: answer.results[].color: nullable: no -> yes", lines);
    }

    [Fact]
    public void What_has_a_new_form_is_named_and_costs_nothing_else()
    {
        var version = Read(Paths + """, "/hris/odd": { "get": { "parameters": [], "responses": { "200": { "content": { "application/json": { "schema": { "if": {} } } } } } } }""", Schemas);
        Assert.Single(version.Operations);
        Assert.Equal("GET hris/odd", Assert.Single(version.Unread).Key);
    }

    private static IReadOnlyList<string> Compare(string paths, string schemas)
    {
        var facts = Facts(FactsFile.Write(new Source("OpenAPI document, 2026-05", "certain"), Read(Paths, Schemas).Operations, []));
        return Comparison.Of(facts, facts, Read(paths, schemas));
    }

    private static ApiFacts Facts(params string[] files) => ApiFacts.Read(files.Select((file, at) => ($"file {at}", (Func<Stream>)(() => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file))))));

    private static Document Read(string paths, string schemas)
    {
        using var json = JsonDocument.Parse($$"""{ "paths": { {{paths}} }, "components": { "schemas": { {{schemas}} } } }""");
        return Document.Read(json, new Source("a document", "certain"));
    }
}
