using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Kombo.Models;

namespace Kombo.Http;

/// <summary>The one place that keeps secrets out of what is shown: a server or a proxy may send back what it was sent.</summary>
internal sealed class Redaction
{
    private const string Mask = "***";

    // Shorter values would take ordinary words out of every message.
    private const int Shortest = 4;

    private static readonly Regex SecretHeader = new("cookie|authori[sz]ation|token|secret|password|credential|api-?key|(^|[-_])key$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    private static readonly Regex Bearer = new(@"(?<=\bBearer\s+)[A-Za-z0-9._~+/=-]{8,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // The name and the password in an address.
    private static readonly Regex UserInfo = new(@"(?<=://)[^/?#\s]*@", RegexOptions.CultureInvariant);

    private readonly string[] _secrets;

    /// <summary>A redaction.</summary>
    /// <param name="secrets">What must not be shown, as it is.</param>
    public Redaction(IEnumerable<string> secrets) =>
        _secrets = secrets.Where(secret => secret.Length >= Shortest).Distinct(StringComparer.Ordinal).ToArray();

    /// <summary>True for a header whose value is a secret by its name.</summary>
    public static bool IsSecretHeader(string name) => SecretHeader.IsMatch(name);

    /// <summary>The text with *** in place of the secrets.</summary>
    /// <param name="text">The text.</param>
    /// <param name="more">The secrets of the request.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Apply(string? text, IReadOnlyList<string> more)
    {
        if (text is null)
        {
            return null;
        }

        foreach (var secret in more.Where(secret => secret.Length >= Shortest).Concat(_secrets))
        {
            text = text.Replace(secret, Mask).Replace(Uri.EscapeDataString(secret), Mask);
        }

        return UserInfo.Replace(Bearer.Replace(text, Mask), Mask + "@");
    }

    /// <summary>The headers, with *** in place of the secrets.</summary>
    public IReadOnlyDictionary<string, string> Apply(IReadOnlyDictionary<string, string> headers, IReadOnlyList<string> more)
    {
        var shown = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in headers)
        {
            shown[header.Key] = IsSecretHeader(header.Key) ? Mask : Apply(header.Value, more);
        }

        return shown;
    }

    /// <summary>The plain value, with *** in place of the secrets.</summary>
    public object? Apply(object? value, IReadOnlyList<string> more) => value switch
    {
        string text => Apply(text, more),
        KomboMap map => new KomboMap(map.Select(entry => new KeyValuePair<string, object?>(Apply(entry.Key, more), Apply(entry.Value, more)))),
        KomboList<object?> list => new KomboList<object?>(list.Select(item => Apply(item, more))),
        _ => value,
    };
}
