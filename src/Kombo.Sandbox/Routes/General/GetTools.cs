using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>GET tools/{category}.</summary>
internal sealed class GetTools : SandboxRoute
{
    private static readonly Dictionary<string, string[]> Tools = new(StringComparer.Ordinal)
    {
        ["hris"] = ["Personio", "Workday", "BambooHR", "HiBob", "Factorial", "Sandbox"],
        ["ats"] = ["Greenhouse", "Lever", "SmartRecruiters", "Ashby", "Teamtailor", "Sandbox"],
        ["assessment"] = ["Greenhouse", "SmartRecruiters"],
        ["lms"] = ["Moodle", "TalentLMS", "Udemy"],
    };

    /// <inheritdoc/>
    public override string Method => "GET";

    /// <inheritdoc/>
    public override string Template => "tools/{category}";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var category = request.Segments["category"];
        return Tools.TryGetValue(category, out var names)
            ? new KomboMap { ["tools"] = names.Select(name => Tool(category, name)) }
            : throw SandboxException.Invalid($"'category' must be one of {string.Join(", ", Tools.Keys)}.");
    }

    private static KomboMap Tool(string category, string label)
    {
        var id = label.ToLowerInvariant();
        return new KomboMap
        {
            ["id"] = id,
            ["label"] = label,
            ["internal_label"] = label == "Sandbox" ? "Sandbox (in memory)" : null,
            ["assets"] = new KomboMap
            {
                ["logo_url"] = $"https://sandbox.kombo.invalid/assets/{id}/logo.svg",
                ["icon_url"] = $"https://sandbox.kombo.invalid/assets/{id}/icon.svg",
                ["icon_black_url"] = $"https://sandbox.kombo.invalid/assets/{id}/icon-black.svg",
            },
            ["paid_api_details_markdown"] = id == "bamboohr" ? "The API is part of the **Pro** plan." : null,
            ["fast_track_details_markdown"] = null,
            ["partner_only_details_markdown"] = id == "workday" ? "Only for partners." : null,
            ["connection_guide_url"] = $"https://sandbox.kombo.invalid/guides/{id}",
            ["coverage"] = Coverage.OfTool(category, new SeededRandom(category + id)),
        };
    }
}
