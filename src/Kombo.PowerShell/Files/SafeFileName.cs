using System.Globalization;
using System.Text;

namespace Kombo.PowerShell;

/// <summary>Makes names that people and tools gave to files fit for the file system: the same name on every system, and never a path.</summary>
internal static class SafeFileName
{
    /// <summary>File systems take 255 bytes or characters; this leaves room for a number.</summary>
    private const int MostBytes = 200;

    private const int LongestExtension = 12;

    private const string Reserved = "<>:\"/\\|?*";

    private static readonly HashSet<string> Devices = new(
        new[] { "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$" }.Concat("0123456789¹²³".SelectMany(digit => new[] { "COM" + digit, "LPT" + digit })),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The name to save a file under.</summary>
    public static string Of(RemoteFile file)
    {
        var name = Clean(file.Name ?? "");
        if (name.Length == 0)
        {
            name = Clean(LastPart(file.Url));
        }

        if (name.Length == 0)
        {
            name = "file";
        }

        name += MissingExtension(name, file.ContentType);
        return Shorten(Devices.Contains(name.Split('.')[0].TrimEnd()) ? "_" + name : name);
    }

    /// <summary>The name with a number before its extension: CV (2).pdf.</summary>
    public static string Numbered(string name, int number) =>
        string.Format(CultureInfo.InvariantCulture, "{0} ({1}){2}", name.Substring(0, name.Length - ExtensionOf(name).Length), number, ExtensionOf(name));

    /// <summary>
    /// The extension for a name that has none. What follows a dot need not be one: "Dr. Example", "CV v1.2" and "2024.06.30" have
    /// dots, too. Where the media type has an extension of its own, only known ones count.
    /// </summary>
    private static string MissingExtension(string name, string? contentType)
    {
        var expected = FilePayload.ExtensionOf(contentType);
        var own = ExtensionOf(name);
        var isExtension = own.Length > 0 && (expected.Length == 0 || HasManyExtensions(contentType!) || FilePayload.IsExtension(own));
        return isExtension ? "" : expected;
    }

    /// <summary>True for a media type that files of many kinds have: scripts are text, and other formats are made of XML.</summary>
    private static bool HasManyExtensions(string contentType) =>
        contentType.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) || contentType.StartsWith("application/xml", StringComparison.OrdinalIgnoreCase)
        || contentType.StartsWith("application/zip", StringComparison.OrdinalIgnoreCase);

    /// <summary>What can be an extension: letters and digits behind the last dot, a letter among them.</summary>
    private static string ExtensionOf(string name) =>
        Path.GetExtension(name) is var extension && extension.Length is > 1 and <= LongestExtension + 1
        && extension.Skip(1).All(char.IsLetterOrDigit) && extension.Any(char.IsLetter) && extension.Length < name.Length
            ? extension
            : "";

    private static string Clean(string name)
    {
        var clean = new StringBuilder(name.Length);
        for (var index = 0; index < name.Length; index++)
        {
            var character = name[index];
            if (char.IsHighSurrogate(character) && index + 1 < name.Length && char.IsLowSurrogate(name[index + 1]))
            {
                clean.Append(character).Append(name[++index]);
                continue;
            }

            // Invisible characters are left out: some turn the text around, so that an .exe looks like a .pdf.
            if (CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.Format)
            {
                clean.Append(Reserved.Contains(character) || char.IsControl(character) || char.IsSurrogate(character) ? '_' : character);
            }
        }

        // Windows drops dots and spaces at the end; a dot at the beginning hides the file elsewhere.
        return clean.ToString().Trim().TrimStart('.').TrimEnd('.', ' ').Trim();
    }

    private static string LastPart(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? Uri.UnescapeDataString(address.Segments[address.Segments.Length - 1].Trim('/'))
            : "";

    private static string Shorten(string name)
    {
        var extension = ExtensionOf(name);
        var most = name.Length - extension.Length;
        var left = MostBytes - Encoding.UTF8.GetByteCount(extension);
        var length = 0;
        while (length < most)
        {
            // Clean has left whole characters only: two halves are four bytes.
            var size = char.IsHighSurrogate(name[length]) ? 2 : 1;
            left -= size == 2 ? 4 : name[length] < 0x80 ? 1 : name[length] < 0x800 ? 2 : 3;
            if (left < 0)
            {
                break;
            }

            length += size;
        }

        return name.Substring(0, length).TrimEnd() + extension;
    }
}
