using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>Contracts offered to candidates.</summary>
internal sealed class Offers : Table
{
    /// <inheritdoc/>
    public override string Noun => "offer";

    /// <inheritdoc/>
    protected override string? Owner => "application_id";

    /// <inheritdoc/>
    protected override KomboMap Expand(Row row)
    {
        var application = Company.Get<Applications>().Find(row.Text("application_id"));
        return new KomboMap(row.Fields)
        {
            ["application"] = application is null ? null : new KomboMap
            {
                ["candidate"] = Candidates.Short(Company.Get<Candidates>().Find(application.Text("candidate_id"))),
                ["job"] = Jobs.Short(Company.Get<Jobs>().Find(application.Text("job_id"))),
            },
        };
    }

    /// <inheritdoc/>
    protected override void Fill()
    {
        foreach (var application in Company.Get<Applications>().Rows)
        {
            var dice = new Dice(Noun + application.Id);
            var hired = application.Text("outcome") == "HIRED";
            if (hired || dice.InThousand(30))
            {
                Add(application, hired ? "ACCEPTED" : dice.Pick(["DECLINED", "SENT", "APPROVED", "DRAFT", "ABANDONED"]), dice);
            }
        }
    }

    private void Add(Row application, string status, Dice dice) => Add(new KomboMap
    {
        ["id"] = NextId,
        ["remote_id"] = "offer-" + Rows.Count.ToString(CultureInfo.InvariantCulture),
        ["status"] = status,
        ["employment_start_date"] = Calendar.Midnight(dice.Between(-100, 150)),
        ["application_id"] = application.Id,
        ["custom_fields"] = new KomboMap(),
        ["integration_fields"] = Parts.List(),
        ["changed_at"] = Calendar.Changed(dice),
        ["remote_deleted_at"] = null,
        ["remote_created_at"] = application["remote_updated_at"],
        ["remote_updated_at"] = application["remote_updated_at"],
        ["remote_data"] = null,
    });
}
