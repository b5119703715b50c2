using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>A day of recruiting: people apply, move on, are hired or rejected; some want to be forgotten.</summary>
internal sealed class AtsDay(Database database) : Day(database, "ats")
{
    /// <summary>The steps with an interview, and the one with an offer, by the end of their names in the source.</summary>
    private const string InterviewStep = "-stage-3";
    private const string OfferStep = "-stage-4";

    private readonly Candidates _candidates = database.Get<Candidates>();
    private readonly Applications _applications = database.Get<Applications>();
    private readonly Jobs _jobs = database.Get<Jobs>();

    /// <inheritdoc/>
    public override void Pass()
    {
        Times(Random.Between(1, 4), Apply);
        Times(Random.Between(4, 8), MoveOn);
        Times(Random.Between(1, 3), Reject);
        Times(1, Tag);
        Every(2, 1, Forget);
        Every(7, 4, Close);
        Every(15, 10, RenameTag);
    }

    private static bool IsPending(Row application) => application.Text("outcome") == "PENDING";

    private void Apply()
    {
        if (Any(_jobs, row => row.Text("status") == "OPEN") is not { } job)
        {
            return;
        }

        var first = Random.Pick(Names.First);
        var last = Random.Pick(Names.Last);
        var candidate = _candidates.Create(new KomboMap
        {
            ["first_name"] = first,
            ["last_name"] = last,
            ["source"] = "Career site",
            ["email_addresses"] = Parts.List(Candidates.Mail(Names.Mail(first, last, "example.org").Replace("@", _candidates.Rows.Count.ToString(CultureInfo.InvariantCulture) + "@"), "PERSONAL")),
        });
        _applications.Create(job, candidate, Database.Get<Stages>().Of(job.Id).First(), Parts.List());
    }

    /// <summary>An application reaches the next stage of its job. At the last one, the candidate is hired.</summary>
    private void MoveOn()
    {
        if (Any(_applications, IsPending) is not { } application)
        {
            return;
        }

        var stages = Database.Get<Stages>().Of(application.Text("job_id")!).ToList();
        var next = stages.FindIndex(stage => stage.Id == application.Text("current_stage_id")) + 1;
        if (next >= stages.Count)
        {
            return;
        }

        application["current_stage_id"] = stages[next].Id;
        if (next == stages.Count - 1)
        {
            application["outcome"] = "HIRED";
            foreach (var offer in Database.Get<Offers>().Of(application.Id))
            {
                offer["status"] = "ACCEPTED";
                Database.Get<Offers>().Changed(offer);
            }
        }

        _applications.ChangedWithCandidate(application);
        var step = stages[next].RemoteId!;
        if (step.EndsWith(InterviewStep, StringComparison.Ordinal))
        {
            Database.Get<Interviews>().Create(application, new KomboMap
            {
                ["title"] = "Interview",
                ["start_time"] = Calendar.At(Today + 5, 3600),
                ["end_time"] = Calendar.At(Today + 5, 7200),
                ["location"] = new KomboMap { ["type"] = "VIRTUAL" },
                ["interviewer_user_ids"] = Parts.List(Random.Pick(Database.Get<AtsUsers>().Rows).Id),
            });
        }
        else if (step.EndsWith(OfferStep, StringComparison.Ordinal))
        {
            Database.Get<Offers>().Create(application, Calendar.Midnight(Today + Random.Between(30, 120)));
        }
    }

    private void Reject()
    {
        if (Any(_applications, IsPending) is { } application && Any(Database.Get<RejectionReasons>(), _ => true) is { } reason)
        {
            application["outcome"] = "DECLINED";
            application["rejection_reason_name"] = reason["name"];
            _applications.ChangedWithCandidate(application);
            application["rejected_at"] = application["changed_at"];
        }
    }

    private void Tag()
    {
        if (Any(_candidates, _ => true) is { } candidate && Any(Database.Get<Tags>(), _ => true) is { } tag)
        {
            _candidates.Retag(candidate, [tag.Id]);
        }
    }

    /// <summary>A candidate is deleted, with the applications and what belongs to them.</summary>
    private void Forget()
    {
        if (Any(_candidates, candidate => !_applications.Of(candidate.Id).Any(IsPending)) is { } candidate)
        {
            foreach (var application in _applications.Of(candidate.Id).ToList())
            {
                foreach (var table in new Table[] { Database.Get<Interviews>(), Database.Get<Offers>() })
                {
                    table.Of(application.Id).ToList().ForEach(table.Delete);
                }

                _applications.Delete(application);
            }

            _candidates.Delete(candidate);
        }
    }

    private void Close()
    {
        if (Any(_jobs, row => row.Text("status") == "OPEN") is { } job)
        {
            job["status"] = "CLOSED";
            job["closed_at"] = Calendar.Midnight(Today);
            _jobs.Changed(job);
        }
    }

    /// <summary>The candidates show it, but do not count as changed.</summary>
    private void RenameTag()
    {
        var tags = Database.Get<Tags>();
        if (Any(tags, _ => true) is { } tag)
        {
            tag["name"] = string.Format(CultureInfo.InvariantCulture, "{0} ({1:yyyy-MM})", tag.Text("name")!.Split('(')[0].TrimEnd(), Calendar.Date(Today));
            tags.Changed(tag);
        }
    }
}
