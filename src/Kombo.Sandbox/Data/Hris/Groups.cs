using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>Departments, their teams, cost centres, and groups without a type.</summary>
internal sealed class Groups : Table
{
    /// <summary>How many teams every department has.</summary>
    public const int TeamsEach = 4;

    /// <summary>How many cost centres there are.</summary>
    public const int CostCentres = 13;

    /// <summary>The row of the first team.</summary>
    public const int FirstTeam = 9;

    /// <summary>The row of the first cost centre.</summary>
    public const int FirstCostCentre = FirstTeam + (9 * TeamsEach);

    /// <summary>The row of the works council.</summary>
    public const int WorksCouncil = FirstCostCentre + CostCentres;

    private static readonly (string Name, string[] Teams)[] Departments =
    [
        ("Management", ["Board", "Strategy", "Internal Audit", "Assistance"]),
        ("Engineering", ["Platform", "Web", "Mobile", "Site Reliability"]),
        ("Product", ["Product Management", "Design", "User Research", "Data"]),
        ("Sales", ["Sales DACH", "Sales UK & Ireland", "Sales North America", "Sales Operations"]),
        ("Marketing", ["Brand", "Content", "Events", "Performance Marketing"]),
        ("Customer Success", ["Onboarding", "Support", "Account Management", "Professional Services"]),
        ("People", ["Recruiting", "Payroll", "HR Business Partners", "Learning & Development"]),
        ("Finance", ["Accounting", "Controlling", "Procurement", "Legal"]),
        ("Operations", ["Logistics", "Facility Management", "IT Service Desk", "Qualitätssicherung"]),
    ];

    /// <inheritdoc/>
    public override string Noun => "group";

    /// <inheritdoc/>
    protected override void Seed()
    {
        foreach (var department in Departments)
        {
            Add(department.Name, "DEPARTMENT", null);
        }

        for (var i = 0; i < Departments.Length; i++)
        {
            foreach (var team in Departments[i].Teams)
            {
                Add(team, "TEAM", Rows[i].Id);
            }
        }

        for (var i = 0; i < CostCentres; i++)
        {
            Add(string.Format(CultureInfo.InvariantCulture, "Cost Centre {0}", 4000 + (i * 10)), "COST_CENTER", i == 0 ? null : Rows[FirstCostCentre].Id);
        }

        Add("Betriebsrat", null, null);
        Add("First Aiders", null, null);
        Add("Fax & Telex", "TEAM", Rows[8].Id, Calendar.At(-90));
    }

    private void Add(string name, string? type, string? parent, string? deleted = null) => Add(new KomboMap
    {
        ["id"] = NextId,
        ["remote_id"] = string.Format(CultureInfo.InvariantCulture, "grp-{0}", 100 + Rows.Count),
        ["name"] = name,
        ["type"] = type,
        ["parent_id"] = parent,
    }.Tracked(deleted ?? Calendar.Changed(new SeededRandom(Noun + Rows.Count)), deleted));
}
