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
    public void The_version_is_one_that_both_galleries_take() => Assert.True(
        Regex.IsMatch(Version, @"^\d+\.\d+\.\d+(-[a-z]+\d*)?$"), $"Directory.Build.props: <Version> is '{Version}'. Use the form 1.2.0 or 1.2.0-preview1: the PowerShell Gallery takes no other.");

    [Fact]
    public void The_manifest_has_the_version()
    {
        var manifest = Read("Kombo.psd1");
        var (number, prerelease) = Version.Split('-') is [var first, var second] ? (first, second) : (Version, null);
        Assert.True(ModuleVersion().Matches(manifest) is [var own] && own.Groups["value"].Value == number, $"Kombo.psd1: set ModuleVersion to '{number}', as in Directory.Build.props.");
        Assert.True(
            prerelease == (Prerelease().Match(manifest) is { Success: true } match ? match.Groups["value"].Value : null),
            $"Kombo.psd1: {(prerelease is null ? "remove Prerelease" : $"set Prerelease to '{prerelease}'")}, as in Directory.Build.props.");
    }

    [Fact]
    public void The_assemblies_have_the_version()
    {
        var built = typeof(KomboClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        Assert.True(Version == built.Split('+')[0], $"The assemblies have the version {built}, Directory.Build.props has {Version}. Build again, and set no <Version> in src/Kombo.Core/Kombo.Core.csproj.");
    }

    [Fact]
    public void The_newest_release_in_the_changelog_is_the_version_or_older()
    {
        var changelog = Read("CHANGELOG.md");
        Assert.True(Regex.Count(changelog, @"^## \[Unreleased\]$", RegexOptions.Multiline) == 1, "CHANGELOG.md: it must have the heading '## [Unreleased]' once, above all releases.");
        var releases = Regex.Matches(changelog, "^## (?!.Unreleased).*$", RegexOptions.Multiline);
        Assert.All(releases, heading => Assert.True(
            Regex.IsMatch(heading.Value, @"^## \[\d+\.\d+\.\d+(-[a-z]+\d*)?\] - 20\d\d-\d\d-\d\d$"), $"CHANGELOG.md: '{heading.Value}' must have the form '## [1.2.0] - 2026-12-31'."));
        if (releases.Count > 0)
        {
            var newest = releases[0].Value.Split('[', ']')[1];
            Assert.True(
                newest == Version || System.Version.Parse(newest.Split('-')[0]) <= System.Version.Parse(Version.Split('-')[0]),
                $"CHANGELOG.md has {newest}, which is newer than <Version> in Directory.Build.props, {Version}. Correct one of them.");
        }
    }

    [Fact]
    public void Only_the_client_is_a_package_of_its_own()
    {
        var packable = new[] { "src", "build", "samples", "tests", "benchmarks" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Where(file => XDocument.Load(file).Descendants("IsPackable").Any(value => value.Value != "false"))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'));
        var client = "src/Kombo.Core/Kombo.Core.csproj";
        Assert.True(packable.Contains(client), $"{client}: add <IsPackable>true</IsPackable>.");
        Assert.All(packable, file => Assert.True(file == client, $"{file}: remove <IsPackable>. Users get everything else with the module."));
    }

    [Fact]
    public void The_package_of_the_client_holds_what_it_needs_and_no_more()
    {
        using var package = ZipFile.OpenRead(Path.Combine(Packages, $"Kombo.Core.{Version}.nupkg"));
        Holds(
            package,
            "Kombo.Core.nuspec", "README.md",
            "lib/net8.0/Kombo.Core.dll", "lib/net8.0/Kombo.Core.xml",
            "lib/netstandard2.0/Kombo.Core.dll", "lib/netstandard2.0/Kombo.Core.xml");

        using var stream = package.GetEntry("Kombo.Core.nuspec")!.Open();
        var metadata = XDocument.Load(stream).Root!.Elements().Single();
        string? Value(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
        void Has(string name, Func<string, bool> isRight, string right) => Assert.True(
            Value(name) is { } value && isRight(value), $"The package's <{name}> is '{Value(name)}' and must be {right}. Set it in src/Kombo.Core/Kombo.Core.csproj or Directory.Build.props, and build again.");

        Has("id", value => value == "Kombo.Core", "Kombo.Core");
        Has("version", value => value == Version, Version);
        Has("license", value => value == "MIT", "MIT");
        Has("readme", value => value == "README.md", "README.md");
        Has("authors", value => value == "The Kombo for PowerShell authors", "The Kombo for PowerShell authors");
        Has("description", value => !string.IsNullOrWhiteSpace(value), "a sentence");
        Has("tags", value => value.Split(' ').Contains("kombo"), "a list with kombo");
        var modern = metadata.Descendants().Single(element => element.Name.LocalName == "group" && element.Attribute("targetFramework")!.Value == "net8.0");
        var dependencies = modern.Elements().Select(dependency => dependency.Attribute("id")!.Value).ToList();
        Assert.True(dependencies is ["Polly.Core"], $"src/Kombo.Core/Kombo.Core.csproj: for net8.0, the client depends on Polly.Core only, not on {string.Join(", ", dependencies)}.");
    }

    [Fact]
    public void The_symbols_of_the_client_are_packed_too()
    {
        using var package = ZipFile.OpenRead(Path.Combine(Packages, $"Kombo.Core.{Version}.snupkg"));
        Holds(package, "Kombo.Core.nuspec", "lib/net8.0/Kombo.Core.pdb", "lib/netstandard2.0/Kombo.Core.pdb");
    }

    [Fact]
    public void Workflows_run_pinned_actions_with_no_more_rights_than_named_and_a_limit_of_time()
    {
        var workflows = Directory.GetFiles(Path.Combine(Repository.Root, ".github", "workflows"));
        Assert.True(
            workflows.Select(Path.GetFileName).Order(StringComparer.Ordinal).SequenceEqual(["ci.yml", "release.yml"]),
            ".github/workflows must have ci.yml and release.yml. Describe another workflow in CONTRIBUTING.md, and add it to this test in tests/Unit/Conventions/ReleaseConventions.cs.");
        foreach (var file in workflows)
        {
            var (name, workflow) = ($".github/workflows/{Path.GetFileName(file)}", File.ReadAllText(file));
            Assert.All(Uses().Matches(workflow), use => Assert.True(
                Regex.IsMatch(use.Groups["action"].Value, @"^[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$"),
                $"{name}: pin '{use.Groups["action"].Value}' to a commit, with the version behind it: owner/action@<40 hex digits> # v1.2.3."));
            Assert.True(workflow.Contains("\npermissions: {}\n", StringComparison.Ordinal), $"{name}: add 'permissions: {{}}' at the top, so that each job names its rights.");
            var jobs = Job().Split(workflow[workflow.IndexOf("\njobs:\n", StringComparison.Ordinal)..]).Skip(1).ToList();
            Assert.NotEmpty(jobs);
            Assert.All(jobs, job => Assert.All(["timeout-minutes:", "permissions:"], key => Assert.True(
                job.Contains($"\n    {key}", StringComparison.Ordinal), $"{name}: add '{key}' to the job that begins with '{job.Trim().Split('\n')[0].Trim()}'.")));
        }
    }

    private static void Holds(ZipArchive package, params string[] files)
    {
        var content = Content(package).ToList();
        Assert.All(files, file => Assert.True(content.Contains(file), $"The package lacks {file}. Add it in src/Kombo.Core/Kombo.Core.csproj, and build again."));
        Assert.All(content, file => Assert.True(files.Contains(file), $"The package contains {file}. Remove it in src/Kombo.Core/Kombo.Core.csproj, or add it to this test in tests/Unit/Conventions/ReleaseConventions.cs."));
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
