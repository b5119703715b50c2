using System.Collections;
using System.Management.Automation;
using Kombo.Json;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Sends any request to the API: the way to what this module does not know yet. It answers with plain objects.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "KomboRequest", SupportsShouldProcess = true)]
[OutputType(typeof(PSObject), typeof(KomboMap), typeof(KomboResponse))]
public sealed class InvokeKomboRequestCommand : ApiCommand, IWriteChoice
{
    private WriteRun? _run;
    private long _count;

    /// <summary>The path below the API's address: hris/employees.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Text]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The HTTP method; GET by default.</summary>
    [Parameter]
    [Text(Longest = 100)]
    [ValidateSet("GET", "POST", "PUT", "PATCH", "DELETE")]
    public string Method { get; set; } = "GET";

    /// <summary>The query's parameters by their names in the API. Lists are joined with commas.</summary>
    [Parameter]
    [Map]
    public IDictionary? Query { get; set; }

    /// <summary>The body by the API's names: a hashtable, a custom object, a list, or JSON as text. A change without a body sends an empty object.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? Body { get; set; }

    /// <summary>Reads a list to its end and writes its rows.</summary>
    [Parameter]
    [Flag]
    public SwitchParameter Paginate { get; set; }

    /// <summary>The member of the answer's data that holds the rows, for -Paginate.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    public string ListMember { get; set; } = "results";

    /// <summary>Where to go on with a list that broke off, as the error said. With -Paginate.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    public string? Cursor { get; set; }

    /// <summary>Writes the answer as it came: its status, its headers and its text, whatever they are.</summary>
    [Parameter]
    [Flag]
    public SwitchParameter Raw { get; set; }

    /// <summary>The integration to work on; without it, the connection's, if there is one.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }

    /// <summary>How many changes may be sent side by side; 1 by default, because their order may matter.</summary>
    [Parameter]
    [Number(Whole = true, Min = 1, Max = 100)]
    public int? ThrottleLimit { get; set; }

    /// <summary>
    /// A file that is written as the changes are sent. The same command with the same file goes on where it was ended: what is
    /// done is skipped, and what may have been carried out is reported.
    /// </summary>
    [Parameter]
    [FilePath]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>Sends again what an earlier run with this journal sent without learning what came of it.</summary>
    [Parameter]
    [Flag]
    public SwitchParameter RetryUnknown { get; set; }

    /// <summary>Writes one object for each change, with its number, its status, its answer and its error, instead of answers and errors.</summary>
    [Parameter]
    [Flag]
    public SwitchParameter AsResult { get; set; }

    private bool IsRead => Method.Equals("GET", StringComparison.OrdinalIgnoreCase);

