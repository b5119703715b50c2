using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>The people of the company.</summary>
internal sealed class Employees : Table
{
    private const int Count = 1200;

    /// <summary>How many people report to each manager.</summary>
    private const int Span = 8;

    private static readonly string[] FirstIds = ["26vafvWSRmbhNcxJYqjCzuJg", "9pf2pxBB8VX8EQMC9aipW2Bo"];

    private static readonly string[][] Titles =
    [
        ["Executive Assistant", "Strategy Manager", "Internal Auditor"],
        ["Software Engineer", "Senior Software Engineer", "Site Reliability Engineer", "Engineering Manager"],
        ["Product Manager", "Product Designer", "Data Analyst", "User Researcher"],
        ["Account Executive", "Sales Development Representative", "Sales Engineer"],
        ["Marketing Manager", "Content Editor", "Event Manager"],
        ["Customer Success Manager", "Support Specialist", "Consultant"],
        ["Recruiter", "Payroll Specialist", "HR Business Partner"],
        ["Accountant", "Controller", "Buyer", "Legal Counsel"],
        ["Logistics Coordinator", "IT Administrator", "Facility Manager"],
    ];

    private static readonly string[] Streets = ["Hauptstraße", "Bahnhofstraße", "Gartenweg", "Lindenallee", "Schulstraße", "Am Deich"];

    private readonly HashSet<string> _mails = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string Noun => "employee";

    /// <inheritdoc/>
    public override string NextId => Rows.Count < FirstIds.Length ? FirstIds[Rows.Count] : base.NextId;

    /// <inheritdoc/>
    public override string? UpdatedAt(Row row)
    {
        var rows = Database.Get<Employments>().Of(row.Id).Concat(Database.Get<TimeOffBalances>().Of(row.Id));
        var latest = rows.Aggregate(base.UpdatedAt(row), (at, other) => Later(at, other.Text("changed_at")));
        return Later(latest, Find(row.Text("manager_id"))?.Text("changed_at"));
    }

    /// <summary>Someone new.</summary>
    public Row Hire(KomboMap fields)
    {
        var row = Add(Blank(NextId, Database.Now()));
        foreach (var field in fields)
        {
            row[field.Key] = field.Value;
        }

        return row;
    }

    /// <summary>The ids of an employee's groups.</summary>
    public static IEnumerable<string> GroupsOf(Row row) => ((KomboList<object?>)row[GroupIds]!).Cast<string>();

    /// <summary>An employee is in other groups now.</summary>
    public void Regroup(Row row, Func<IEnumerable<string>, IEnumerable<string>> change)
    {
        row[GroupIds] = new KomboList<object?>(change(GroupsOf(row)));
        Changed(row);
    }

