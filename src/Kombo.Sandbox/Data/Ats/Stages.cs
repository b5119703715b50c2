using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>The steps of an application; every job has its own.</summary>
internal sealed class Stages : Table
{
    /// <summary>The member with the id of the job. It is not sent.</summary>
    public const string JobId = "job_id";

    private static readonly string[] Steps = ["Applied", "Screening", "Phone interview", "Interview", "Offer", "Hired"];

    /// <inheritdoc/>
    public override string Noun => "application stage";

    /// <inheritdoc/>
    protected override string? Owner => JobId;

    /// <summary>A stage as candidates and new applications show it.</summary>
    public static KomboMap? Short(Row? stage) => stage?.Pick("id", "remote_id", "name", "index");

    /// <summary>A stage as applications show it.</summary>
    public static KomboMap? Current(Row? stage) => stage?.Pick("id", "remote_id", "name", "index", "status", "custom_fields");

    /// <inheritdoc/>
    protected override void Seed()
    {
        foreach (var job in Database.Get<Jobs>().Rows)
        {
            for (var i = 0; i < Steps.Length; i++)
            {
                Add(new KomboMap
                {
                    ["id"] = NextId,
                    ["remote_id"] = string.Format(CultureInfo.InvariantCulture, "{0}-stage-{1}", job.RemoteId, i),
                    ["name"] = Steps[i],
                    ["index"] = i,
                    ["status"] = "ACTIVE",
                    ["custom_fields"] = null,
                    [JobId] = job.Id,
                }.Tracked(Calendar.Changed(new SeededRandom(Noun + Rows.Count))));
            }
        }
    }

    /// <inheritdoc/>
    protected override KomboMap Expand(Row row) => row.Without(JobId, "index");
}
