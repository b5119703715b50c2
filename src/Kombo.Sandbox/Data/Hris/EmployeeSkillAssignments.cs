using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>Who can do what, and how well.</summary>
internal sealed class EmployeeSkillAssignments : Table
{
    /// <inheritdoc/>
    public override string Noun => "skill assignment";

    /// <inheritdoc/>
    protected override string? Owner => "skill_id";

    /// <summary>The members that the API tells of an assignment.</summary>
    public static KomboMap Show(Row row) => row.Pick("id", "employee_id", "skill_id", "current_level");

    /// <summary>Gives someone a skill.</summary>
    /// <exception cref="SandboxException">The employee has it already, or the skill has no such level.</exception>
    public Row Assign(Row employee, Row skill, string? level)
    {
        if (Of(skill.Id).Any(row => row.Text("employee_id") == employee.Id))
        {
            throw new SandboxException("REMOTE.INPUT_INVALID", $"The employee '{employee.Id}' has the skill '{skill.Text("name")}' already.");
        }

        CheckLevel(skill, level);
        return Add(employee, skill, level, Database.Now());
    }

    /// <summary>Changes the level.</summary>
    /// <exception cref="SandboxException">The skill has no such level.</exception>
    public void SetLevel(Row row, string? level)
    {
        CheckLevel(Database.Get<Skills>().Find(row.Text("skill_id"))!, level);
        row["current_level"] = level;
        Changed(row);
    }

    /// <inheritdoc/>
    protected override KomboMap Expand(Row row) => Show(row);

    /// <inheritdoc/>
    protected override void Seed()
    {
        var skills = Database.Get<Skills>().Rows.Where(row => !row.IsDeleted && !Skills.IsNumeric(row)).ToArray();
        foreach (var employee in Database.Get<Employees>().Rows.Where(row => !row.IsDeleted))
        {
            var random = new SeededRandom(Noun + employee.Id);
            if (!random.InThousand(200))
            {
                continue;
            }

            var first = random.Below(skills.Length);
            foreach (var skill in random.InThousand(300) ? new[] { skills[first], skills[(first + 1) % skills.Length] } : [skills[first]])
            {
                var levels = (KomboList<object?>?)skill["ordered_levels"];
                Add(employee, skill, levels is null || random.InThousand(100) ? null : (string)random.Pick(levels)!, Calendar.Changed(random));
            }
        }
    }

    private static void CheckLevel(Row skill, string? level)
    {
        if (level is not null && (skill["ordered_levels"] as KomboList<object?>)?.Contains(level) is not true)
        {
            throw new SandboxException("REMOTE.INPUT_INVALID", $"The skill '{skill.Text("name")}' has no level '{level}'.");
        }
    }

    private Row Add(Row employee, Row skill, string? level, string changedAt) => Add(new KomboMap
    {
        ["id"] = NextId,
        ["remote_id"] = string.Format(CultureInfo.InvariantCulture, "assignment-{0}", Rows.Count + 1),
        ["employee_id"] = employee.Id,
        ["skill_id"] = skill.Id,
        ["current_level"] = level,
    }.Tracked(changedAt));
}
