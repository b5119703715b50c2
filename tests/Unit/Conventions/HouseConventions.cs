using System.Reflection;
using Kombo.PowerShell;
using Kombo.Sandbox;

namespace Kombo.Tests;

/// <summary>The rules of the house: what may know what.</summary>
public sealed class HouseConventions
{
    private static readonly Assembly Core = typeof(KomboClient).Assembly;

    [Fact]
    public void Core_knows_neither_PowerShell_nor_the_sandbox() =>
        ReferencesNone(Core, "System.Management.Automation", "Kombo.PowerShell", "Kombo.Sandbox");

    [Fact]
    public void The_sandbox_knows_Core_only() =>
        ReferencesNone(typeof(SandboxHandler).Assembly, "System.Management.Automation", "Kombo.PowerShell", "Polly.Core");

    [Fact]
    public void The_database_knows_Core_only_and_only_the_cmdlets_know_it()
    {
        ReferencesNone(typeof(Kombo.Database.DatabaseSync).Assembly, "System.Management.Automation", "Kombo.PowerShell", "Kombo.Sandbox", "Polly.Core");
        Assert.All([Core, typeof(SandboxHandler).Assembly, typeof(Kombo.Facts.ApiFacts).Assembly], assembly => ReferencesNone(assembly, "Kombo.Database", "Microsoft.Data.Sqlite", "SQLitePCLRaw", "Npgsql"));
        ReferencesNone(typeof(KomboCommand).Assembly, "Microsoft.Data.Sqlite", "SQLitePCLRaw", "Npgsql");
    }

    [Fact]
    public void The_cmdlets_do_not_reach_past_the_client() =>
        ReferencesNone(typeof(KomboCommand).Assembly, "Polly.Core", "System.Text.Json");

    [Fact]
    public void No_dependency_drags_a_framework_into_the_session() =>
        Assert.All([Core, typeof(KomboCommand).Assembly, typeof(SandboxHandler).Assembly], assembly => ReferencesNone(assembly, "Microsoft.Extensions", "Newtonsoft.Json"));

    [Fact]
    public void Public_types_have_a_file_of_their_own()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(Path.GetFileNameWithoutExtension)
            .ToHashSet(StringComparer.Ordinal);
        string[] together = [nameof(KomboNoticeKind), nameof(IntegrationHeader), nameof(ConnectionNameCompleter)];
        var homeless = new[] { Core, typeof(KomboCommand).Assembly, typeof(SandboxHandler).Assembly, typeof(Kombo.Database.DatabaseSync).Assembly, typeof(Kombo.Facts.ApiFacts).Assembly }
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => !type.IsNested)
            .Select(type => type.Name.Split('`')[0])
            .Where(name => !files.Contains(name) && !together.Contains(name));
        Assert.All(homeless, name => Assert.Fail($"Move the public type {name} to a file {name}.cs of its own in src."));
    }

    [Theory]
    [MemberData(nameof(PesterFilesWithServers))]
    public void A_reply_that_is_left_over_fails_the_Pester_test_that_queued_it(string file)
    {
        var text = File.ReadAllText(Path.Combine(PesterFolder, file));
        var blocks = System.Text.RegularExpressions.Regex.Split(text, "^Describe ", System.Text.RegularExpressions.RegexOptions.Multiline).Skip(1);
        Assert.All(blocks, block => Assert.True(
            block.Contains("Assert-NoReplyLeft", StringComparison.Ordinal),
            $"{file}: add AfterEach {{ Assert-NoReplyLeft }} to Describe {block.Split('{')[0].Trim()}."));
    }

    private static void ReferencesNone(Assembly assembly, params string[] forbidden) => Assert.All(assembly.GetReferencedAssemblies(), reference => Assert.False(
        forbidden.Any(name => reference.Name == name || reference.Name!.StartsWith(name + ".", StringComparison.Ordinal)),
        $"src/{assembly.GetName().Name} uses {reference.Name}, which it must not touch (CONTRIBUTING.md, \"The house\"). Move the code that needs it to the project that may."));

    private static string PesterFolder => Path.Combine(Repository.Root, "tests", "Pester");

    public static IEnumerable<TheoryDataRow<string>> PesterFilesWithServers() => Directory.EnumerateFiles(PesterFolder, "*.Tests.ps1")
        .Where(file => File.ReadAllText(file).Contains("Open-TestServer", StringComparison.Ordinal))
        .Select(file => new TheoryDataRow<string>(Path.GetFileName(file)));
}
