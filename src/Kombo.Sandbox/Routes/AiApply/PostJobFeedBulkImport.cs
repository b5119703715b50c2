using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>POST ai-apply/job-feeds/{job_feed_id}/bulk-import.</summary>
internal sealed class PostJobFeedBulkImport : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "ai-apply/job-feeds/{job_feed_id}/bulk-import";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var feed = request.Named<JobFeeds>("job_feed_id");
        var postings = request.Table<Postings>();
        var kept = new HashSet<string>(StringComparer.Ordinal);
        var created = 0;
        foreach (var line in request.Lines)
        {
            var site = request.Table<CareerSites>().Labelled((string)line["career_site_label"]!);
            var code = line.TryGetValue("job_code", out var given) ? (string)given! : null;
            var (row, isNew) = postings.Submit((string)line["url"]!, site, code, line, feed.Id);
            kept.Add(row.Id);
            created += isNew ? 1 : 0;
        }

        return new KomboMap { ["created"] = created, ["processed"] = request.Lines.Count, ["archived"] = postings.Archive(feed.Id, kept) };
    }
}