    /// <summary>Someone joins, today or soon, with all that employees have.</summary>
    public Row Join(int today, SeededRandom random)
    {
        if (_mails.Count == 0)
        {
            _mails.UnionWith(Rows.SelectMany(row => new[] { row.Text("work_email"), row.Text("personal_email") }).OfType<string>());
        }

        var fields = Make(Rows.Count, new SeededRandom(Noun + Rows.Count));
        var first = random.InThousand(500) ? today : today + random.Between(5, 40);
        fields["employment_status"] = first > today ? "PENDING" : "ACTIVE";
        fields["start_date"] = Calendar.Midnight(first);
        fields["termination_date"] = null;
        fields["manager_id"] = Superior(Rows.Find(row => row.Id == fields["manager_id"] as string));
        fields[GroupIds] = new KomboList<object?>(((KomboList<object?>)fields[GroupIds]!).Where(id => Database.Get<Groups>().Find((string)id!) is not null));
        fields["remote_created_at"] = fields["changed_at"] = Database.Now();
        fields["remote_deleted_at"] = null;
        var employee = Add(fields);
        Database.Get<Employments>().Sign(employee);
        Database.Get<TimeOffBalances>().Open(employee);
        return employee;
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
    protected override KomboMap Expand(Row row)
    {
        var manager = Find(row.Text("manager_id"));
        var groups = GroupsOf(row).Select(Database.Get<Groups>().Find).OfType<Row>().Select(group => group.Pick("id", "remote_id", "name", "type"));
        var location = Database.Get<Locations>().Find(row.Text("work_location_id"));
        return new KomboMap(row.Fields.Where(field => field.Key != GroupIds))
        {
            ["employments"] = Database.Get<Employments>().Of(row.Id).Select(employment => employment.Fields),
            ["time_off_balances"] = Database.Get<TimeOffBalances>().Of(row.Id).Select(balance => balance.Fields),
            ["manager"] = manager?.Pick(
                "first_name", "last_name", "display_full_name", "id", "employee_number", "work_email", "remote_id", "employment_status", "termination_date"),
            ["groups"] = groups,
            ["legal_entity"] = Database.Get<LegalEntities>().Find(row.Text("legal_entity_id"))?.Pick("id", "remote_id", "name", "address"),
            ["teams"] = groups,
            ["work_location"] = location?.Fields,
        };
    }

    /// <summary>The member that holds the ids of the groups. It is not sent.</summary>
    public const string GroupIds = "group_ids";

    private KomboMap Make(int index, SeededRandom random)
    {
        var first = random.Pick(Names.First);
        var last = random.Pick(Names.Last);
        var department = Department(index);
        var place = index < 2 ? 0 : Math.Max(0, random.Below(9) - 2);
        var hired = -random.Between(30, 4200);
        var fields = Blank(NextId, Calendar.Changed(random));
        fields["remote_id"] = (10_000 + index).ToString(CultureInfo.InvariantCulture);
        fields["employee_number"] = random.InThousand(20) ? null : "E" + (index + 1).ToString("D5", CultureInfo.InvariantCulture);
        fields["first_name"] = first;
        fields["last_name"] = last;
        fields["nationality"] = random.Pick<string?>(["DE", "DE", "DE", "AT", "GB", "US", "PL", "FR", "österreichisch", null]);
        fields["display_full_name"] = random.InThousand(100) ? null : $"{first} {last}";
        fields["job_title"] = index == 0 ? "Chief Executive Officer" : index <= Span ? "VP " + Database.Get<Groups>().Rows[department].Text("name") : random.Pick(Titles[department]);
        fields["work_email"] = random.InThousand(10) && index > 1 ? null : Mail(first, last, "example.com");
        fields["personal_email"] = random.InThousand(600) ? Mail(first, last, "example.org") : null;
        fields["mobile_phone_number"] = random.InThousand(700) ? $"+49 30 23125 {random.Below(1000):D3}" : null;
        fields["ssn"] = random.InThousand(300) ? $"{random.Between(10, 99)} {random.Between(100_000, 999_999)} {last[0]} {random.Between(100, 999)}" : null;
        fields["tax_id"] = random.InThousand(300) ? $"{random.Between(10_000, 99_999)}{random.Between(100_000, 999_999)}" : null;
        fields["gender"] = random.Pick<string?>(["FEMALE", "FEMALE", "FEMALE", "MALE", "MALE", "MALE", "NON_BINARY", "NOT_SPECIFIED", "keine Angabe", null]);
        fields["marital_status"] = random.Pick<string?>(["SINGLE", "MARRIED", "DIVORCED", "NOT_MARRIED", "eheähnlich", null, null]);
        fields["employment_type"] = index <= Span ? "FULL_TIME" : random.InThousand(25) ? "Zeitarbeit" : random.Pick<string?>(
            ["FULL_TIME", "FULL_TIME", "FULL_TIME", "FULL_TIME", "FULL_TIME", "PART_TIME", "PART_TIME", "WORKING_STUDENT", "CONTRACT", "INTERNSHIP", "APPRENTICESHIP", null]);
        fields["weekly_hours"] = fields["employment_type"] is "FULL_TIME" ? 40 : random.Pick<object?>([20, 30, 38.5, null]);
        fields["avatar"] = random.InThousand(200) ? $"https://sandbox.kombo.invalid/avatars/{fields["id"]}.png" : null;
        fields["work_location_id"] = Database.Get<Locations>().Rows[place].Id;
        fields["legal_entity_id"] = Database.Get<LegalEntities>().Rows[place is >= 3 and <= 5 ? place - 2 : 0].Id;
        fields["manager_id"] = index == 0 ? null : Rows[(index - 1) / Span].Id;
        fields["home_address"] = random.InThousand(800)
            ? Parts.Address($"{random.Pick(Streets)} {random.Between(1, 180)}", random.Between(10_115, 99_998).ToString(CultureInfo.InvariantCulture), random.Pick(["Berlin", "Hamburg", "Köln", "Potsdam"]), null, "DE")
            : null;
        fields["bank_accounts"] = random.InThousand(500) ? Parts.List(Account($"{first} {last}", random)) : random.InThousand(500) ? Parts.List() : null;
        fields["date_of_birth"] = random.InThousand(900) ? Calendar.Midnight(hired - random.Between(6800, 15_000)) : null;
        fields["remote_created_at"] = random.InThousand(900) ? Calendar.At(hired - 14, random.Below(3600)) : null;
        fields["custom_fields"] = CustomFields(index, random);
        if (index % 20 == 0)
        {
            fields["integration_fields"] = Parts.List(
                Parts.IntegrationField("parking_spot", index % 40 == 0 ? null : random.Between(1, 300), "Parking spot"),
                Parts.IntegrationField("languages", Parts.List("de", "en"), null));
            fields["remote_data"] = new KomboMap
            {
                [$"/employees/{fields["remote_id"]}"] = new KomboMap { ["Id"] = 10_000 + index, ["id"] = "legacy", ["rev"] = 12345678901234567890.5m },
            };
        }

        fields[GroupIds] = MemberOf(index, department, random);
        Settle(fields, index, hired, random);
        return fields;
    }

    /// <summary>Whether someone works here yet, now, or no longer. Managers do.</summary>
    private static void Settle(KomboMap fields, int index, int hired, SeededRandom random)
    {
        var fate = index * Span < Count ? 999 : random.Below(1000);
        fields["employment_status"] = fate switch { < 70 => "INACTIVE", < 95 => "LEAVE", < 115 => "PENDING", < 120 => "Ruhend", _ => "ACTIVE" };
        fields["start_date"] = Calendar.Midnight(fate is >= 95 and < 115 ? random.Between(5, 120) : hired);
        fields["termination_date"] = fate < 70 ? Calendar.Midnight(-random.Between(1, 29)) : random.InThousand(15) ? Calendar.Midnight(random.Between(20, 200)) : null;
        if (fate < 15)
        {
            fields["changed_at"] = fields["remote_deleted_at"] = Calendar.At(-random.Between(1, 12));
        }
    }

    /// <summary>The id of a manager who is there, beginning with one who may not be.</summary>
    private string Superior(Row? manager)
    {
        while (manager is not null && (manager.IsDeleted || manager.Text("employment_status") != "ACTIVE"))
        {
            manager = FindEver(manager.Text("manager_id"));
        }

        return (manager ?? Rows[0]).Id;
    }

    private static KomboMap Blank(string id, string changedAt) => new()
    {
        ["id"] = id,
        ["remote_id"] = id,
        ["employee_number"] = null,
        ["first_name"] = null,
        ["last_name"] = null,
        ["nationality"] = null,
        ["display_full_name"] = null,
        ["job_title"] = null,
        ["work_email"] = null,
        ["personal_email"] = null,
        ["mobile_phone_number"] = null,
        ["ssn"] = null,
        ["tax_id"] = null,
        ["gender"] = null,
        ["ethnicity"] = null,
        ["marital_status"] = null,
        ["employment_status"] = null,
        ["employment_type"] = null,
        ["weekly_hours"] = null,
        ["avatar"] = null,
        ["work_location_id"] = null,
        ["legal_entity_id"] = null,
        ["manager_id"] = null,
        ["home_address"] = null,
        ["bank_accounts"] = null,
        ["date_of_birth"] = null,
        ["start_date"] = null,
        ["termination_date"] = null,
        ["remote_created_at"] = changedAt,
        ["changed_at"] = changedAt,
        ["remote_deleted_at"] = null,
        ["custom_fields"] = null,
        ["integration_fields"] = Parts.List(),
        ["remote_data"] = null,
        [GroupIds] = Parts.List(),
    };

    /// <summary>The department of the vice president someone reports to in the end.</summary>
    private static int Department(int index)
    {
        while (index > Span)
        {
            index = (index - 1) / Span;
        }

        return index;
    }

    private KomboList<object?> MemberOf(int index, int department, SeededRandom random)
    {
        var groups = Database.Get<Groups>().Rows;
        var list = Parts.List(
            groups[department].Id,
            groups[Groups.FirstTeam + (department * Groups.TeamsEach) + (index % Groups.TeamsEach)].Id,
            groups[Groups.FirstCostCentre + (index % Groups.CostCentres)].Id);
        if (random.InThousand(30))
        {
            list.Add(groups[Groups.WorksCouncil].Id);
        }

        return list;
    }

    /// <summary>Keys and values that are legal in JSON and awkward elsewhere.</summary>
    private static KomboMap? CustomFields(int index, SeededRandom random)
    {
        if (index % 50 == 49)
        {
            return null;
        }

        var fields = new KomboMap
        {
            ["shirt_size"] = random.Pick(["S", "M", "L", "XL"]),
            ["remote_days"] = random.Below(6),
            ["first_aider"] = random.InThousand(100),
            ["badge_valid_until"] = Calendar.At(random.Between(30, 700)),
            ["equipment"] = new KomboMap
            {
                ["laptop"] = random.Pick(["14 inch", "16 inch"]),
                ["keys"] = Parts.List("A-" + random.Between(100, 999).ToString(CultureInfo.InvariantCulture), random.Between(1, 9)),
            },
        };
        if (index % 50 == 0)
        {
            fields["Shirt_Size"] = "M (2019)";
            fields[string.Empty] = "a value without a name";
        }

        return fields;
    }

    private static KomboMap Account(string holder, SeededRandom random) => new()
    {
        ["iban"] = $"DE{random.Between(10, 99)}5001{random.Between(1000, 9999)}{random.Between(10_000_000, 99_999_999)}{random.Between(10, 99)}",
        ["bic"] = "SANDDEFFXXX",
        ["account_number"] = null,
        ["holder_name"] = holder,
        ["bank_name"] = "Sandbank",
        ["domestic_bank_routing"] = null,
    };

    private string Mail(string first, string last, string domain)
    {
        var mail = Names.Mail(first, last, domain);
        for (var i = 2; !_mails.Add(mail); i++)
        {
            mail = Names.Mail(first, last, domain).Replace("@", i.ToString(CultureInfo.InvariantCulture) + "@");
        }

        return mail;
    }
}
