using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using Kombo.Json;
using Kombo.Models;

namespace Kombo.Database;

/// <summary>A list of the API that a database can keep a copy of: everything that has ids, and says what changed since a time.</summary>
public sealed class SyncModel
{
    private readonly Func<JsonRow, KomboObject> _read;
    private readonly string[] _changedBy;

    private SyncModel(string name, string path, Type type, Func<JsonRow, KomboObject> read, string[] changedBy)
    {
        Name = name;
        Path = path;
        Table = path.Replace('/', '_').Replace('-', '_');
        Type = type;
        _read = read;
        _changedBy = changedBy.Length > 0 ? changedBy : [Table];
        Columns = ColumnsOf(type);
        Derived = DerivedOf(Columns);
    }

    /// <summary>All models, in the order in which they are read.</summary>
    public static IReadOnlyList<SyncModel> All { get; } =
    [
        Of<Employee>("hris/employees", "hris_employees", "hris_employments", "hris_join_employees_teams", "hris_legal_entities", "hris_locations", "hris_teams", "hris_time_off_balances"),
        Of<Employment>("hris/employments"),
        Of<Group>("hris/groups", "hris_teams"),
        Of<Location>("hris/locations"),
        Of<LegalEntity>("hris/legal-entities"),
        Of<AbsenceType>("hris/absence-types"),
        Of<Absence>("hris/absences", "hris_absences", "hris_absence_types"),
        Of<TimeOffBalance>("hris/time-off-balances", "hris_time_off_balances", "hris_absence_types"),
        Of<Timesheet>("hris/timesheets"),
        Of<PerformanceReviewCycle>("hris/performance-review-cycles"),
        Of<PerformanceReview>("hris/performance-reviews", "hris_performance_reviews", "hris_performance_review_cycles", "hris_employees"),
        Of<Skill>("hris/skills", "hris_skills", "hris_skill_proficiency_scales"),
        Of<SkillRating>("hris/skill-proficiency-ratings", "hris_employee_skill_proficiency_ratings", "hris_skill_rating_providers"),
        Of<StaffingEntity>(
            "hris/staffing-entities",
            "hris_staffing_entities",
            "hris_join_staffing_entities_groups",
            "hris_join_staffing_entities_legal_entities",
            "hris_join_staffing_entities_locations",
            "hris_join_staffing_entities_skills",
            "hris_skills",
            "hris_skill_proficiency_scales",
            "hris_locations",
            "hris_legal_entities",
            "hris_teams"),
        Of<PayRun>("hris/pay-runs"),
        Of<Payslip>("hris/payslips", "hris_payslips", "hris_payslip_line_items", "hris_salary_types"),
        Of<EmployeeDocumentCategory>("hris/employee-document-categories"),
        Of<Job>("ats/jobs", "ats_jobs", "ats_application_stages", "ats_job_postings", "ats_join_jobs_application_stages", "ats_join_jobs_screening_questions", "ats_join_jobs_users", "ats_join_user_job_role_assignments", "ats_screening_questions", "ats_users"),
        Of<Candidate>("ats/candidates", "ats_candidates", "ats_application_stages", "ats_applications", "ats_jobs", "ats_join_candidates_tags", "ats_join_jobs_application_stages", "ats_tags"),
        Of<Application>("ats/applications", "ats_applications", "ats_application_stages", "ats_candidates", "ats_interviews", "ats_jobs", "ats_join_candidates_tags", "ats_offers", "ats_tags"),
        Of<ApplicationStage>("ats/application-stages"),
        Of<Interview>("ats/interviews", "ats_interviews", "ats_applications", "ats_candidates", "ats_jobs", "ats_join_interviews_users", "ats_users"),
        Of<Offer>("ats/offers", "ats_offers", "ats_applications", "ats_candidates", "ats_jobs"),
        Of<Note>("ats/notes"),
        Of<Scorecard>("ats/scorecards"),
        Of<Attachment>("ats/attachments"),
        Of<RejectionReason>("ats/rejection-reasons"),
        Of<Tag>("ats/tags"),
        Of<Role>("ats/roles"),
        Of<AtsUser>("ats/users", "ats_users", "ats_roles", "ats_join_users_roles"),
        Of<Course>("lms/courses", "lms_courses", "lms_course_revisions", "lms_course_providers", "lms_skills", "lms_join_revisions_skills"),
        Of<CourseProgression>("lms/course-progressions", "lms_course_progressions", "lms_users", "lms_course_revisions"),
        Of<LmsSkill>("lms/skills"),
        Of<LmsUser>("lms/users"),
    ];

    /// <summary>The name, as in the noun of the cmdlet that reads it: <c>Employee</c>.</summary>
    public string Name { get; }

