namespace Kombo.Http;

/// <summary>How to go on after a failure.</summary>
internal enum RetryKind
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>When the quota is renewed.</summary>
    RateLimit,

    /// <summary>After a growing delay.</summary>
    BackOff,

    /// <summary>After a growing delay, but give up soon: the server is not there.</summary>
    Reconnect,
}

/// <summary>
/// The one table that says what is tried again. Kombo has no idempotency keys, so a write is repeated only where it is
/// certain that nothing was carried out. The code decides; the status only where there is no code.
/// </summary>
internal static class RetryRule
{
    /// <summary>How often an unreachable server is tried again.</summary>
    public const int MaxReconnect = 2;

    public static RetryKind For(KomboException failure, bool isRead)
    {
        var ifRead = isRead ? RetryKind.BackOff : RetryKind.None;
        if (failure.Code is { } code)
        {
            return code switch
            {
                "PLATFORM.RATE_LIMIT_EXCEEDED" => RetryKind.RateLimit,
                "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED" => RetryKind.BackOff,
                "REMOTE.RATE_LIMIT_EXCEEDED" or "REMOTE.SERVICE_UNAVAILABLE" or "PLATFORM.UNKNOWN_ERROR" => ifRead,
                _ => RetryKind.None,
            };
        }

        return failure.Failure switch
        {
            KomboFailure.Http or KomboFailure.Api => failure.StatusCode switch
            {
                429 => RetryKind.RateLimit,
                503 => failure.HasKomboBody ? ifRead : RetryKind.BackOff,
                500 or 502 or 504 => ifRead,
                _ => RetryKind.None,
            },
            KomboFailure.Timeout or KomboFailure.ConnectionLost or KomboFailure.Truncated => ifRead,
            KomboFailure.Unreachable => RetryKind.Reconnect,
            _ => RetryKind.None,
        };
    }

    /// <summary>True when a failed write may have been carried out all the same.</summary>
    public static bool MayHaveExecuted(KomboException failure) => failure.Failure switch
    {
        KomboFailure.Timeout or KomboFailure.ConnectionLost or KomboFailure.Truncated or KomboFailure.UnexpectedResponse or KomboFailure.TooLarge => true,
        KomboFailure.Http or KomboFailure.Api => failure.Code switch
        {
            null => failure.StatusCode is >= 500 && !(failure.StatusCode == 503 && !failure.HasKomboBody),
            "PLATFORM.UNKNOWN_ERROR" or "REMOTE.SERVICE_UNAVAILABLE" or "REMOTE.UNKNOWN_HTTP_ERROR" => true,
            _ => false,
        },
        _ => false,
    };
}
