namespace Kombo.Facts;

/// <summary>One operation of the API.</summary>
internal sealed record ApiOperation
{
    private readonly Lazy<IReadOnlyDictionary<string, Shape>> _query = new(() => new Dictionary<string, Shape>());
    private readonly Lazy<Shape?> _body = new(() => null);
    private readonly Lazy<Shape?> _answer = new(() => null);

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path behind <c>/v1/</c>, such as <c>ats/jobs/{job_id}/applications</c>.</summary>
    public required string Path { get; init; }

    /// <summary>stable, open-beta, closed-beta, superseded or deprecated.</summary>
    public required string Lifecycle { get; init; }

    /// <summary>Whether the header X-Integration-Id is needed.</summary>
    public bool NeedsIntegration { get; init; }

    /// <summary>The name of the permission in the scope configuration that the operation needs; null for none.</summary>
    public string? Permission { get; init; }

    /// <summary>Which error codes it answers with: those of ATS, HRIS, LMS, ASSESSMENT, AI_APPLY or the platform's; null when not known.</summary>
    public string? Errors { get; init; }

    /// <summary>Whether the answer carries warnings.</summary>
    public bool HasWarnings { get; init; }

    /// <summary>Whether the body is a list of objects, one a line.</summary>
    public bool TakesLines { get; init; }

    /// <summary>The query parameters by name.</summary>
    public IReadOnlyDictionary<string, Shape> Query
    {
        get => _query.Value;
        init => _query = new(() => value);
    }

    /// <summary>The body, or each of its lines; null when there is none.</summary>
    public Shape? Body
    {
        get => _body.Value;
        init => _body = new(() => value);
    }

    /// <summary>The member <c>data</c> of the answer; null when it is not known.</summary>
    public Shape? Answer
    {
        get => _answer.Value;
        init => _answer = new(() => value);
    }

    /// <summary>The same as <see cref="Query"/>, read when it is asked for: most operations are never.</summary>
    public Lazy<IReadOnlyDictionary<string, Shape>> LateQuery
    {
        init => _query = value;
    }

    /// <summary>The same as <see cref="Body"/>, read when it is asked for.</summary>
    public Lazy<Shape?> LateBody
    {
        init => _body = value;
    }

    /// <summary>The same as <see cref="Answer"/>, read when it is asked for.</summary>
    public Lazy<Shape?> LateAnswer
    {
        init => _answer = value;
    }

    /// <summary>Which changes of related objects the filter <c>updated_after</c> notices.</summary>
    public IReadOnlyList<Reach> Reach { get; init; } = [];

    /// <summary>Where the operation is known from.</summary>
    public required Source Source { get; init; }

    /// <summary>Method and path, such as <c>GET hris/employees</c>.</summary>
    public string Key => $"{Method} {Path}";

    /// <summary>Whether the answer is a list with pages.</summary>
    public bool HasPages => Query.ContainsKey("cursor");

    /// <summary>Method and path, which is all that a failing test needs to show.</summary>
    public override string ToString() => Key;
}

/// <summary>Whether <c>updated_after</c> notices a change of a related object.</summary>
/// <param name="Path">The member, such as <c>candidate.tags</c>.</param>
/// <param name="Entries">Whether added and removed entries count; null when it is no list.</param>
/// <param name="Linked">Whether a change of the linked object itself counts.</param>
internal sealed record Reach(string Path, bool? Entries, bool Linked);

/// <summary>One kind of webhook.</summary>
/// <param name="Type">The type, such as <c>data-changed</c>.</param>
/// <param name="Payload">The whole payload.</param>
/// <param name="IsDeprecated">Whether it is deprecated.</param>
/// <param name="Source">Where it is known from.</param>
internal sealed record ApiWebhook(string Type, Shape Payload, bool IsDeprecated, Source Source);
