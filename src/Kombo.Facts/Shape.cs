namespace Kombo.Facts;

/// <summary>What a value of a request or of an answer may be. As a member of an object it also says whether it must be there.</summary>
internal sealed record Shape
{
    /// <summary>A value of any kind.</summary>
    public const string Any = "any";

    /// <summary>An object with members of its own.</summary>
    public const string Object = "object";

    /// <summary>An object whose keys are free; <see cref="Items"/> is what its values are.</summary>
    public const string Map = "map";

    /// <summary>A list of <see cref="Items"/>.</summary>
    public const string List = "list";

    /// <summary>One of <see cref="Choices"/>.</summary>
    public const string Choice = "choice";

    /// <summary>The same as an object around it.</summary>
    public const string Recursive = "recursive";

    /// <summary>
    /// text, integer, number, boolean, any, object, map, list, choice, recursive; or a text of a certain form: moment
    /// (yyyy-MM-ddTHH:mm:ss.fffZ), day (yyyy-MM-dd), date (both are taken), time (HH:mm or HH:mm:ss), email, address.
    /// </summary>
    public required string Type { get; init; }

    /// <summary>Whether the member must be in a body, or is in every answer.</summary>
    public bool Required { get; init; }

    /// <summary>Whether null is a value.</summary>
    public bool Nullable { get; init; }

    /// <summary>Whether other values than <see cref="Values"/>, or other members than <see cref="Members"/>, are possible.</summary>
    public bool Open { get; init; }

    /// <summary>The known values of a text; null when there is no list of them.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>The regular expression of a text, as JavaScript reads it; null for none.</summary>
    public string? Pattern { get; init; }

    /// <summary>The least number of characters; null for no limit.</summary>
    public int? MinLength { get; init; }

    /// <summary>The largest number of characters; null for no limit.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The least number; null for no limit.</summary>
    public decimal? Min { get; init; }

    /// <summary>The largest number; null for no limit.</summary>
    public decimal? Max { get; init; }

    /// <summary>What the number must be greater than; null for no limit.</summary>
    public decimal? Above { get; init; }

    /// <summary>The most entries of a list; null for no limit.</summary>
    public int? MaxItems { get; init; }

    /// <summary>The member beside it without which it is not taken; null for none.</summary>
    public string? With { get; init; }

    /// <summary>What the entries of a list, or the values of a map, are; null for any other type.</summary>
    public Shape? Items { get; init; }

    /// <summary>The members of an object by name, in the order of the source; null for any other type.</summary>
    public IReadOnlyDictionary<string, Shape>? Members { get; init; }

    /// <summary>What a value of the type choice may be; null for any other type.</summary>
    public IReadOnlyList<Shape>? Choices { get; init; }

    /// <summary>Where this fact comes from; null when it comes from where its operation comes from.</summary>
    public Source? Source { get; init; }
}

/// <summary>Where a fact comes from, and how sure it is.</summary>
/// <param name="Name">The source, such as <c>OpenAPI document, May 2026</c>.</param>
/// <param name="Certainty">certain, or likely.</param>
internal sealed record Source(string Name, string Certainty);
