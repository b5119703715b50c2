using System.Collections.ObjectModel;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Makes the API's file object of a file on disk, or of an address the API fetches it from.</summary>
internal static class FilePayload
{
    private static readonly Dictionary<string, string> MediaTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "application/pdf",
        [".doc"] = "application/msword",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xls"] = "application/vnd.ms-excel",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".ppt"] = "application/vnd.ms-powerpoint",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".odt"] = "application/vnd.oasis.opendocument.text",
        [".ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        [".rtf"] = "application/rtf",
        [".txt"] = "text/plain",
        [".md"] = "text/markdown",
        [".csv"] = "text/csv",
        [".htm"] = "text/html",
        [".html"] = "text/html",
        [".json"] = "application/json",
        [".xml"] = "application/xml",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".tif"] = "image/tiff",
        [".tiff"] = "image/tiff",
        [".heic"] = "image/heic",
        [".zip"] = "application/zip",
        [".mp3"] = "audio/mpeg",
        [".mp4"] = "video/mp4",
    };

    /// <summary>Other extensions that files of people have.</summary>
    private static readonly HashSet<string> OtherExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".7z", ".asc", ".avi", ".bmp", ".docm", ".dot", ".dotx", ".eml", ".epub", ".exe", ".gz", ".heif", ".ics", ".ini", ".jfif", ".key", ".log", ".m4a",
        ".mht", ".mov", ".msg", ".numbers", ".odp", ".p7m", ".p7s", ".pages", ".ppsx", ".pptm", ".rar", ".sig", ".svg", ".tar", ".tex", ".tgz", ".tsv",
        ".vcf", ".wav", ".wps", ".xlsm", ".xps", ".yaml", ".yml",
    };

    /// <summary>The most bytes that a file may have. Devices and pipes tell no length and may have no end.</summary>
    private const int Most = 100 * 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="name">The name to give it; null for its own.</param>
    /// <param name="contentType">Its media type; null to tell by its extension.</param>
    /// <param name="parameter">The parameter the path came with, for errors.</param>
    /// <exception cref="KomboException">The file cannot be read, or its media type is not known.</exception>
    public static KomboMap FromFile(string path, string? name, string? contentType, string parameter)
    {
        var mediaType = MediaType(path, contentType);
        return Of(name ?? Path.GetFileName(path), mediaType, Read(path, parameter));
    }

    /// <summary>What is in a file.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="parameter">The parameter the path came with, for errors.</param>
    /// <exception cref="KomboException">The file cannot be read, it is empty, or it has more than 100 MB.</exception>
    public static byte[] Read(string path, string parameter)
    {
        byte[] bytes;
        try
        {
            using var file = File.OpenRead(path);
            using var content = new MemoryStream();
            var part = new byte[81920];
            for (int read; content.Length <= Most && (read = file.Read(part, 0, part.Length)) > 0;)
            {
                content.Write(part, 0, read);
            }

            bytes = content.ToArray();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw KomboException.InvalidInput(parameter, $"{InputValue.QuotePath(path)} cannot be read: {InputValue.Shortened(failure.Message, 500)}");
        }

        return bytes.Length switch
        {
            0 => throw KomboException.InvalidInput(parameter, $"{InputValue.QuotePath(path)} is empty."),
            > Most => throw KomboException.InvalidInput(parameter, $"{InputValue.QuotePath(path)} is larger than 100 MB."),
            _ => bytes,
        };
    }

    /// <summary>Makes a file of bytes.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="name">The file's name, with its extension.</param>
    /// <param name="contentType">Its media type; null to tell by the extension.</param>
    /// <param name="parameter">The parameter the bytes came with, for errors.</param>
    /// <exception cref="KomboException">There are none, there is no name, or the media type is not known.</exception>
    public static KomboMap FromBytes(byte[] content, string? name, string? contentType, string parameter)
    {
        if (content.Length == 0)
        {
            throw KomboException.InvalidInput(parameter, "it is empty.");
        }

        return name is null
            ? throw KomboException.InvalidInput("Name", "bytes have no name. Give a name with its extension.")
            : Of(name, MediaType(name, contentType), content);
    }

    /// <summary>Names a file that the API fetches itself.</summary>
    /// <param name="url">An address that needs no login.</param>
    /// <param name="name">The file's name, with its extension; null for the last part of the address.</param>
    /// <param name="contentType">Its media type; null to leave that to the API.</param>
    /// <exception cref="KomboException">There is no name.</exception>
    public static KomboMap FromUrl(Uri url, string? name, string? contentType)
    {
        if (!url.IsAbsoluteUri || url.Scheme is not ("https" or "http"))
        {
            throw KomboException.InvalidInput("Url", $"{InputValue.QuotePath(url.OriginalString)} is not an address from which the API can download a file.");
        }

        var fileName = name ?? Uri.UnescapeDataString(url.Segments[url.Segments.Length - 1].Trim('/'));
        if (fileName.Length == 0)
        {
            throw KomboException.InvalidInput("Name", $"the address {InputValue.QuotePath(url.GetLeftPart(UriPartial.Path))} does not end with a file name. Give a name with its extension.");
        }

        var file = new KomboMap { ["name"] = fileName, ["data_url"] = InputValue.Whole(url.OriginalString) };
        if (contentType is not null)
        {
            file["content_type"] = contentType;
        }

        return file;
    }

    /// <summary>The extension of files of a media type; empty when it is not known.</summary>
    public static string ExtensionOf(string? contentType)
    {
        var mediaType = contentType?.Split(';')[0].Trim();
        return MediaTypes.FirstOrDefault(known => known.Value.Equals(mediaType, StringComparison.OrdinalIgnoreCase)).Key ?? "";
    }

    /// <summary>True for what is an extension and nothing else, such as the last part of a name or of a version.</summary>
    public static bool IsExtension(string extension) => MediaTypes.ContainsKey(extension) || OtherExtensions.Contains(extension);

    /// <summary>The files that a list of paths names. Where no file has the text as its name, semicolons stand between paths, as they do in a cell.</summary>
    /// <exception cref="KomboException">One of them names none, several, or something that is not a file.</exception>
    public static IEnumerable<string> ResolveAll(PSCmdlet command, IEnumerable<string> paths, bool isLiteral, string parameter) => paths
        .SelectMany(path => path.IndexOf(';') < 0 || ByItsName(command, path) is not null ? [path] : path.Split(';').Select(part => part.Trim()))
        .Where(path => !string.IsNullOrWhiteSpace(path))
        .Select(path => Resolve(command, path, isLiteral, parameter));

    /// <summary>
    /// The one file that a PowerShell path names. A file that has the path as its very name is meant by it, too, brackets included,
    /// unless the path as a pattern names another one.
    /// </summary>
    /// <exception cref="KomboException">It names none, several, or something that is not a file.</exception>
    public static string Resolve(PSCmdlet command, string path, bool isLiteral, string parameter)
    {
        try
        {
            if (isLiteral)
            {
                return Existing(command.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path), parameter);
            }

            if (ByItsName(command, path) is { } own)
            {
                return !WildcardPattern.ContainsWildcardCharacters(path) || Matches(command, path).All(match => match == own)
                    ? own
                    : throw KomboException.InvalidInput(parameter, $"{InputValue.QuotePath(path)} is the name of a file, and also a pattern that matches other files. Use -LiteralPath for the name.");
            }

            var found = command.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out var provider);
            if (provider.Name != "FileSystem")
            {
                throw KomboException.InvalidInput(parameter, $"{InputValue.QuotePath(path)} is not in the file system.");
            }

            return found.Count == 1
                ? Existing(found[0], parameter)
                : throw KomboException.InvalidInput(parameter, $"{InputValue.QuotePath(path)} matches {found.Count} files. Use a path that matches one file, or pipe the files.");
        }
        catch (Exception failure) when (IsNoPath(failure))
        {
            throw KomboException.InvalidInput(parameter, $"{InputValue.QuotePath(path)} cannot be found: {InputValue.Shortened(failure.Message, 500)}");
        }
    }

    /// <summary>The file whose name a path is, character by character; null when there is none.</summary>
    private static string? ByItsName(PSCmdlet command, string path)
    {
        try
        {
            var full = command.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            return provider.Name == "FileSystem" && File.Exists(full) ? full : null;
        }
        catch (Exception failure) when (IsNoPath(failure))
        {
            // Whoever needs the path says so.
            return null;
        }
    }

    private static Collection<string> Matches(PSCmdlet command, string path)
    {
        try
        {
            return command.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _);
        }
        catch (Exception failure) when (IsNoPath(failure))
        {
            // A name with a bracket that is never closed is no pattern.
            return [];
        }
    }

    private static bool IsNoPath(Exception failure) => failure is ItemNotFoundException or System.Management.Automation.DriveNotFoundException or ProviderNotFoundException
        or PSNotSupportedException or PSArgumentException or WildcardPatternException or ArgumentException or IOException or UnauthorizedAccessException or NotSupportedException;

    private static string MediaType(string path, string? given) => given ?? (MediaTypes.TryGetValue(Path.GetExtension(path), out var known) ? known : null)
        ?? throw KomboException.InvalidInput("ContentType", $"the media type of {InputValue.QuotePath(path)} cannot be determined from its extension. Give it, such as application/pdf.");

    private static KomboMap Of(string name, string mediaType, byte[] bytes) =>
        new() { ["name"] = name, ["content_type"] = mediaType, ["data"] = Convert.ToBase64String(bytes) };

    private static string Existing(string path, string parameter) => File.Exists(path)
        ? path
        : throw KomboException.InvalidInput(parameter, Directory.Exists(path) ? $"{InputValue.QuotePath(path)} is a folder." : $"{InputValue.QuotePath(path)} does not exist.");
}
