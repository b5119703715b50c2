using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Lets Kombo keep an application in sync that was made without it.</summary>
[Cmdlet(VerbsData.Import, "KomboTrackedApplication", SupportsShouldProcess = true)]
[OutputType(typeof(TrackedApplication))]
[KomboOperation("POST", "ats/import-tracked-application")]
public sealed class ImportKomboTrackedApplicationCommand : IntegrationWriteCommand<TrackedApplication>
{
    /// <summary>What each tool identifies an application by, and which parameters that takes.</summary>
    private static readonly Identification[] Known =
    [
        new("erecruiter", "application_and_job_remote_ids", ("application_remote_id", nameof(ApplicationRemoteId)), ("job_remote_id", nameof(JobRemoteId))),
        new("erecruiter", "application_and_candidate_remote_ids", ("candidate_remote_id", nameof(CandidateRemoteId)), ("application_remote_id", nameof(ApplicationRemoteId))),
        new("successfactors", "application_remote_id", ("application_remote_id", nameof(ApplicationRemoteId))),
        new("recruitee", "placement_id", ("placement_id", nameof(PlacementRemoteId))),
        new("greenhouse", "application_id", ("application_id", nameof(ApplicationRemoteId))),
        new("greenhousev3", "application_id", ("application_id", nameof(ApplicationRemoteId))),
        new("onlyfy", "application_id", ("application_id", nameof(ApplicationRemoteId))),
        new("smartrecruiters", "candidate_and_job_remote_ids", ("candidate_remote_id", nameof(CandidateRemoteId)), ("job_remote_id", nameof(JobRemoteId))),
    ];

    /// <summary>The application's id in the connected tool.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [EntityId("Application", IsRemote = true)]
    public string? ApplicationRemoteId { get; set; }

    /// <summary>The candidate's id in the connected tool.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Candidate), IsRemote = true)]
    public string? CandidateRemoteId { get; set; }

    /// <summary>The job's id in the connected tool.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Kombo.Models.Job), IsRemote = true)]
    public string? JobRemoteId { get; set; }

    /// <summary>The id of the placement, which Recruitee has.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EntityId("Placement", IsRemote = true)]
    public string? PlacementRemoteId { get; set; }

    /// <summary>The tool; without it, the one that the id of the integration begins with.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [KnownValues("erecruiter", "greenhouse", "greenhousev3", "onlyfy", "recruitee", "smartrecruiters", "successfactors")]
    public string? Tool { get; set; }

    /// <summary>Since when the application counts as tracked; without it, that stays open.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Instant(ByCulture = true)]
    [Body("tracked_at", Always = true, Nullable = true)]
    public DateTime? TrackedAt { get; set; }

    /// <summary>The identifiers, for this tool.</summary>
    [Body("erecruiter")]
    internal KomboMap? Erecruiter { get; set; }

    /// <inheritdoc cref="Erecruiter"/>
    [Body("successfactors")]
    internal KomboMap? Successfactors { get; set; }

    /// <inheritdoc cref="Erecruiter"/>
    [Body("recruitee")]
    internal KomboMap? Recruitee { get; set; }

    /// <inheritdoc cref="Erecruiter"/>
    [Body("greenhouse")]
    internal KomboMap? Greenhouse { get; set; }

    /// <inheritdoc cref="Erecruiter"/>
    [Body("greenhousev3")]
    internal KomboMap? GreenhouseV3 { get; set; }

    /// <inheritdoc cref="Erecruiter"/>
    [Body("onlyfy")]
    internal KomboMap? Onlyfy { get; set; }

    /// <inheritdoc cref="Erecruiter"/>
    [Body("smartrecruiters")]
    internal KomboMap? Smartrecruiters { get; set; }

    /// <summary>Turns the ids into what the API takes for the tool.</summary>
    /// <exception cref="KomboException">The tool identifies applications by other ids.</exception>
    internal void Identify(ICollection<string> given, string? integrationId)
    {
        Erecruiter = Successfactors = Recruitee = Greenhouse = GreenhouseV3 = Onlyfy = Smartrecruiters = null;
        var ids = new Dictionary<string, string?>
        {
            [nameof(ApplicationRemoteId)] = ApplicationRemoteId,
            [nameof(CandidateRemoteId)] = CandidateRemoteId,
            [nameof(JobRemoteId)] = JobRemoteId,
            [nameof(PlacementRemoteId)] = PlacementRemoteId,
        };
        var names = ids.Where(id => given.Contains(id.Key) && !string.IsNullOrWhiteSpace(id.Value)).Select(id => id.Key).ToList();
        if (names.Count == 0 && given.Contains(nameof(AdditionalField)))
        {
            // A tool that this version does not know.
            return;
        }

        var tool = (string.IsNullOrWhiteSpace(Tool) ? integrationId?.Split(':')[0] : Tool)?.Trim().ToLowerInvariant();
        var ways = Known.Where(way => way.Tool == tool).ToList();
        if (ways.Count == 0)
        {
            throw KomboException.InvalidInput(
                nameof(Tool), $"{InputValue.Quote(tool ?? "")} is not one of {string.Join(", ", Known.Select(way => way.Tool).Distinct())}. For another tool, use -AdditionalField with the ids that Kombo's support has confirmed.");
        }

        var way = ways.Find(way => way.Members.Select(member => member.Parameter).OrderBy(name => name).SequenceEqual(names.OrderBy(name => name)))
            ?? throw KomboException.InvalidInput(
                ways[0].Members[0].Parameter,
                $"{tool} identifies an application by {string.Join(", or by ", ways.Select(way => string.Join(" and ", way.Members.Select(member => "-" + member.Parameter))))}.");
        var identifier = new KomboMap { ["id_type"] = way.IdType };
        foreach (var (member, parameter) in way.Members)
        {
            identifier[member] = ids[parameter];
        }

        given.Add(Place(way.Tool, identifier));
    }

    /// <inheritdoc/>
    private protected override KomboRequest Prepare(ICollection<string> given, KomboConnection connection)
    {
        Identify(given, IntegrationId ?? connection.IntegrationId);
        return base.Prepare(given, connection);
    }

    private string Place(string tool, KomboMap identifier)
    {
        switch (tool)
        {
            case "erecruiter":
                Erecruiter = identifier;
                return nameof(Erecruiter);
            case "successfactors":
                Successfactors = identifier;
                return nameof(Successfactors);
            case "recruitee":
                Recruitee = identifier;
                return nameof(Recruitee);
            case "greenhouse":
                Greenhouse = identifier;
                return nameof(Greenhouse);
            case "greenhousev3":
                GreenhouseV3 = identifier;
                return nameof(GreenhouseV3);
            case "onlyfy":
                Onlyfy = identifier;
                return nameof(Onlyfy);
            default:
                Smartrecruiters = identifier;
                return nameof(Smartrecruiters);
        }
    }

    private sealed class Identification(string tool, string idType, params (string Member, string Parameter)[] members)
    {
        public string Tool { get; } = tool;

        public string IdType { get; } = idType;

        public (string Member, string Parameter)[] Members { get; } = members;
    }
}
