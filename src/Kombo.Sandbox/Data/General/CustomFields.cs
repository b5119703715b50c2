using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>The environment's own fields, and which field of the connected tool fills each.</summary>
internal sealed class CustomFields : Table
{
    /// <summary>The field that fills a custom field; null for none.</summary>
    public const string Source = "integration_field_id";

    private static readonly (string Model, string Key, string? Label, string? Description)[] All =
    [
        ("hris_employees", "shirt_size", "Shirt size", "For the welcome package."),
        ("hris_employees", "remote_days", "Days at home", "Days a week that the contract allows."),
        ("hris_employees", "first_aider", "First aider", null),
        ("hris_employees", "badge_valid_until", "Badge valid until", null),
        ("hris_employees", "equipment", "Equipment", "What was handed out."),
        ("hris_employees", "cost_center", null, null),
        ("hris_employments", "pay_grade", "Pay grade", "The group of the collective agreement."),
        ("hris_absences", "substitute", "Substitute", "Who takes over meanwhile."),
        ("ats_jobs", "headcount", "Headcount", "How many people are wanted."),
        ("ats_candidates", "notice_period", "Notice period", null),
        ("ats_applications", "referral_bonus", "Referral bonus", null),
    ];

    /// <inheritdoc/>
    public override string Noun => "custom field";

    /// <inheritdoc/>
    protected override void Seed()
    {
        var sources = Database.Get<IntegrationFields>().Rows;
        for (var i = 0; i < All.Length; i++)
        {
            var (model, key, label, description) = All[i];
            var source = i % 3 == 2 ? null : sources.Where(field => field.Text("model") == model).ElementAt(i);
            Add(new KomboMap
            {
                ["id"] = NextId,
                ["key"] = key,
                [Source] = source?.Id,
                ["model"] = model,
                ["label"] = label,
                ["description"] = description,
            });
        }
    }

    /// <summary>The record as the API shows it.</summary>
    public KomboMap Shown(Row row) => Expand(row);

    /// <inheritdoc/>
    protected override KomboMap Expand(Row row) => new(row.Without(Source))
    {
        ["integration_field"] = Database.Get<IntegrationFields>().Find(row.Text(Source))?.Pick("id", "key", "type", "label"),
    };
}
