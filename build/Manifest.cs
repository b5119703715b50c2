using System.Text.RegularExpressions;

namespace Kombo.Build;

/// <summary>
/// Writes the manifest of the built module: Kombo.psd1 with the release notes of the changelog's newest heading that has some and, where the
/// build knows it, the address at which the sources are published. The result is as static as the source.
/// </summary>
internal static partial class Manifest
{
    public static string Write(string source, string changelog, string version, string? projectAddress)
    {
        // Right after a release nothing stands below [Unreleased]: then the release's own notes are the newest.
        var notes = Sections().Matches(changelog).Select(section => section.Groups["notes"].Value.Trim()).FirstOrDefault(text => text.Length > 0)
            ?? throw new InvalidOperationException("CHANGELOG.md has no notes below its headings.");

        var entries = $"            ReleaseNotes = @'\n{notes}\n'@\n";
        if (!string.IsNullOrEmpty(projectAddress))
        {
            entries += $"            ProjectUri   = '{projectAddress}'\n            IconUri      = '{projectAddress}/raw/v{version}/docs/icon.png'\n";
        }

        var end = source.IndexOf("            # The build adds", StringComparison.Ordinal);
        var nextLine = source.IndexOf('\n', end) + 1;
        return source[..end] + entries + source[nextLine..];
    }

    [GeneratedRegex(@"^## \[.*\n(?<notes>[\s\S]*?)(?=^## \[|\z)", RegexOptions.Multiline)]
    private static partial Regex Sections();
}
