using System.IO.Compression;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Kombo.Tests;

/// <summary>What a release needs to be true before there is one.</summary>
public sealed partial class ReleaseConventions
{
    private static readonly string Packages = Path.Combine(Repository.Root, "artifacts", "packages");

    /// <summary>The version, from the one place where it is set.</summary>
    private static string Version { get; } = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props"))
        .Descendants("Version").Single().Value;

    [Fact]
    public void The_version_is_one_that_both_galleries_take() => Assert.Matches(@"^\d+\.\d+\.\d+(-[a-z]+\d*)?$", Version);

    [Fact]
    public void The_manifest_has_the_version()
    {
        var manifest = Read("Kombo.psd1");
        var (number, prerelease) = Version.Split('-') is [var first, var second] ? (first, second) : (Version, null);
        Assert.Equal(number, Assert.Single(ModuleVersion().Matches(manifest)).Groups["value"].Value);
        Assert.Equal(prerelease, Prerelease().Match(manifest) is { Success: true } match ? match.Groups["value"].Value : null);
    }

    [Fact]
    public void The_assemblies_have_the_version()
    {
        var built = typeof(KomboClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        Assert.Equal(Version, built.Split('+')[0]);
    }

    [Fact]
    public void The_newest_release_in_the_changelog_is_the_version_or_older()
    {
        var changelog = Read("CHANGELOG.md");
        Assert.Single(Regex.Matches(changelog, @"^## \[Unreleased\]$", RegexOptions.Multiline));
        var releases = Regex.Matches(changelog, "^## (?!.Unreleased).*$", RegexOptions.Multiline);
        Assert.All(releases, heading => Assert.Matches(@"^## \[\d+\.\d+\.\d+(-[a-z]+\d*)?\] - 20\d\d-\d\d-\d\d$", heading.Value));
        if (releases.Count > 0)
        {
            var newest = releases[0].Value.Split('[', ']')[1];
            Assert.True(
                newest == Version || System.Version.Parse(newest.Split('-')[0]) <= System.Version.Parse(Version.Split('-')[0]),
                $"CHANGELOG.md has {newest}, which is newer than the version, {Version}.");
        }
    }

    [Fact]
    public void Only_the_client_is_a_package_of_its_own()
    {
        var packable = new[] { "src", "build", "samples", "tests", "benchmarks" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Where(file => XDocument.Load(file).Descendants("IsPackable").Any(value => value.Value != "false"))
            .Select(Path.GetFileName);
        Assert.Equal(["Kombo.Core.csproj"], packable);
    }

    [Fact]
    public void The_package_of_the_client_holds_what_it_needs_and_no_more()
    {
        using var package = ZipFile.OpenRead(Path.Combine(Packages, $"Kombo.Core.{Version}.nupkg"));
        Assert.Equal(
            [
                "Kombo.Core.nuspec", "README.md",
                "lib/net8.0/Kombo.Core.dll", "lib/net8.0/Kombo.Core.xml",
                "lib/netstandard2.0/Kombo.Core.dll", "lib/netstandard2.0/Kombo.Core.xml",
            ],
            Content(package));

        using var stream = package.GetEntry("Kombo.Core.nuspec")!.Open();
        var metadata = XDocument.Load(stream).Root!.Elements().Single();
        string? Value(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
        Assert.Equal("Kombo.Core", Value("id"));
        Assert.Equal(Version, Value("version"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Equal("The Kombo for PowerShell authors", Value("authors"));
        Assert.False(string.IsNullOrWhiteSpace(Value("description")));
        Assert.Contains("kombo", Value("tags")!.Split(' '));
        var modern = metadata.Descendants().Single(element => element.Name.LocalName == "group" && element.Attribute("targetFramework")!.Value == "net8.0");
        Assert.Equal(["Polly.Core"], modern.Elements().Select(dependency => dependency.Attribute("id")!.Value));
    }

    [Fact]
    public void The_symbols_of_the_client_are_packed_too()
    {
        using var package = ZipFile.OpenRead(Path.Combine(Packages, $"Kombo.Core.{Version}.snupkg"));
        Assert.Equal(["Kombo.Core.nuspec", "lib/net8.0/Kombo.Core.pdb", "lib/netstandard2.0/Kombo.Core.pdb"], Content(package));
    }

    [Fact]
    public void Workflows_run_pinned_actions_with_no_more_rights_than_named_and_a_limit_of_time()
    {
        var workflows = Directory.GetFiles(Path.Combine(Repository.Root, ".github", "workflows"));
        Assert.Equal(["ci.yml", "release.yml"], workflows.Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (var workflow in workflows.Select(File.ReadAllText))
        {
            Assert.All(Uses().Matches(workflow), use => Assert.Matches(@"^[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", use.Groups["action"].Value));
            Assert.Contains("\npermissions: {}\n", workflow, StringComparison.Ordinal);
            var jobs = Job().Split(workflow[workflow.IndexOf("\njobs:\n", StringComparison.Ordinal)..]).Skip(1).ToList();
            Assert.NotEmpty(jobs);
            Assert.All(jobs, job =>
            {
                Assert.Contains("\n    timeout-minutes: ", job, StringComparison.Ordinal);
                Assert.Contains("\n    permissions:", job, StringComparison.Ordinal);
            });
        }
    }

    // Without what the format of the package itself brings along.
    private static IEnumerable<string> Content(ZipArchive package) => package.Entries
        .Select(entry => entry.FullName)
        .Where(name => name != "[Content_Types].xml" && !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    [GeneratedRegex(@"^ *ModuleVersion *= '(?<value>[^']*)'", RegexOptions.Multiline)]
    private static partial Regex ModuleVersion();

    [GeneratedRegex("^ *Prerelease *= '(?<value>[^']*)'", RegexOptions.Multiline)]
    private static partial Regex Prerelease();

    [GeneratedRegex("uses: (?<action>.*)$", RegexOptions.Multiline)]
    private static partial Regex Uses();

    [GeneratedRegex("^  [a-z-]+:$", RegexOptions.Multiline)]
    private static partial Regex Job();
}
