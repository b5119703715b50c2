using System.Text.RegularExpressions;

namespace Kombo.Http;

/// <summary>The headers and cookies that a program adds to its requests to the API.</summary>
internal static class OwnHeaders
{
    /// <summary>What this client sets itself, or what says how a message goes over the wire. An other value would break requests, or send them as somebody else.</summary>
    private static readonly Regex Taken = new(
        "^(authorization|x-integration-id|accept|accept-encoding|host|content-.*|connection|keep-alive|transfer-encoding|te|trailer|upgrade|expect|proxy-.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Name = new("^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$", RegexOptions.CultureInvariant);
    private static readonly Regex HeaderValue = new(@"^[\t -~]*$", RegexOptions.CultureInvariant);
    private static readonly Regex CookieValue = new(@"^[\x21\x23-\x2B\x2D-\x3A\x3C-\x5B\x5D-\x7E]*$", RegexOptions.CultureInvariant);

    /// <summary>Refuses what cannot be sent, or must not be. Values are never quoted: they may be secrets.</summary>
    /// <exception cref="KomboException">It names the header or the cookie.</exception>
    public static void Check(KomboClientOptions options)
    {
        foreach (var header in options.Headers)
        {
            CheckName("Header", header.Key);
            if (header.Key.Equals("Cookie", StringComparison.OrdinalIgnoreCase))
            {
                throw KomboException.InvalidInput("Header", "use the option Cookie for cookies.");
            }

            if (Taken.IsMatch(header.Key))
            {
                throw KomboException.InvalidInput("Header", $"'{header.Key}' is set by this client and cannot be replaced.");
            }

            CheckValue("Header", header.Key, header.Value, HeaderValue);
        }

        foreach (var cookie in options.Cookies)
        {
            CheckName("Cookie", cookie.Key);
            CheckValue("Cookie", cookie.Key, cookie.Value, CookieValue);
        }
    }

    /// <summary>Adds them to a request.</summary>
    public static void AddTo(HttpRequestMessage message, KomboClientOptions options)
    {
        foreach (var header in options.Headers)
        {
            // Such as User-Agent, which may be another.
            message.Headers.Remove(header.Key);
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        if (options.Cookies.Count > 0)
        {
            message.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", options.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }
    }

    /// <summary>The values among them that must not be shown.</summary>
    public static IEnumerable<string> Secrets(KomboClientOptions options)
    {
        foreach (var header in options.Headers)
        {
            if (Redaction.IsSecretHeader(header.Key))
            {
                yield return header.Value;
            }
        }

        foreach (var cookie in options.Cookies)
        {
            yield return cookie.Value;
        }
    }

    private static void CheckName(string option, string name)
    {
        if (!Name.IsMatch(name))
        {
            throw KomboException.InvalidInput(option, "a name is empty or contains invalid characters.");
        }
    }

    private static void CheckValue(string option, string name, string? value, Regex allowed)
    {
        if (value is null || !allowed.IsMatch(value))
        {
            throw KomboException.InvalidInput(option, $"the value of '{name}' is null, or contains characters that cannot be sent: line breaks, characters that are not ASCII, and in cookies also white space, commas, semicolons, quotation marks and backslashes.");
        }
    }
}
