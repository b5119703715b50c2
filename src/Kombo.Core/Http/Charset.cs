using System.Text;

namespace Kombo.Http;

/// <summary>Answers in other encodings than UTF-8: what an answer declares is what counts.</summary>
internal static class Charset
{
    private static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The encoding that a content type names.</summary>
    /// <param name="name">The charset of the content type; null for none.</param>
    /// <param name="encoding">The encoding; null for UTF-8, which is the usual one and needs no work.</param>
    /// <returns>False for an encoding that nobody here knows.</returns>
    private static bool TryFind(string? name, out Encoding? encoding)
    {
        encoding = null;
        var charset = name?.Trim().Trim('"', '\'');
        if (string.IsNullOrEmpty(charset) || charset!.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || charset.Equals("utf8", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        try
        {
            // What cannot be decoded is refused: a replaced letter would be lost for good.
#if NET
            encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(charset, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
#else
            encoding = Encoding.GetEncoding(charset, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
#endif
            encoding = encoding.CodePage == Encoding.UTF8.CodePage ? null : encoding;
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The answer in UTF-8.</summary>
    /// <param name="body">The answer as it came.</param>
    /// <param name="name">The charset of the content type; null for none.</param>
    /// <param name="utf8">The answer in UTF-8; as it came where it cannot be decoded.</param>
    /// <returns>False when it cannot be decoded as it declares.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> body, string? name, out ReadOnlySpan<byte> utf8)
    {
        utf8 = body;
        if (!TryFind(name, out var encoding))
        {
            return body.Length == 0;
        }

        try
        {
            utf8 = encoding is null ? body : Encoding.UTF8.GetBytes(encoding.GetString(body.ToArray()));
            return true;
        }
        catch (ArgumentException)
        {
            // Bytes that the charset has no letters for.
            return false;
        }
    }

    /// <summary>The text of an answer for people to read: as declared, and where that does not work, letter by letter.</summary>
    public static string ToText(ReadOnlySpan<byte> body, string? name)
    {
        if (TryFind(name, out var encoding))
        {
            try
            {
                return (encoding ?? Strict).GetString(body.ToArray()).TrimStart('\uFEFF');
            }
            catch (ArgumentException)
            {
                // It is not what it says it is.
            }
        }

        return Encoding.GetEncoding("iso-8859-1").GetString(body.ToArray());
    }

    /// <summary>Whether every byte is a part of a letter.</summary>
    public static bool IsUtf8(ReadOnlySpan<byte> body)
    {
#if NET
        return System.Text.Unicode.Utf8.IsValid(body);
#else
        try
        {
            _ = Strict.GetCharCount(body.ToArray());
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
#endif
    }

    /// <summary>A charset as errors show it: what a server sends can be anything.</summary>
    public static string Shown(string? name)
    {
        var text = new string((name ?? "").Where(character => character is > ' ' and <= '~').ToArray());
        return $"'{(text.Length <= 40 ? text : text.Substring(0, 40) + "...")}'";
    }
}
