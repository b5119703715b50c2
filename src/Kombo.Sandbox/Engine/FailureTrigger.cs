using System.Globalization;
using System.Text.RegularExpressions;

namespace Kombo.Sandbox;

/// <summary>A text <c>fail:&lt;what&gt;</c>, with <c>*n</c> (the first n times) and <c>@n</c> (from page n on).</summary>
internal sealed class FailureTrigger
{
    private static readonly Regex Form = new(
        @"^(?:remote:)?fail:(?<what>[A-Za-z0-9_.]+)(?:\*(?<times>\d{1,6})|@(?<page>\d{1,6}))*$", RegexOptions.CultureInvariant);

    private FailureTrigger(string text, Match match)
    {
        Text = text;
        What = match.Groups["what"].Value;
        Times = Number(match.Groups["times"]) ?? int.MaxValue;
        Page = Number(match.Groups["page"]) ?? 1;
    }

    public string Text { get; }

    public string What { get; }

    public int Times { get; }

    public int Page { get; }

    /// <summary>Whether the text is a trigger at all, fired or not.</summary>
    public static bool Is(string? text) => text is not null && text.Contains("fail:") && Form.IsMatch(text);

    /// <summary>The triggers among these texts.</summary>
    public static IEnumerable<FailureTrigger> In(IEnumerable<string?> texts) =>
        texts.Where(Is).Select(text => new FailureTrigger(text!, Form.Match(text!)));

    private static int? Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : null;
}
