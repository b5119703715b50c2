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

    /// <summary>A new offer.</summary>
    public void Create(Row application, string start)
    {
        Add(application, "SENT", new SeededRandom(Noun + application.Id));
        var offer = Rows[Rows.Count - 1];
        offer["employment_start_date"] = start;
        Changed(offer);
        offer["remote_created_at"] = offer["changed_at"];
    }

    /// <inheritdoc/>
    protected override KomboMap Expand(Row row)
    {
        var application = Database.Get<Applications>().Find(row.Text("application_id"));
        return new KomboMap(row.Fields)
        {
            ["application"] = application is null ? null : new KomboMap
            {
                ["candidate"] = Candidates.Short(Database.Get<Candidates>().Find(application.Text("candidate_id"))),
                ["job"] = Jobs.Short(Database.Get<Jobs>().Find(application.Text("job_id"))),
            },
        };
    }

    /// <inheritdoc/>
    protected override void Seed()
    {
        foreach (var application in Database.Get<Applications>().Rows)
        {
            var random = new SeededRandom(Noun + application.Id);
            var hired = application.Text("outcome") == "HIRED";
            if (hired || random.InThousand(30))
            {
                Add(application, hired ? "ACCEPTED" : random.Pick(["DECLINED", "SENT", "APPROVED", "DRAFT", "ABANDONED"]), random);
            }
        }
    }

    private void Add(Row application, string status, SeededRandom random) => Add(new KomboMap
    {
        ["id"] = NextId,
        ["remote_id"] = "offer-" + Rows.Count.ToString(CultureInfo.InvariantCulture),
        ["status"] = status,
        ["employment_start_date"] = Calendar.Midnight(random.Between(-100, 150)),
        ["application_id"] = application.Id,
        ["custom_fields"] = new KomboMap(),
        ["integration_fields"] = Parts.List(),
        ["changed_at"] = Calendar.Changed(random),
        ["remote_deleted_at"] = null,
        ["remote_created_at"] = application["remote_updated_at"],
        ["remote_updated_at"] = application["remote_updated_at"],
        ["remote_data"] = null,
    });
}
