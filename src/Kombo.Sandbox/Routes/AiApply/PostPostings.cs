using static Kombo.Sandbox.Must;

namespace Kombo.Sandbox;

/// <summary>POST ai-apply/postings.</summary>
internal sealed class PostPostings : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "ai-apply/postings";

    /// <inheritdoc/>
    public override bool NeedsIntegration => false;

    /// <inheritdoc/>
    public override Check Body { get; } = Be(
        Have("url", IsPage),
        May("job_code", Text),
        May("location", Must.Null(Be(Have("country", Country), May("postal_code", Text)))),
        Have("career_site_id", FilledText));

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var site = request.Table<CareerSites>().Require((string)request.Body["career_site_id"]!, "career_site_id");
        var code = request.Body.TryGetValue("job_code", out var given) ? (string)given! : null;
        var postings = request.Table<Postings>();
        var (row, isNew) = postings.Submit((string)request.Body["url"]!, site, code, request.Body, null);
        var answer = postings.Full(row);
        answer["availability"] = isNew ? "PENDING" : answer["availability"];
        return answer;
    }

    /// <summary>A country by its two letters.</summary>
    public static void Country(object? value, string path)
    {
        if (value is not string { Length: 2 } text || !text.All(letter => letter is >= 'A' and <= 'Z'))
        {
            throw SandboxException.Invalid($"'{path}' must be a country code of two capital letters.");
        }
    }

    /// <summary>An address with http or https.</summary>
    public static void IsPage(object? value, string path)
    {
        if (value is not string text || !Uri.TryCreate(text, UriKind.Absolute, out var page) || page.Scheme is not ("http" or "https"))
        {
            throw SandboxException.Invalid($"'{path}' must be an address with http or https.");
        }
    }
}
