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
public sealed record KomboNotice(KomboNoticeKind Kind, string Message, TimeSpan Duration = default);
