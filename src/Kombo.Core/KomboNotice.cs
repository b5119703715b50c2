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
}

/// <summary>Something that happened during a request. It never contains the API key, query values or bodies.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Message">What happened, for a person.</param>
/// <param name="Duration">How long the wait is; zero for other kinds.</param>
public sealed record KomboNotice(KomboNoticeKind Kind, string Message, TimeSpan Duration = default);
