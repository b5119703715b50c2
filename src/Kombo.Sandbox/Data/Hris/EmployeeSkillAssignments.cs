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
        return Add(employee, skill, level, Company.Now());
    }

    /// <summary>Changes the level.</summary>
    /// <exception cref="SandboxException">The skill has no such level.</exception>
    public void SetLevel(Row row, string? level)
    {
        CheckLevel(Company.Get<Skills>().Find(row.Text("skill_id"))!, level);
        row["current_level"] = level;
        Changed(row);
    }

    /// <inheritdoc/>
    protected override KomboMap Expand(Row row) => Show(row);

    /// <inheritdoc/>
    protected override void Fill()
    {
        var skills = Company.Get<Skills>().Rows.Where(row => !row.IsDeleted).ToArray();
        foreach (var employee in Company.Get<Employees>().Rows.Where(row => !row.IsDeleted))
        {
            var dice = new Dice(Noun + employee.Id);
            if (!dice.InThousand(200))
            {
                continue;
            }

            var first = dice.Below(skills.Length);
            foreach (var skill in dice.InThousand(300) ? new[] { skills[first], skills[(first + 1) % skills.Length] } : [skills[first]])
            {
                var levels = (KomboList<object?>?)skill["ordered_levels"];
                Add(employee, skill, levels is null || dice.InThousand(100) ? null : (string)dice.Pick(levels)!, Calendar.Changed(dice));
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
