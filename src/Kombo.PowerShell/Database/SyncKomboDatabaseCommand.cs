using System.Globalization;
using System.Management.Automation;
using System.Security;
using Kombo.Database;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Keeps a copy of an integration's data in a database.</summary>
[Cmdlet(VerbsData.Sync, "KomboDatabase", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(KomboSyncResult), typeof(KomboChange))]
public sealed class SyncKomboDatabaseCommand : ApiCommand
{
    private const string PathSet = "Path";
    private const string ServerSet = "ConnectionString";

    /// <summary>How long a run that is stopped may take to let go of the database.</summary>
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(5);

    private KomboException? _reported;

    /// <summary>The file of a SQLite database; it is created if it does not exist.</summary>
    [Parameter(ParameterSetName = PathSet, Mandatory = true, Position = 0)]
    [FilePath]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The connection string of a PostgreSQL database, as a SecureString or as text.</summary>
    [Parameter(ParameterSetName = ServerSet, Mandatory = true)]
    [Secret]
    [ValidateNotNullOrEmpty]
    public SecureString? ConnectionString { get; set; }

    /// <summary>The models to read; without it, all that the integration offers.</summary>
    [Parameter(ParameterSetName = PathSet, Position = 1)]
    [Parameter(ParameterSetName = ServerSet, Position = 0)]
    [Text(Several = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DatabaseModelCompleter))]
    public string[]? Model { get; set; }

    /// <summary>An event of ConvertFrom-KomboWebhook: only what depends on its changed models is read.</summary>
    [Parameter(ValueFromPipeline = true)]
    [Instance(typeof(WebhookEvent), "an event, as ConvertFrom-KomboWebhook returns it")]
    public WebhookEvent? InputObject { get; set; }

    /// <summary>Reads everything, and marks what is not returned any more as deleted.</summary>
    [Parameter]
    [Flag]
    public SwitchParameter Full { get; set; }

    /// <summary>How long after a full read the next run reads everything again; without it, seven days.</summary>
    [Parameter]
    [Duration(Positive = true)]
    public TimeSpan? FullEvery { get; set; }

    /// <summary>Deletes the rows of what is deleted in the connected tool.</summary>
    [Parameter]
    [Flag]
    public SwitchParameter Prune { get; set; }

    /// <summary>Waits until the first sync of the integration is finished.</summary>
    [Parameter]
    [Flag]
    public SwitchParameter Wait { get; set; }

    /// <summary>Writes the changes instead of the numbers.</summary>
    [Parameter]
    [Flag]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The integration to read from; without it, that of the event, or of the connection.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            Sync();
        }
        catch (KomboException failure)
        {
            Terminate(failure, InputObject);
        }
        finally
        {
            EndProgress();
        }
    }

    /// <summary>One run. Only from here on the types of the database are named, which are loaded with these methods.</summary>
    private void Sync()
    {
        try
        {
            var target = DatabaseLocation.Of(this, Path, ConnectionString);
            var connection = ActiveConnection;
            var models = DatabaseLocation.Models(Model);
            var integration = IntegrationId;
            if (MyInvocation.ExpectingInput || InputObject is not null)
            {
                if (InputObject is not DataChangedEvent change || (integration is not null && change.IntegrationId != integration))
                {
                    WriteVerbose($"The event {InputObject?.EventId} changes nothing in this database: it is {InputObject?.Type} of {InputObject?.IntegrationId ?? "no integration"}.");
                    return;
                }

                integration = change.IntegrationId;
                var names = (change.ChangedModels ?? []).Select(changed => changed.Name).OfType<string>();
                models = names.SelectMany(SyncModel.ForChangedModel).Distinct().Where(model => models is null || models.Contains(model)).ToArray();
            }

            var options = Options(integration ?? connection.IntegrationId, models);
            var plans = new DatabaseSync(connection.Client, target, options).Plan();
            var chosen = plans.Where(plan => ShouldProcess(
                $"{plan.Model.Table} of {plan.IntegrationId} in {target}",
                plan.IsResumed ? "Continue the interrupted read"
                    : plan.From is { } from && !plan.IsFull ? $"Read what has changed since {from.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)}"
                    : "Read everything")).ToList();
            if (chosen.Count > 0)
            {
                // All of them may be fewer than there are: the run asks the integration what it offers.
                Run(new DatabaseSync(connection.Client, target, chosen.Count == plans.Count ? options : Options(options.IntegrationId, chosen.ConvertAll(plan => plan.Model))), chosen[0].IntegrationId);
            }
        }
        catch (KomboDatabaseException failure)
        {
            WriteNotices();
            EndProgress();
            ThrowTerminatingError(DatabaseLocation.Error(failure, Path));
        }
    }

    private SyncOptions Options(string? integration, IReadOnlyList<SyncModel>? models) => new()
    {
        IntegrationId = integration,
        Models = models,
        Full = Full,
        FullEvery = FullEvery ?? TimeSpan.FromDays(7),
        Prune = Prune,
        Wait = Wait ? TimeSpan.MaxValue : null,
        WithChanges = PassThru,
    };

    private void Run(DatabaseSync sync, string integration)
    {
        var run = sync.Start(Notify, StopToken);
        var skipped = new List<string>();
        try
        {
            SyncProgress? progress = null;
            while (Await(run.NextAsync(), () => Show(progress)) is { } happened)
            {
                switch (happened)
                {
                    case SyncProgress now:
                        progress = now;
                        Show(now);
                        break;
                    case SyncChange change:
                        WriteObject(new KomboChange(change.Model.Name, integration, change.Id, Kind(change.Kind), change.Object));
                        break;
                    case SyncSummary { Status: SyncStatus.Done } done:
                        if (!PassThru)
                        {
                            WriteObject(Result(done));
                        }

                        break;
                    case SyncSummary { Status: SyncStatus.Skipped } none:
                        skipped.Add(none.Error?.Code is { } code ? $"{none.Model.Name} ({code})" : none.Model.Name);
                        break;
                    case SyncSummary failed:
                        Report(failed);
                        break;
                }
            }
        }
        finally
        {
            // Whatever goes wrong at the end, the run's own failure counts.
            _ = Task.WaitAny([run.EndAsync()], LongestEnd);
        }

        if (skipped.Count > 0)
        {
            WriteWarning($"The integration does not offer these models, which were left out: {string.Join(", ", skipped)}.");
        }
    }

    private static string Kind(SyncChangeKind kind) => kind switch
    {
        SyncChangeKind.Added => "Inserted",
        SyncChangeKind.Removed => "Deleted",
        _ => "Updated",
    };

    private static KomboSyncResult Result(SyncSummary done) => new(done.Model.Name, done.IntegrationId)
    {
        Read = done.Read,
        Inserted = done.Inserted,
        Updated = done.Updated,
        Deleted = done.Deleted,
        Unchanged = done.Unchanged,
        Pages = done.Pages,
        From = done.From,
        Until = done.Until,
        Duration = done.Duration,
        IsFull = done.IsFull,
        IsResumed = done.IsResumed,
    };

    /// <summary>A model that failed does not keep the others from being read.</summary>
    private void Report(SyncSummary failed)
    {
        if (failed.DatabaseError is { } database)
        {
            var record = DatabaseLocation.Error(database, failed.Model.Name);
            record.ErrorDetails = new ErrorDetails($"{failed.Model.Name}: {database.Message}");
            WriteError(record);
        }
        else if (failed.Error is { } failure && failure != _reported)
        {
            // What every model fails with is said once, with the first of them.
            _reported = failure;
            failure.Context = failed.Model.Name + ": ";
            Fail(failure, failed.Model.Name);
        }
    }

    private void Show(SyncProgress? progress)
    {
        if (progress is not null)
        {
            var status = progress.Waiting is null
                ? string.Format(CultureInfo.CurrentCulture, "{0}: {1:N0} read", progress.Model.Name, progress.Read)
                : "The first sync of the integration is not finished.";
            ShowProgress(status, progress.Waiting is { } wait ? (int)Math.Ceiling(wait.TotalSeconds) : -1, (progress.Number - 1) * 100 / Math.Max(1, progress.Count));
        }
    }
}
