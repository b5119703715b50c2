namespace Kombo.PowerShell;

/// <summary>Says where in the request a parameter goes.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class WireAttribute : Attribute
{
    protected WireAttribute(string name) => Name = name;

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>True when the value is a secret that errors, traces and previews must not show.</summary>
    public bool Secret { get; set; }
}

/// <summary>The parameter goes into the query. Lists are joined with commas; maps are sent as JSON text.</summary>
internal sealed class QueryAttribute : WireAttribute
{
    public QueryAttribute(string name)
        : base(name)
    {
    }

    /// <summary>True for a day that the API wants without a time.</summary>
    public bool BareDate { get; set; }
}

/// <summary>The parameter is a part of the path.</summary>
internal sealed class PathAttribute : WireAttribute
{
    public PathAttribute(string name)
        : base(name)
    {
    }

    /// <summary>True when the connection's integration is meant if the parameter is not given.</summary>
    public bool DefaultsToConnection { get; set; }

    /// <summary>What stands in the path when nothing is given; null when something must be.</summary>
    public string? Default { get; set; }

    /// <summary>True when the API wants the value in lower case.</summary>
    public bool LowerCase { get; set; }
}

/// <summary>The parameter becomes a member of a JSON object. Dots lead into nested objects: <c>candidate.first_name</c>.</summary>
internal abstract class MemberAttribute : WireAttribute
{
    protected MemberAttribute(string name)
        : base(name)
    {
    }

    /// <summary>True when the API takes null: then a given <c>$null</c> is sent. Elsewhere it counts as not given.</summary>
    public bool Nullable { get; set; }

    /// <summary>True when the member must be in the body: null if nothing was given and <see cref="Default"/> is null.</summary>
    public bool Always { get; set; }

    /// <summary>What is sent when nothing is given, together with <see cref="Always"/>.</summary>
    public object? Default { get; set; }

    /// <summary>True for a map whose values the API takes as text only: numbers and Booleans are written out.</summary>
    public bool TextValues { get; set; }

    /// <summary>True for forms, which want days without a time.</summary>
    public bool BareDates { get; set; }

    /// <summary>Members of a map, or of each map of a list, that are numbers for the API: text in them, such as a CSV cell, becomes one.</summary>
    public string[] Numbers { get; set; } = [];

    /// <summary>True when the API needs the member, and it may come from this parameter or from one that holds its parent.</summary>
    public bool Required { get; set; }
}

/// <summary>The parameter goes into the body.</summary>
internal sealed class BodyAttribute : MemberAttribute
{
    /// <summary>A parameter whose members are merged into the body itself.</summary>
    public BodyAttribute()
        : base("")
    {
    }

    public BodyAttribute(string name)
        : base(name)
    {
    }
}

/// <summary>
/// The parameter goes into each item of a list that is collected from the pipeline: every row gives its own value, or the
/// command line gives one for all.
/// </summary>
internal sealed class ItemAttribute : MemberAttribute
{
    /// <summary>A parameter whose members are merged into each item itself.</summary>
    public ItemAttribute()
        : base("")
    {
    }

    public ItemAttribute(string name)
        : base(name)
    {
    }

    /// <summary>True when no two items may have the same value.</summary>
    public bool Unique { get; set; }
}

/// <summary>The property is the whole body: a list whose items are sent as one line of JSON each.</summary>
internal sealed class LinesAttribute : WireAttribute
{
    public LinesAttribute()
        : base("")
    {
    }

    /// <summary>The most bytes the operation takes; 0 where no limit is documented.</summary>
    public long MaxBytes { get; set; }
}

/// <summary>The parameter is the integration that the request's header names.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IntegrationHeaderAttribute : Attribute;

/// <summary>
/// Says whether an object of this module fills the parameter from its property of the same name. Without this attribute ids
/// are filled, because they say what to work on, and other values are not: an employee's StartDate is not a leave's.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FilledByModelsAttribute : Attribute
{
    public FilledByModelsAttribute(bool isFilled) => IsFilled = isFilled;

    /// <summary>True for a value that the API needs to know what to work on; false for an id that is itself the change.</summary>
    public bool IsFilled { get; }
}