    private WriteRun Run => _run ??= new WriteRun(this, this);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Raw && (AsResult || JournalPath is not null))
        {
            Terminate(KomboException.InvalidInput(nameof(Raw), "it cannot be used with -JournalPath and -AsResult, which must read the answer."), null);
        }

        WriteRun.CheckChoice(this, this);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Run.Guard(() =>
    {
        _count++;
        if (IsRead)
        {
            Read();
        }
        else
        {
            Run.Begin(_count, Body, Begin, endsCommand: !MyInvocation.ExpectingInput);
        }

        WriteNotices();
    });

    /// <inheritdoc/>
    protected override void EndProcessing() => Run.Guard(() =>
    {
        Run.Finish();
        WriteNotices();
    });

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _run?.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    private protected override void BeforeEnd() => _run?.Settle();

    private void Begin(WriteRow row)
    {
        var connection = ActiveConnection;
        var request = Build();
        if (!Run.Enter(row, request, connection))
        {
            return;
        }

        if (!this.ShouldSend(request, connection, row: row.Context is null ? null : row.Number))
        {
            row.Status = RowStatus.NotSent;
            return;
        }

        row.Send = async (watch, notify, stop) => Raw
            ? [await connection.Client.ChangeRawAsync(request, watch, notify, stop).ConfigureAwait(false)]
            : (await connection.Client.ChangeAsync<object>(request, watch, notify, stop).ConfigureAwait(false)).Select(Row).ToArray();
    }

    private void Read()
    {
        long rows = 0;
        try
        {
            var connection = ActiveConnection;
            var request = Build();
            if (Raw)
            {
                WriteObject(AwaitAnswer(connection.Client.SendRawAsync(request, Notify, StopToken)));
            }
            else if (!Paginate)
            {
                if (AwaitAnswer(connection.Client.SendAsync<object>(request, Notify, StopToken)) is { } answer)
                {
                    WriteObject(Row(answer));
                }
            }
            else
            {
                ReadRows<object>(connection, request, Cursor, row =>
                {
                    rows++;
                    WriteObject(Row(row));
                });
            }
        }
        catch (KomboException failure)
        {
            if (MyInvocation.ExpectingInput && rows == 0)
            {
                Fail(failure, Body);
            }
            else
            {
                Terminate(failure, Body);
            }
        }
    }

    private KomboRequest Build()
    {
        var path = Path.TrimStart('/');
        if (path.Contains("://") || path.Contains('?') || path.Contains('#') || path.Split('/').Any(part => part is "." or ".."))
        {
            throw KomboException.InvalidInput(nameof(Path), $"{InputValue.Quote(Path)} is not a path relative to the API's address, such as hris/employees. Use -Query for parameters.");
        }

        if (!Paginate && Cursor is not null)
        {
            throw KomboException.InvalidInput(nameof(Cursor), "it requires -Paginate.");
        }

        if (Paginate && Raw)
        {
            throw KomboException.InvalidInput(nameof(Raw), "it cannot be used with -Paginate.");
        }

        if (Paginate && !IsRead)
        {
            throw KomboException.InvalidInput(nameof(Paginate), $"it requires the method GET, not {Method}.");
        }

        var hasBody = MyInvocation.BoundParameters.ContainsKey(nameof(Body));
        if (hasBody && IsRead)
        {
            throw KomboException.InvalidInput(nameof(Body), "a GET request has no body. Use -Method.");
        }

        return new KomboRequest(Method.ToUpperInvariant(), string.Join("/", path.Split('/').Select(EscapeOnce)))
        {
            Query = Pairs(),
            Body = hasBody ? Content() : null,
            IntegrationHeader = IntegrationHeader.Optional,
            IntegrationId = IntegrationId,
            IsLive = true,
            ListMember = Paginate ? ListMember : null,
            IsPaged = Paginate,
        };
    }

    /// <summary>The body. Text is JSON already, as ConvertTo-Json writes it, and goes out as it is: no digit of it is changed.</summary>
    private object? Content()
    {
        if (InputValue.Of(Body) is not string text)
        {
            return PlainValue.From(Body, nameof(Body));
        }

        try
        {
            return PlainJson.Document(InputValue.Whole(text));
        }
        catch (FormatException refusal)
        {
            throw KomboException.InvalidInput(nameof(Body), $"{refusal.Message} Pass a hashtable, or JSON as one string, such as the output of Get-Content -Raw.");
        }
    }

    /// <summary>
    /// An object with properties, which Select-Object and Export-Csv understand. A map with keys that no object can have
    /// (two that differ only by case, an empty one) stays a map; so do all maps inside.
    /// </summary>
    private static object Row(object value)
    {
        if (value is not KomboMap map || map.ContainsKey("") || map.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count() != map.Count)
        {
            return value;
        }

        var row = new PSObject();
        foreach (var entry in map)
        {
            row.Properties.Add(new PSNoteProperty(entry.Key, entry.Value), preValidated: true);
        }

        return row;
    }

    /// <summary>Ids may be given as they are or escaped already.</summary>
    private static string EscapeOnce(string part) => Uri.EscapeDataString(Uri.UnescapeDataString(part));

    private List<KeyValuePair<string, string>> Pairs()
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (DictionaryEntry entry in Query ?? new Hashtable())
        {
            pairs.Add(new KeyValuePair<string, string>(
                PlainValue.Key(entry.Key, nameof(Query)), RequestBinder.FreeText(entry.Value, nameof(Query))));
        }

        return pairs;
    }
}
