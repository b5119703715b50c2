using Kombo.Json;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>The certificates of incapacity that were asked for. The health insurance answers when the state is read a second time.</summary>
internal sealed class DatevEauRequests : Table
{
    private const string FirstDay = "start_work_incapacity";
    private const string IsRead = "is_read";

    /// <inheritdoc/>
    public override string Noun => "eAU request";

    /// <summary>Asks for a certificate.</summary>
    public Row Ask(Row employee, string start)
    {
        Database.Now();
        return Add(new KomboMap { ["id"] = NextId, ["employee_id"] = employee.Id, [FirstDay] = start, [IsRead] = false });
    }

    /// <summary>The state of a request.</summary>
    public static KomboMap Read(Row row)
    {
        var isAnswered = row[IsRead] is true;
        row[IsRead] = true;
        return new KomboMap
        {
            ["source"] = "GKV",
            [FirstDay] = row[FirstDay],
            ["collaboration_identifier"] = Ids.Make("collaboration " + row.Id, 0),
            ["feedbacks_from_health_insurance"] = isAnswered ? Parts.List(Feedback(row)) : Parts.List(),
        };
    }

    /// <inheritdoc/>
    protected override void Seed()
    {
    }

    private static KomboMap Feedback(Row row)
    {
        var start = row.Text(FirstDay)!;
        return new KomboMap
        {
            ["guid"] = Ids.Make("feedback " + row.Id, 0),
            ["contact_person"] = new KomboMap
            {
                ["gender_contact_person"] = "F",
                ["name"] = "Petra Sandmann",
                ["telephone"] = "+49 40 23125 100",
                ["fax"] = null,
                ["email"] = "eau@sandkasse.example.com",
                ["name1_health_insurance"] = "Sandkasse",
                ["postal_code"] = "20095",
                ["city"] = "Hamburg",
                ["street"] = "Am Deich",
                ["house_number"] = "7",
            },
            ["incapacity_for_work"] = new KomboMap
            {
                ["start_work_incapacity_employer"] = start,
                ["start_work_incapacity_au"] = start,
                ["end_work_incapacity_au"] = Later(start, 4),
                ["actual_end_work_incapacity_au"] = null,
                ["date_of_diagnosis"] = start,
                ["flag_current_work_incapacity"] = 2,
                ["accident_at_work"] = false,
                ["assignment_accident_insurance_doctor"] = false,
                ["other_accident"] = false,
                ["initial_certificate"] = true,
                ["automatic_feedback_until"] = Later(start, 28),
            },
            ["error_block_list"] = null,
        };
    }

    private static string Later(string day, int days) => KomboTime.FormatBareDate(Calendar.Parse(day).AddDays(days));
}
