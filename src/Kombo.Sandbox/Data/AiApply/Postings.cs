using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>The openings on the career sites, as AI Apply sees them. The sandbox has read a new one at once.</summary>
internal sealed class Postings : Table
{
    /// <inheritdoc/>
    public override string Noun => "AI Apply posting";

    /// <summary>The posting with this address, career site and code; null when there is none.</summary>
    public Row? Find(string url, Row site, string? jobCode) =>
        Rows.Find(row => row.Text("url") == url && row.Text("career_site_id") == site.Id && row.Text("job_code") == jobCode);

    /// <summary>The posting with this address, career site and code; it is made if there is none.</summary>
    public (Row Row, bool IsNew) Submit(string url, Row site, string? jobCode, KomboMap given, string? feedId)
    {
        var row = Find(url, site, jobCode);
        var isNew = row is null;
        row ??= Add(Make(Rows.Count, url, site, jobCode, null, Database.Now()));
        if (given.TryGetValue("location", out var location))
        {
            row["location"] = location;
        }

        row["job_feed_id"] = feedId ?? row["job_feed_id"];
        row["archived_at"] = null;
        row["archived_reason"] = null;
        row["availability"] = row["availability"] is "ARCHIVED" ? "APPLYABLE" : row["availability"];
        row["updated_at"] = Database.Now();
        return (row, isNew);
    }

    /// <summary>Archives what a feed does not have any more.</summary>
    public int Archive(string feedId, ISet<string> kept)
    {
        var gone = Rows.Where(row => row.Text("job_feed_id") == feedId && row["archived_at"] is null && !kept.Contains(row.Id)).ToList();
        foreach (var row in gone)
        {
            row["archived_at"] = row["updated_at"] = Database.Now();
            row["archived_reason"] = "REMOVED_FROM_JOB_FEED";
            row["availability"] = "ARCHIVED";
        }

        return gone.Count;
    }

    /// <summary>The posting as answers show it.</summary>
    public KomboMap Full(Row row) => Expand(row);

    /// <summary>The posting with its form and a token that can be used several times; both are null where nobody can apply.</summary>
    public KomboMap WithForm(Row row)
    {
        var takesApplications = row.Text("availability") == "APPLYABLE";
        var posting = Expand(row);
        posting["application_form"] = takesApplications ? PostingForms.Blocks() : null;
        posting["submission_token"] = takesApplications ? Database.Get<PostingForms>().Reusable(row).Id : null;
        return posting;
    }

    /// <inheritdoc/>
    public override string? UpdatedAt(Row row) => row.Text("updated_at");

    /// <inheritdoc/>
    protected override void Seed()
    {
        var sites = Database.Get<CareerSites>().Rows;
        var feed = Database.Get<JobFeeds>().Rows[0];
        foreach (var job in Database.Get<Jobs>().Rows.Where(job => !job.IsDeleted && job.Text("post_url") is not null))
        {
            var index = Rows.Count;
            var row = Add(Make(index, job.Text("post_url")!, sites[index % 2], job.Text("job_code"), job.Id, Calendar.At(-60 - index)));
            row["job_feed_id"] = feed.Id;
            switch (job.Text("status"))
            {
                case "CLOSED" or "ARCHIVED":
                    row["archived_at"] = Calendar.At(-index);
                    row["archived_reason"] = index % 2 == 0 ? "JOB_POSTING_TAKEN_OFFLINE" : "MANUAL_ARCHIVE";
                    row["availability"] = "ARCHIVED";
                    break;
                case "DRAFT":
                    row["availability"] = "UNAVAILABLE";
                    break;
            }
        }
    }

    /// <inheritdoc/>
    protected override KomboMap Expand(Row row)
    {
        var posting = row.Without("career_site_id", "job_feed_id", "job_id", "location");
        posting["career_site"] = Database.Get<CareerSites>().Rows.First(site => site.Id == row.Text("career_site_id")).Pick("id", "label");
        return posting;
    }

    private static KomboMap Make(int index, string url, Row site, string? jobCode, string? jobId, string createdAt) => new()
    {
        ["id"] = Ids.Make("AI Apply posting", index),
        ["career_site_id"] = site.Id,
        ["job_feed_id"] = null,
        ["job_id"] = jobId,
        ["location"] = null,
        ["url"] = url,
        ["job_code"] = jobCode,
        ["created_at"] = createdAt,
        ["updated_at"] = createdAt,
        ["archived_at"] = null,
        ["archived_reason"] = null,
        ["availability"] = "APPLYABLE",
    };
}
