using System.Runtime.CompilerServices;
using System.Text;

namespace Kombo.PowerShell;

/// <summary>Reads text files that do not say how they are encoded.</summary>
internal static class TextFile
{
    // .NET Framework knows this encoding, and does not have the class by which later .NET does.
    private static Encoding Windows1252 => KomboCommand.IsWindowsPowerShell ? Encoding.GetEncoding(1252) : LaterWindows1252();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Encoding LaterWindows1252() => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>
    /// Reads a file as UTF-8, or as what its byte order mark says. Text of older Windows programs with an umlaut in it is no
    /// valid UTF-8: then it is read as Windows-1252.
    /// </summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="parameter">The parameter the path came with, for errors.</param>
    /// <exception cref="KomboException">The file cannot be read, or it is empty.</exception>
    public static string Read(string path, string parameter)
    {
        var bytes = FilePayload.Read(path, parameter);
        try
        {
            using var reader = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, throwOnInvalidBytes: true));
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return Windows1252.GetString(bytes);
        }
    }
}
