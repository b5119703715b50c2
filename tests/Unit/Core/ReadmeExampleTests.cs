using System.Text.RegularExpressions;
using Kombo.Models;
using Kombo.Sandbox;

namespace Kombo.Tests;

/// <summary>The code in the README of Kombo.Core. It stands here too, so it compiles, and it runs on the sandbox.</summary>
public sealed partial class ReadmeExampleTests
{
    [Fact]
    public void The_readme_shows_this_code()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "src", "Kombo.Core", "README.md"));
        var here = Unindented(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Unit", "Core", "ReadmeExampleTests.cs")));
        var examples = CodeBlock().Matches(readme);
        Assert.Equal(3, examples.Count);
        Assert.All(examples, example => Assert.Contains(Unindented(example.Groups["code"].Value), here, StringComparison.Ordinal));
    }

    [Fact]
    public void The_client_of_the_example_can_be_made() => Assert.Equal("personio:CBNMt7dSNCzBdnRTx87dev4E", Make("a-key-for-tests"));

    [Fact]
    public async Task The_read_of_the_example_reads_every_employee()
    {
        using var client = OnTheSandbox();
        using var writer = new StringWriter();
        await ReadAsync(client, writer);
        var lines = writer.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1185, lines.Length);
        Assert.All(lines, line => Assert.Matches("^[0-9A-Za-z]{24};[^;]*;[^;]*$", line));
    }

    [Fact]
    public async Task The_write_of_the_example_creates_and_tells_failures_apart()
    {
        using var client = OnTheSandbox();
        var employee = (await FirstPageAsync<Employee>(client, "hris/employees"))[0].Id;
        var type = (await FirstPageAsync<AbsenceType>(client, "hris/absence-types")).Single(type => type.Name == "Vacation").Id;
        Assert.Matches("^created [0-9A-Za-z]{24}$", await WriteAsync(client, employee, type));
        Assert.StartsWith("nothing was changed: ", await WriteAsync(client, "nobody", type), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<T>> FirstPageAsync<T>(KomboClient client, string path)
    {
        var request = new KomboRequest("GET", path) { ListMember = "results", IntegrationHeader = IntegrationHeader.Required };
        using var pages = client.ReadPages<T>(request, cancellationToken: TestContext.Current.CancellationToken);
        return (await pages.NextAsync())!.Rows;
    }

    private static KomboClient OnTheSandbox() => new(new KomboClientOptions
    {
        ApiKey = SandboxDefaults.ApiKey,
        Server = SandboxDefaults.BaseAddress,
        IntegrationId = SandboxDefaults.IntegrationId,
        Handler = new SandboxHandler(),
    });

    private static string? Make(string apiKey)
    {
        using var client = new KomboClient(new KomboClientOptions
        {
            ApiKey = apiKey,
            IntegrationId = "personio:CBNMt7dSNCzBdnRTx87dev4E",
            UserAgent = "payroll-export/1.0",
        });

        return client.IntegrationId;
    }

    private static async Task ReadAsync(KomboClient client, TextWriter writer)
    {
        var request = new KomboRequest("GET", "hris/employees")
        {
            Query = { new("page_size", "250") },
            IntegrationHeader = IntegrationHeader.Required,
            ListMember = "results",
            IsPaged = true,
        };
        using var pages = client.ReadPages<Employee>(request);
        while (await pages.NextAsync() is { } page)
        {
            foreach (var employee in page.Rows)
            {
                await writer.WriteLineAsync($"{employee.Id};{employee.DisplayFullName};{employee.WorkEmail}");
            }
        }
    }

    private static async Task<string> WriteAsync(KomboClient client, string employeeId, string absenceTypeId)
    {
        var request = new KomboRequest("POST", "hris/absences")
        {
            Body = new KomboMap
            {
                ["employee_id"] = employeeId,
                ["absence_type_id"] = absenceTypeId,
                ["start_date"] = "2026-12-24",
                ["end_date"] = "2026-12-24",
                ["employee_note"] = null,
            },
            IntegrationHeader = IntegrationHeader.Required,
        };
        try
        {
            var absence = await client.SendAsync<Absence>(request);
            return $"created {absence?.Id}";
        }
        catch (KomboException failure)
        {
            return failure.MayHaveExecuted
                ? $"look whether it is there before you send it again: {failure.Message}"
                : $"nothing was changed: {failure.ErrorId}";
        }
    }

    private static string Unindented(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()));

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
