using System.Collections;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Tells the ATS how an ordered assessment or background check went.</summary>
[Cmdlet(VerbsCommon.Set, "KomboAssessmentOrderResult", SupportsShouldProcess = true)]
[OutputType(typeof(void), typeof(AssessmentOrder))]
[KomboOperation("PUT", "assessment/orders/{assessment_order_id}/result")]
public sealed class SetKomboAssessmentOrderResultCommand : IntegrationActionCommand
{
    private const int MostAttachments = 5;

    /// <summary>The order.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(AssessmentOrder))]
    [Path("assessment_order_id")]
    public string AssessmentOrderId { get; set; } = "";

    /// <summary>COMPLETED, CANCELLED or OPEN. Only an open order can change to another status.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Text]
    [KnownValues("COMPLETED", "CANCELLED", "OPEN")]
    [Body("status", Required = true)]
    public string Status { get; set; } = "";

    /// <summary>The page where people see the result.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("result_url", Required = true)]
    public string ResultUrl { get; set; } = "";

    /// <summary>When it was completed or cancelled. Give it with these two states.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Instant(ByCulture = true)]
    [Body("completed_at")]
    public DateTime? CompletedAt { get; set; }

    /// <summary>The score that was reached.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Number(ByCulture = true)]
    [Body("score")]
    public double? Score { get; set; }

    /// <summary>The highest score that could be reached.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Number(ByCulture = true)]
    [Body("max_score")]
    public double? MaxScore { get; set; }

    /// <summary>
    /// More to show with the result: hashtables with type TEXT, label and value, or with type SUB_RESULT, id, label, status,
    /// and score (a hashtable with value and max).
    /// </summary>
    [Parameter]
    [Map(Several = true)]
    [Body("attributes")]
    public IDictionary[]? Attribute { get; set; }

    /// <summary>Files to attach to the result, such as a report; wildcards are allowed if they lead to one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FilePath(Several = true)]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>Files to attach, by their very names: brackets are no wildcards. Files of Get-ChildItem bind here.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FilePath(Several = true)]
    [Alias("FullName", "PSPath")]
    public string[]? LiteralPath { get; set; }

    /// <summary>Files as the API takes them: hashtables with name, and either data_url or data (base64) and content_type.</summary>
    [Parameter]
    [Map(Several = true)]
    public IDictionary[]? Attachment { get; set; }

    /// <summary>What only some tools need, by tool: a hashtable whose keys are sent as they are.</summary>
    [Parameter]
    [Map]
    [Body("remote_fields")]
    public IDictionary? RemoteField { get; set; }

    /// <summary>All files, as the API takes them.</summary>
    [Body("attachments")]
    internal KomboList<object?>? File { get; set; }

    /// <inheritdoc/>
    private protected override KomboRequest Prepare(ICollection<string> given, KomboConnection connection)
    {
        var files = Files(given, nameof(Path), Path, isLiteral: false).Concat(Files(given, nameof(LiteralPath), LiteralPath, isLiteral: true)).ToList();
        var ready = (given.Contains(nameof(Attachment)) ? Attachment : null) ?? [];
        var count = files.Count + ready.Length;
        if (count > MostAttachments)
        {
            throw KomboException.InvalidInput(
                files.Count == 0 ? nameof(Attachment) : files[0].Parameter, $"there are {count} files; the maximum for a result is {MostAttachments}.");
        }

        File = count == 0 ? null : new KomboList<object?>(files
            .Select(file => FilePayload.FromFile(file.Path, null, null, file.Parameter))
            .Concat(ready.Select(attachment => PlainValue.From(attachment, nameof(Attachment)))));
        return base.Prepare(given, connection);
    }

    private IEnumerable<(string Parameter, string Path)> Files(ICollection<string> given, string parameter, string[]? paths, bool isLiteral) =>
        FilePayload.ResolveAll(this, (given.Contains(parameter) ? paths : null) ?? [], isLiteral, parameter).Select(path => (parameter, path));
}
