using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Kombo.Facts;
using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>Every operation of the API has its cmdlets, and docs/coverage.md says which: it is written from the code.</summary>
public sealed class CoverageTests
{
    private static readonly string Page = Path.Combine(Repository.Root, "docs", "coverage.md");

    private static readonly ILookup<string, Type> Owners = Cmdlets.OfOperations
        .SelectMany(cmdlet => cmdlet.GetCustomAttributes<KomboOperationAttribute>(false).Select(operation => (Key: $"{operation.Method} {operation.Path}", Cmdlet: cmdlet)))
        .ToLookup(pair => pair.Key, pair => pair.Cmdlet, StringComparer.Ordinal);

    private static readonly string Readme = Path.Combine(Repository.Root, "README.md");

    private static bool IsWriting => Environment.GetEnvironmentVariable("KOMBO_WRITE_COVERAGE") == "1";

    [Fact]
    public void The_README_says_how_many_operations_there_are()
    {
        var text = File.ReadAllText(Readme);
        var right = Regex.Replace(text, @"Each of the API's \d+ operations has a cmdlet", $"Each of the API's {ApiFacts.All.Operations.Count} operations has a cmdlet");
        Written(Readme, text, right);
    }

    [Fact]
    public void The_page_says_what_the_code_does() => Written(Page, File.Exists(Page) ? File.ReadAllText(Page) : "", Write());

    private static void Written(string path, string text, string right)
    {
        if (IsWriting)
        {
            File.WriteAllText(path, right);
        }

        Assert.True(
            IsWriting || text.ReplaceLineEndings("\n") == right.ReplaceLineEndings("\n"),
            $"{Path.GetRelativePath(Repository.Root, path)} is out of date. Write it anew: KOMBO_WRITE_COVERAGE=1 dotnet test tests/Unit --filter CoverageTests");
    }

    private static string Write()
    {
        var text = new StringBuilder();
        text.Append("# Coverage\n\n")
            .Append("Every operation of the API, the cmdlets that carry it out, and where each of its members goes. Written from the code by\n")
            .Append("`KOMBO_WRITE_COVERAGE=1 dotnet test tests/Unit --filter CoverageTests`; a test fails when it is out of date.\n\n")
            .Append($"{ApiFacts.All.Operations.Count} operations, {Cmdlets.OfOperations.Count} cmdlets for them, {Cmdlets.All.Count} cmdlets in all.\n");
        foreach (var area in ApiFacts.All.Operations.Values.GroupBy(operation => operation.Path.Split('/')[0]).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.Append($"\n## {area.Key}\n\n| operation | cmdlet | parameters | answer |\n|---|---|---|---|\n");
            foreach (var operation in area.OrderBy(operation => operation.Path, StringComparer.Ordinal).ThenBy(operation => operation.Method, StringComparer.Ordinal))
            {
                text.Append($"| `{operation.Key}`{(operation.Lifecycle == "stable" ? "" : $" ({operation.Lifecycle.Replace('-', ' ')})")}")
                    .Append($" | {string.Join("<br>", Owners[operation.Key].Select(Cmdlets.NameOf).Order(StringComparer.Ordinal).Select(name => $"[{name}](help/{name}.md)"))}")
                    .Append($" | {string.Join("<br>", Owners[operation.Key].SelectMany(cmdlet => Members(cmdlet, operation)).Distinct())}")
                    .Append($" | {string.Join("<br>", Owners[operation.Key].SelectMany(Answers).Distinct())} |\n");
            }
        }

        return text.ToString();
    }

    /// <summary>Each member of the operation with the parameter that fills it; a fixed value where there is none.</summary>
    private static IEnumerable<string> Members(Type cmdlet, ApiOperation operation)
    {
        var parameters = Cmdlets.ParametersOf(cmdlet).Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        var ofOperation = operation.Query.Keys.Concat(ApiMembers.OfBody(operation).Keys).ToHashSet(StringComparer.Ordinal);
        var sent = Operation.Of(cmdlet).Parameters.Where(parameter => parameter.Wire is QueryAttribute).Select(parameter => parameter.Wire!.Name);
        return Operation.Of(cmdlet).Parameters
            .Where(parameter => parameter.Wire is { Name.Length: > 0 } wire
                && (wire is PathAttribute ? operation.Path.Contains("{" + wire.Name + "}", StringComparison.Ordinal) : ofOperation.Contains(wire.Name) || ofOperation.Contains(wire.Name.Split('.')[0])))
            .OrderBy(parameter => parameter.Wire is PathAttribute ? 0 : 1)
            .Select(parameter => parameters.Contains(parameter.Name) ? $"{parameter.Wire!.Name}: `-{parameter.Name}`" : $"{parameter.Wire!.Name}: set by the cmdlet")
            .Concat(operation.Query.Keys.Except(sent).Select(name => $"{name}: deprecated, not sent; its plural takes the same values"));
    }

    private static IEnumerable<string> Answers(Type cmdlet) =>
        Cmdlets.OutputTypesOf(cmdlet).Select(type => type == typeof(void) ? "nothing" : type.Name);
}
