using System.Text.Json;
using Kombo.Api;
using Kombo.Facts;

const string Usage = """
    dotnet run --project api -- write <document.json> <yyyy-MM>     write api/facts/document from the vendor's OpenAPI document
    dotnet run --project api -- compare <document.json>             show what is new, gone or changed in another version of it
    """;

switch (args)
{
    case ["write", var path, var month]:
        {
            var source = new Source($"OpenAPI document, {month}", "certain");
            var folder = Path.Combine(Root(), "api", "facts", "document");
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var document = Document.Read(json, source);
            if (document.Unread.Count > 0)
            {
                Console.Error.WriteLine(string.Join(Environment.NewLine, document.Unread.Select(part => $"{part.Key} cannot be read: {part.Value}")));
                Console.Error.WriteLine("Nothing was written. Teach api/Document.cs the new form first.");
                return 1;
            }

            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            Directory.CreateDirectory(folder);
            foreach (var area in document.Operations.GroupBy(operation => AreaOf(operation.Path)))
            {
                File.WriteAllText(Path.Combine(folder, $"{area.Key}.json"), FactsFile.Write(source, area.OrderBy(operation => operation.Path, StringComparer.Ordinal).ThenBy(operation => operation.Method, StringComparer.Ordinal), []));
            }

            File.WriteAllText(Path.Combine(folder, "webhooks.json"), FactsFile.Write(source, [], document.Webhooks.OrderBy(webhook => webhook.Type, StringComparer.Ordinal)));
            Console.WriteLine($"{document.Operations.Count} operations and {document.Webhooks.Count} webhooks written to api/facts/document.");
            return 0;
        }

    case ["compare", var path]:
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var other = Document.Read(json, new Source("the other document", "certain"));
            var document = ApiFacts.Read(Directory.GetFiles(Path.Combine(Root(), "api", "facts", "document")).Select(file => (file, (Func<Stream>)(() => File.OpenRead(file)))));
            var lines = Comparison.Of(document, ApiFacts.All, other);
            Console.WriteLine(lines.Count == 0 ? "The document says what api/facts/document says." : string.Join(Environment.NewLine, lines));
            return lines.Count == 0 ? 0 : 1;
        }

    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

static string AreaOf(string path) => path.Split('/')[0] is var area && area is "ai-apply" or "assessment" or "ats" or "connect" or "custom" or "hris" or "lms" ? area : "general";

static string Root()
{
    var folder = AppContext.BaseDirectory;
    while (!File.Exists(Path.Combine(folder, "Kombo.PowerShell.sln")))
    {
        folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Run this in the repository.");
    }

    return folder;
}
