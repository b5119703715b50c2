namespace Kombo;

/// <summary>What kind of thing a <see cref="KomboNotice"/> tells.</summary>
public enum KomboNoticeKind
{
    /// <summary>A request was answered or is tried again: for those who want to watch.</summary>
    Trace,

    /// <summary>Something the caller should know although the request worked.</summary>
    Warning,

    /// <summary>The client waits before it goes on.</summary>
    Waiting,

    /// <summary>A request or an answer with its headers, and with its body if that is asked for.</summary>
    Debug,
}

/// <summary>Something that happened during a request. It never contains the API key, and bodies only if they are asked for; the query's values are told of reads alone.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Message">What happened, for a person.</param>
/// <param name="Duration">How long the wait is; zero for other kinds.</param>
public sealed record KomboNotice(KomboNoticeKind Kind, string Message, TimeSpan Duration = default)
{
    private readonly Func<string>? _write;
    private string? _message = Message;

    /// <summary>A notice whose message is made when it is read for the first time: most are told to nobody.</summary>
    /// <param name="kind">What kind of thing.</param>
    /// <param name="message">Makes the message, on any thread.</param>
    public KomboNotice(KomboNoticeKind kind, Func<string> message)
        : this(kind, "") => (_write, _message) = (message ?? throw new ArgumentNullException(nameof(message)), null);

    /// <summary>What happened, for a person.</summary>
    public string Message
    {
        get => _message ??= _write!();
        init => _message = value;
    }

    /// <summary>Compares what is told, however it was made.</summary>
    /// <param name="other">Another notice.</param>
    /// <returns>True for the same kind, message and duration.</returns>
    public bool Equals(KomboNotice? other) => other is not null && Kind == other.Kind && Message == other.Message && Duration == other.Duration;

    /// <inheritdoc/>
    public override int GetHashCode() => (Kind, Message, Duration).GetHashCode();
}
