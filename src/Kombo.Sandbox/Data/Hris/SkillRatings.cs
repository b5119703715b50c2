using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>How well people do what they can do, by the employees themselves, their managers and others.</summary>
internal sealed class SkillRatings : Table
{
    /// <inheritdoc/>
    public override string Noun => "skill rating";

    /// <inheritdoc/>
    protected override string? Owner => "employee_id";

    /// <summary>A rating as answers show it.</summary>
    public KomboMap Full(Row row) => Expand(row);

    /// <summary>Gives an employee a skill. A rating of the same source is overwritten.</summary>
    /// <exception cref="SandboxException">The skill has no such level.</exception>
    public Row Rate(Row employee, Row skill, string source, object? level)
    {
        var proficiency = Skills.Proficiency(skill, level);
        if (Of(employee.Id).FirstOrDefault(row => row.Text("skill_id") == skill.Id && row.Text("rating_source") == source) is not { } rating)
        {
            return Add(employee, skill, source, proficiency, Database.Now());
        }

        rating["proficiency"] = proficiency;
        Changed(rating);
        return rating;
    }

    /// <inheritdoc/>
    protected override KomboMap Expand(Row row) => row.Without("remote_data");

    /// <inheritdoc/>
    protected override void Seed()
    {
        var skills = Database.Get<Skills>();
        var numeric = skills.Rows.Find(Skills.IsNumeric)!;
        foreach (var assignment in Database.Get<EmployeeSkillAssignments>().Rows)
        {
            var random = new SeededRandom(Noun + assignment.Id);
            var employee = Database.Get<Employees>().Find(assignment.Text("employee_id"))!;
            var skill = skills.Find(assignment.Text("skill_id"))!;
            Add(employee, skill, "SELF", Skills.Proficiency(skill, Skills.OptionOf(skill, assignment.Text("current_level"))), Calendar.Changed(random));
            if (random.InThousand(300))
            {
                Add(employee, skill, "MANAGER", Skills.Proficiency(skill, Skills.OptionOf(skill, assignment.Text("current_level"))), Calendar.Changed(random));
            }

            if (random.InThousand(100) && !Of(employee.Id).Any(row => row.Text("skill_id") == numeric.Id))
            {
                Add(employee, numeric, "EXTERNAL", Skills.Proficiency(numeric, (long)random.Between(1, 5)), Calendar.Changed(random));
            }
        }
    }

    private Row Add(Row employee, Row skill, string source, KomboMap? proficiency, string changedAt) => Add(new KomboMap
    {
        ["id"] = NextId,
        ["remote_id"] = string.Format(CultureInfo.InvariantCulture, "{0}-{1}-{2}", employee.RemoteId, skill.RemoteId, source),
        ["employee_id"] = employee.Id,
        ["skill_id"] = skill.Id,
        ["proficiency"] = proficiency,
        ["rating_source"] = source,
    }.Tracked(changedAt));
}
