using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>The fields of the connected tool: more than one page of the largest size.</summary>
internal sealed class IntegrationFields : Table
{
    private const int Count = 2300;

    private static readonly string[] Models = ["hris_employees", "hris_employments", "hris_absences", "ats_jobs", "ats_candidates", "ats_applications"];

    /// <inheritdoc/>
    public override string Noun => "integration field";

    /// <inheritdoc/>
    protected override void Seed()
    {
        for (var i = 0; i < Count; i++)
        {
            var key = string.Format(CultureInfo.InvariantCulture, "field_{0:D4}", i);
            Add(new KomboMap
            {
                ["id"] = NextId,
                ["key"] = key,
                ["model"] = Models[i % Models.Length],
                ["type"] = i < 300 ? "DEFAULT" : "CUSTOM",
                ["label"] = i % 10 == 9 ? null : "Field " + i.ToString(CultureInfo.InvariantCulture),
                ["is_passthrough_enabled"] = i % 25 == 0,
                ["is_writable"] = false,
            });
        }
    }
}
