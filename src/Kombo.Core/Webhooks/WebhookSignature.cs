using System.Security.Cryptography;
using System.Text;

namespace Kombo.Webhooks;

/// <summary>
/// The proof that a webhook comes from Kombo: HMAC-SHA256 over the bytes of the body with the webhook's secret, in the
/// header <c>X-Kombo-Signature</c> as base64url without padding.
/// </summary>
public static class WebhookSignature
{
    /// <summary>The header that carries the signature.</summary>
    public const string HeaderName = "X-Kombo-Signature";

    private const int TextLength = 43;

    /// <summary>Signs a body as Kombo does.</summary>
    /// <param name="body">The bytes of the body.</param>
    /// <param name="secret">The webhook's secret.</param>
    /// <returns>The signature.</returns>
    /// <exception cref="KomboException">The secret is empty or white space, with which anybody could sign, or has white space around it.</exception>
    public static string Compute(byte[] body, string secret)
    {
        if (body is null)
        {
            throw new ArgumentNullException(nameof(body));
        }

        if (string.IsNullOrWhiteSpace(secret))
        {
            throw KomboException.InvalidInput("Secret", "it is empty or white space, with which anybody can sign. Kombo's dashboard shows the secret of the webhook.");
        }

        if (secret.Trim().Length < secret.Length)
        {
            throw KomboException.InvalidInput("Secret", KomboException.SpaceAround);
        }

        var key = Encoding.UTF8.GetBytes(secret);
        try
        {
            using var algorithm = new HMACSHA256(key);
            return Convert.ToBase64String(algorithm.ComputeHash(body)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        }
        finally
        {
            Array.Clear(key, 0, key.Length);
        }
    }

    /// <summary>Tells whether Kombo signed a body. The time it takes says nothing about the right signature.</summary>
    /// <param name="body">The bytes of the body as they arrived.</param>
    /// <param name="signature">The value of the header; null or empty when the request had none.</param>
    /// <param name="secret">The webhook's secret.</param>
    /// <returns>True when the signature is right.</returns>
    /// <exception cref="KomboException">The secret is empty or white space, or has white space around it.</exception>
    public static bool IsValid(byte[] body, string? signature, string secret)
    {
        var expected = Compute(body, secret);
        var given = signature?.Trim() ?? "";
        var difference = given.Length ^ TextLength;
        for (var i = 0; i < TextLength; i++)
        {
            difference |= expected[i] ^ (i < given.Length ? given[i] : 0);
        }

        return difference == 0;
    }

    /// <summary>
    /// Why a signature that is not valid may be none, as far as can be told. It never contains the secret or the right signature.
    /// </summary>
    /// <param name="body">The bytes of the body.</param>
    /// <param name="signature">The value of the header.</param>
    /// <param name="secret">The webhook's secret.</param>
    /// <returns>A sentence or two for a person.</returns>
    public static string Explain(byte[] body, string? signature, string secret)
    {
        var given = signature?.Trim() ?? "";
        if (given.Length == 0)
        {
            return $"There is no signature: the request has no header {HeaderName}, or its value was not passed.";
        }

        if (FormProblem(given) is { } problem)
        {
            return problem;
        }

        foreach (var (change, changed) in Variants(body ?? throw new ArgumentNullException(nameof(body))))
        {
            if (IsValid(changed, given, secret))
            {
                return $"The signature is valid for the body {change}. It is computed from the exact bytes that arrived, so do not change them.";
            }
        }

        return "Either the secret does not belong to this webhook, or the body was changed: JSON that was parsed and serialized again, or text that was decoded with an encoding other than UTF-8, has a different signature.";
    }

    private static string? FormProblem(string given)
    {
        const string Form = "Kombo's signature is 43 characters of base64url";
        if (given.IndexOf('=') is var equals and > 0 && equals < given.Length - 2)
        {
            return $"{Form} without a prefix; this one begins with '{Shown(given.Substring(0, equals + 1))}'.";
        }

        if (given.Length == 64 && given.All(character => character is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')))
        {
            return $"{Form}; this one is hexadecimal.";
        }

        if (given.Any(character => character is '+' or '/' or '='))
        {
            return $"{Form}, with - and _ in place of + and / and without = at the end; this one is ordinary base64.";
        }

        return given.Length == TextLength ? null : $"{Form}; this text has {given.Length}.";
    }

    /// <summary>What files and editors do to a text.</summary>
    private static IEnumerable<(string Change, byte[] Body)> Variants(byte[] body)
    {
        var text = Encoding.UTF8.GetString(body);
        var trimmed = text.TrimEnd('\r', '\n');
        if (trimmed.Length < text.Length)
        {
            yield return ("without the line break at its end", Encoding.UTF8.GetBytes(trimmed));
        }

        if (body.Length > 3 && body[0] == 0xEF && body[1] == 0xBB && body[2] == 0xBF)
        {
            yield return ("without its byte order mark", body.Skip(3).ToArray());
        }

        if (text.Contains("\r\n"))
        {
            yield return ("with line feeds only", Encoding.UTF8.GetBytes(text.Replace("\r\n", "\n")));
        }
    }

    private static string Shown(string text) => text.Length <= 20 ? text : text.Substring(0, 20) + "...";
}
