using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>What users may be in the applicant tracking system.</summary>
internal sealed class Roles : Table
{
    private static readonly (string RemoteId, string Label, string Scope, string? Type)[] Known =
    [
        ("admin", "Administrator", "SYSTEM", "ADMIN"), ("recruiter", "Recruiter", "JOB", "RECRUITER"), ("hm", "Fachbereich", "JOB", "HIRING_MANAGER"),
        ("coordinator", "Terminkoordination", "JOB", "COORDINATOR"), ("sourcer", "Active sourcing", "JOB", "SOURCER"),
        ("interviewer", "Interviewer", "JOB", "INTERVIEWER"), ("works-council", "Betriebsrat", "SYSTEM", null), ("guest", "Guest", "SYSTEM", null),
    ];

    /// <inheritdoc/>
    public override string Noun => "role";

    /// <summary>A role as users and hiring teams show it.</summary>
    public static KomboMap Short(string remoteId)
    {
        var role = Known.First(known => known.RemoteId == remoteId);
        return Fields(role.RemoteId, role.Label, role.Scope, role.Type);
    }

    /// <inheritdoc/>
    protected override void Seed()
    {
        foreach (var (remoteId, label, scope, type) in Known)
        {
            var deleted = remoteId == "guest" ? Calendar.At(-9) : null;
            Add(new KomboMap(new[] { new KeyValuePair<string, object?>("id", NextId) }.Concat(Fields(remoteId, label, scope, type)))
                .Tracked(deleted ?? Calendar.Changed(new SeededRandom(Noun + remoteId)), deleted));
        }
    }

    private static KomboMap Fields(string remoteId, string label, string scope, string? type) => new()
    {
        ["remote_id"] = remoteId,
        ["remote_label"] = label,
        ["scope"] = scope,
        ["unified_type"] = type,
    };
}
