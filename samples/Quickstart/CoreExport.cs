using System.Globalization;
using System.Text;
using Kombo.Models;
using Kombo.Sandbox;

namespace Kombo.Quickstart;

/// <summary>The same read without PowerShell: the client, page by page, into a CSV file with the same columns.</summary>
internal static class CoreExport
{
    public static async Task RunAsync(string path)
    {
        using var client = new KomboClient(new KomboClientOptions
        {
            ApiKey = SandboxDefaults.ApiKey,
            Server = SandboxDefaults.BaseAddress,
            IntegrationId = SandboxDefaults.IntegrationId,
            Handler = new SandboxHandler(),
        });
        var request = new KomboRequest("GET", "hris/employees")
        {
            Query = { new("page_size", "250") },
            IntegrationHeader = IntegrationHeader.Required,
            ListMember = "results",
            IsPaged = true,
        };

        // Derived properties first, as PowerShell lists them.
        var columns = typeof(Employee).GetProperties();
        var count = 0;
        await using var csv = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await csv.WriteLineAsync(string.Join(",", columns.Select(column => Cell(column.Name))));
        using var pages = client.ReadPages<Employee>(request);
        while (await pages.NextAsync() is { } page)
        {
            foreach (var employee in page.Rows)
            {
                await csv.WriteLineAsync(string.Join(",", columns.Select(column => Cell(column.GetValue(employee)))));
                if (count++ < 8)
                {
                    Console.WriteLine($"{employee.Id}  {employee.DisplayFullName,-24}  {employee.JobTitle}");
                }
            }
        }

        Console.WriteLine(string.Create(CultureInfo.CurrentCulture, $"{count:N0} employees written to {path}"));
    }

    private static string Cell(object? value) =>
        value is null ? "" : $"\"{Convert.ToString(value, CultureInfo.CurrentCulture)!.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
