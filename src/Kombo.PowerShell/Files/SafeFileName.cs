using System.Globalization;
using System.Text;

namespace Kombo.PowerShell;

/// <summary>Makes names that people and tools gave to files fit for the file system: the same name on every system, and never a path.</summary>
internal static class SafeFileName
{
    /// <summary>File systems take 255 bytes or characters; this leaves room for a number.</summary>
    private const int MostBytes = 200;

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

        if (Path.GetExtension(name).Length == 0)
        {
            name += FilePayload.ExtensionOf(file.ContentType);
        }

        return Shorten(Devices.Contains(name.Split('.')[0].TrimEnd()) ? "_" + name : name);
    }

    /// <summary>The name with a number before its extension: CV (2).pdf.</summary>
    public static string Numbered(string name, int number) =>
        string.Format(CultureInfo.InvariantCulture, "{0} ({1}){2}", Path.GetFileNameWithoutExtension(name), number, Path.GetExtension(name));

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
        var extension = Path.GetExtension(name) is { Length: <= 20 } usual ? usual : "";
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
