using System.Globalization;
using System.Text;

namespace Kombo.Sandbox;

/// <summary>
/// Where a list goes on: the number of the page, and the row of the table that is looked at next. Rows never move, so a
/// row that is deleted while a list is read makes no other row disappear.
/// </summary>
internal readonly record struct Cursor(int Page, int Row)
{
    /// <summary>Where a list without a cursor begins.</summary>
    public static Cursor Start { get; } = new(1, 0);

    /// <summary>Reads the query parameter.</summary>
    /// <exception cref="SandboxException">The text is not a cursor of this sandbox.</exception>
    public static Cursor Read(IReadOnlyDictionary<string, string> query) =>
        !query.TryGetValue("cursor", out var text) || text.Length == 0 ? Start
        : TryParse(text, out var cursor) ? cursor
        : throw SandboxException.Invalid("The query parameter 'cursor' is not one that this API gave out.");

    public override string ToString()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Format(CultureInfo.InvariantCulture, "sandbox/{0}/{1}", Page, Row));
        return Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    public static bool TryParse(string text, out Cursor cursor)
    {
        cursor = Start;
        try
        {
            var base64 = text.Replace('-', '+').Replace('_', '/');
            var parts = Encoding.UTF8.GetString(Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='))).Split('/');
            if (parts.Length == 3 && parts[0] == "sandbox"
                && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var page)
                && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var row))
            {
                cursor = new Cursor(page, row);
                return true;
            }
        }
        catch (FormatException)
        {
        }

        return false;
    }
}