    /// <summary>The path of the list: <c>hris/employees</c>.</summary>
    public string Path { get; }

    /// <summary>The table: <c>hris_employees</c>.</summary>
    public string Table { get; }

    /// <summary>The class of its objects.</summary>
    public Type Type { get; }

    /// <summary>The names of the webhook's changed models that lead to this one.</summary>
    public IReadOnlyList<string> ChangedBy => _changedBy;

    /// <summary>The members that are columns, under their names on the wire.</summary>
    internal IReadOnlyList<Column> Columns { get; }

    /// <summary>Columns that the database takes out of an object inside the row: its id, and its name.</summary>
    internal IReadOnlyList<DerivedColumn> Derived { get; }

    /// <summary>A model by its name, or by its table, in any case.</summary>
    /// <param name="name">Such as <c>Employee</c> or <c>hris_employees</c>.</param>
    /// <returns>The model; null when there is none.</returns>
    public static SyncModel? Find(string name) => All.FirstOrDefault(
        model => model.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || model.Table.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The models to read when a webhook says that something has changed.</summary>
    /// <param name="changedModel">The name from the event, such as <c>hris_teams</c>.</param>
    /// <returns>The models; none when the name is not known.</returns>
    public static IReadOnlyList<SyncModel> ForChangedModel(string changedModel) => [.. All.Where(model => model._changedBy.Contains(changedModel, StringComparer.Ordinal))];

    /// <summary>The name.</summary>
    /// <returns>Such as <c>Employee</c>.</returns>
    public override string ToString() => Name;

    internal KomboObject Read(JsonRow row) => _read(row);

    /// <summary>The name of a property on the wire.</summary>
    internal static string MemberName(PropertyInfo property)
    {
        if (property.GetCustomAttribute<JsonPropertyNameAttribute>() is { } given)
        {
            return given.Name;
        }

        var (name, text) = (property.Name, new StringBuilder());
        for (var index = 0; index < name.Length; index++)
        {
            var isWord = char.IsUpper(name[index]) && index > 0 && (!char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1])));
            text.Append(isWord ? "_" : "").Append(char.ToLowerInvariant(name[index]));
        }

        return text.ToString();
    }

    internal static IReadOnlyList<Column> ColumnsOf(Type type)
    {
        var chain = new List<Type>();
        for (var current = type; current is not null && current != typeof(KomboObject); current = current.BaseType)
        {
            chain.Add(current);
        }

        return
        [
            .. chain.SelectMany(part => part.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                .Where(property => property.CanWrite && property.GetCustomAttribute<JsonIgnoreAttribute>() is null)
                .Select(property => new Column(MemberName(property), KindOf(property), property.PropertyType)),
        ];
    }

    private static SyncModel Of<T>(string path, params string[] changedBy)
        where T : KomboObject, IEntity, new() => new(typeof(T).Name, path, typeof(T), row => row.As<T>(), changedBy);

    private static ColumnKind KindOf(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type == typeof(string) || type == typeof(Uri) ? ColumnKind.Text
            : type == typeof(bool) ? ColumnKind.Flag
            : type == typeof(DateTime) ? KomboTime.IsDay(property) ? ColumnKind.Day : ColumnKind.Instant
            : type == typeof(double) || type == typeof(decimal) || type == typeof(long) || type == typeof(int) ? ColumnKind.Number
            : ColumnKind.Json;
    }

    private static List<DerivedColumn> DerivedOf(IReadOnlyList<Column> columns)
    {
        var derived = new List<DerivedColumn>();
        foreach (var column in columns.Where(column => typeof(KomboObject).IsAssignableFrom(column.Type)))
        {
            foreach (var member in ColumnsOf(column.Type).Where(member => member.Name is "id" or "name"))
            {
                var name = $"{column.Name}_{member.Name}";
                if (columns.All(other => other.Name != name))
                {
                    derived.Add(new DerivedColumn(name, column.Name, member.Name));
                }
            }
        }

        return derived;
    }
}

/// <summary>What a column holds.</summary>
internal enum ColumnKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A calendar day.</summary>
    Day,

    /// <summary>A moment, in UTC.</summary>
    Instant,

    /// <summary>Anything, as the JSON that it came as.</summary>
    Json,
}

/// <summary>A member that is a column.</summary>
/// <param name="Name">Its name, on the wire and in the table.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Type">The type of the property.</param>
internal sealed record Column(string Name, ColumnKind Kind, Type Type)
{
    /// <summary>The name as it stands in JSON.</summary>
    public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(Name);
}

/// <summary>A column that the database computes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Source">The JSON column.</param>
/// <param name="Member">The member in it.</param>
internal sealed record DerivedColumn(string Name, string Source, string Member);
