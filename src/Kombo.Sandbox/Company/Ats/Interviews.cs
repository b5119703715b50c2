using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>Appointments with candidates.</summary>
internal sealed class Interviews : Table
{
    /// <inheritdoc/>
    public override string Noun => "interview";

    /// <inheritdoc/>
    protected override string? Owner => "application_id";

    /// <inheritdoc/>
    protected override void Fill()
    {
        foreach (var application in Company.Get<Applications>().Rows)
        {
            var dice = new Dice(Noun + application.Id);
            if (dice.InThousand(200))
            {
                Add(application, dice.Between(-200, 30), dice);
            }
        }
    }

    private void Add(Row application, int day, Dice dice)
    {
        var number = Rows.Count.ToString(CultureInfo.InvariantCulture);
        Add(new KomboMap
        {
            ["id"] = NextId,
            ["remote_id"] = "int-" + number,
            ["title"] = dice.Pick(["Phone interview", "Technical interview", "Kennenlernen"]),
            ["starting_at"] = Calendar.At(day, 3600),
            ["ending_at"] = Calendar.At(day, 7200),
            ["location"] = dice.InThousand(300) ? Parts.Address("Lohmühlenstraße 65", "12435", "Berlin", null, "DE") : null,
            ["video_conferencing_url"] = dice.InThousand(500) ? "https://meet.sandbox.kombo.invalid/" + number : null,
            ["application_id"] = application.Id,
            ["stage_id"] = application["current_stage_id"],
            ["canceled"] = dice.InThousand(100) ? true : dice.InThousand(100) ? null : false,
            ["remote_created_at"] = Calendar.At(day - 14),
            ["remote_updated_at"] = Calendar.At(day - 14),
            ["remote_data"] = null,
            ["changed_at"] = Calendar.Changed(dice),
            ["remote_deleted_at"] = null,
            ["users"] = Parts.List(dice.Pick(Company.Get<AtsUsers>().Rows).Pick("id", "remote_id", "first_name", "last_name", "email")),
        });
    }
}
