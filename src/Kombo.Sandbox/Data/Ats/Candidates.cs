using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>Who wants to work here.</summary>
internal sealed class Candidates : Table
{
    /// <summary>How many there are at first.</summary>
    public const int Count = 900;

    /// <summary>The member with the ids of the tags. It is not sent.</summary>
    public const string TagIds = "tag_ids";

    private static readonly string[] Expanded = [TagIds];

    /// <inheritdoc/>
    public override string Noun => "candidate";

    /// <inheritdoc/>
    public override string? UpdatedAt(Row row) => Database.Get<Applications>().Of(row.Id)
        .Aggregate(base.UpdatedAt(row), (at, application) => Later(at, application.Text("changed_at")));

    /// <summary>Their e-mail addresses.</summary>
    public static IEnumerable<string?> Mails(Row row) =>
        ((KomboList<object?>)row["email_addresses"]!).Select(mail => ((KomboMap)mail!)["email_address"] as string);

    /// <summary>An e-mail address as candidates have it.</summary>
    public static KomboMap Mail(string? address, string? type) => new() { ["email_address"] = address, ["type"] = type };

    /// <summary>A phone number as candidates have it.</summary>
    public static KomboMap Phone(string number, string? type) => new() { ["phone_number"] = number, ["type"] = type };

    /// <summary>A candidate as interviews and offers show it.</summary>
    public static KomboMap? Short(Row? candidate) => candidate?.Pick("id", "remote_id", "first_name", "last_name", "email_addresses");

    /// <summary>The tags of a candidate.</summary>
    public KomboList<object?> TagsOf(Row row) =>
        new(((KomboList<object?>)row[TagIds]!).Select(id => Database.Get<Tags>().Find((string)id!)!.Pick("id", "remote_id", "name")));

    /// <summary>The candidate alone, as the answer to an application has it.</summary>
    public KomboMap Own(Row row) => new(row.Without(Expanded)) { ["tags"] = TagsOf(row) };

    /// <summary>Gives a candidate other tags, which shows here and at the applications.</summary>
    public void Retag(Row row, IEnumerable<object?> tagIds)
    {
        row[TagIds] = new KomboList<object?>(tagIds);
        Linked(row);
        foreach (var application in Database.Get<Applications>().Of(row.Id))
        {
            application.Invalidate();
        }
    }

    /// <summary>Someone new.</summary>
    public Row Create(KomboMap fields)
    {
        var now = Database.Now();
        var row = Blank(NextId, RemoteIdOf(Rows.Count), now);
        foreach (var field in fields)
        {
            row[field.Key] = field.Value;
        }

        return Add(row);
    }

    /// <inheritdoc/>
    protected override void Seed()
    {
        for (var i = 0; i < Count; i++)
        {
            Add(Make(i, new SeededRandom(Noun + i)));
        }
    }

    /// <inheritdoc/>
    protected override KomboMap Expand(Row row) => new(Own(row))
    {
        ["applications"] = Database.Get<Applications>().Of(row.Id).Select(Applied),
    };

    private static string RemoteIdOf(int index) => "cand-" + (20_000 + index).ToString(CultureInfo.InvariantCulture);

    private static KomboMap Blank(string id, string remoteId, string changedAt) => new()
    {
        ["id"] = id,
        ["remote_id"] = remoteId,
        ["first_name"] = null,
        ["last_name"] = null,
        ["company"] = null,
        ["title"] = null,
        ["confidential"] = false,
        ["source"] = null,
        ["phone_numbers"] = Parts.List(),
        ["email_addresses"] = Parts.List(),
        ["social_media"] = Parts.List(),
        ["location"] = null,
        ["custom_fields"] = new KomboMap(),
        ["integration_fields"] = Parts.List(),
        ["remote_url"] = $"https://ats.sandbox.kombo.invalid/candidates/{remoteId}",
        ["remote_created_at"] = changedAt,
        ["remote_updated_at"] = changedAt,
        ["remote_data"] = null,
        ["changed_at"] = changedAt,
        ["remote_deleted_at"] = null,
        [TagIds] = Parts.List(),
    };

    private KomboMap Applied(Row application)
    {
        var map = application.Pick(
            "id", "remote_id", "outcome", "rejection_reason_name", "rejected_at", "remote_url", "changed_at", "remote_created_at", "remote_updated_at");
        map["current_stage"] = Stages.Short(Database.Get<Stages>().Find(application.Text("current_stage_id")));
        map["job"] = Jobs.Short(Database.Get<Jobs>().Find(application.Text("job_id")));
        return map;
    }

    private KomboMap Make(int index, SeededRandom random)
    {
        var first = random.Pick(Names.First);
        var last = random.Pick(Names.Last);
        var fields = Blank(NextId, RemoteIdOf(index), Calendar.Changed(random));
        var mail = Names.Mail(first, last, "example.org").Replace("@", index.ToString(CultureInfo.InvariantCulture) + "@");
        fields["first_name"] = first;
        fields["last_name"] = last;
        fields["company"] = random.Pick<string?>(["Gravel Ltd", "Kies & Söhne OHG", "Dune Labs", null, null]);
        fields["title"] = random.Pick<string?>(["Software Engineer", "Student", "Controller", "Sales Manager", null]);
        fields["source"] = random.Pick<string?>(["Career site", "Referral", "LinkedIn", "Agency", null]);
        fields["phone_numbers"] = random.InThousand(700) ? Parts.List(Phone($"+49 30 23125 {random.Below(1000):D3}", "HOME")) : Parts.List();
        fields["email_addresses"] = random.InThousand(100) ? Parts.List(Mail(mail, "PERSONAL"), Mail(random.InThousand(500) ? null : "work." + mail, "WORK"))
            : Parts.List(Mail(mail, null));
        fields["social_media"] = random.InThousand(200)
            ? Parts.List(new KomboMap { ["link"] = $"https://social.example.com/{index}", ["type"] = "LINKED_IN", ["username"] = null })
            : Parts.List();
        fields["location"] = random.InThousand(600) ? Parts.Address(null, null, random.Pick(["Berlin", "Leipzig", "Paris", "Kraków"]), null, random.Pick(["DE", "FR", "PL"])) : null;
        fields["custom_fields"] = random.InThousand(300) ? new KomboMap { ["notice_period"] = "3 months", ["Notice_Period"] = 90 } : [];
        fields[TagIds] = random.InThousand(300) ? Parts.List(Database.Get<Tags>().Rows[random.Below(10)].Id) : Parts.List();
        if (random.InThousand(10))
        {
            fields["changed_at"] = fields["remote_deleted_at"] = Calendar.At(-random.Between(1, 13));
        }

        return fields;
    }
}
