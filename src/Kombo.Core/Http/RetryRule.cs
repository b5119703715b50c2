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
/// certain that nothing was carried out; what cannot be told apart from that may have been. The code decides; the status
/// only where there is no code.
/// </summary>
internal static class RetryRule
{
    /// <summary>How often an unreachable server is tried again.</summary>
    public const int MaxReconnect = 2;

    private const string RateLimit = "PLATFORM.RATE_LIMIT_EXCEEDED";
    private const string ConcurrencyLimit = "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED";

    /// <summary>The codes that say that nothing was done. Every other one, known or not, leaves it open.</summary>
    private static readonly HashSet<string> Refusals = new(StringComparer.Ordinal)
    {
        RateLimit,
        ConcurrencyLimit,
        "PLATFORM.AUTHENTICATION_INVALID",
        "PLATFORM.INPUT_INVALID",
        "PLATFORM.INTEGRATION_NOT_FOUND",
        "PLATFORM.IP_NOT_WHITELISTED",
        "INTEGRATION.ACTION_DISABLED",
        "INTEGRATION.ACTION_NOT_AVAILABLE",
        "INTEGRATION.AUTHENTICATION_INVALID",
        "INTEGRATION.INACTIVE",
        "INTEGRATION.MODEL_DISABLED",
        "INTEGRATION.MODEL_NOT_AVAILABLE",
        "INTEGRATION.PERMISSION_MISSING",
        "INTEGRATION.QA_FAILED",
        "INTEGRATION.SETUP_INCOMPLETE",
        "INTEGRATION.SETUP_SYNC_PENDING",
        "REMOTE.INPUT_INVALID",
        "HRIS.EMPLOYEE_ALREADY_EXISTS",
        "HRIS.STAFFING_ENTITY_CLOSED",
        "ATS.APPLICATION_ALREADY_EXISTS",
        "ATS.JOB_CLOSED",
        "LMS.COURSE_UPDATE_NOT_SUPPORTED",
        "AI_APPLY.JOB_FEED_IMPORT_ALREADY_RUNNING",
        "AI_APPLY.JOB_POSTING_ALREADY_EXISTS",
    };

    /// <summary>
    /// The longest wait that a server, or what stands before it, can impose. More is an error, and only for the request
    /// that was told so.
    /// </summary>
    public static TimeSpan LongestWait { get; } = TimeSpan.FromMinutes(5);

    /// <summary>What the table says; servers other than the API's have quotas that nobody else is concerned with.</summary>
    public static RetryKind For(KomboException failure, KomboRequest request) => For(failure, request.IsRead) switch
    {
        RetryKind.RateLimit when request.IsElsewhere => RetryKind.BackOff,
        var kind => kind,
    };

    public static RetryKind For(KomboException failure, bool isRead)
    {
        var ifRead = isRead ? RetryKind.BackOff : RetryKind.None;
        if (failure.Code is { } code)
        {
            return code switch
            {
                RateLimit => RetryKind.RateLimit,
                ConcurrencyLimit => RetryKind.BackOff,
                "REMOTE.RATE_LIMIT_EXCEEDED" or "REMOTE.SERVICE_UNAVAILABLE" or "PLATFORM.UNKNOWN_ERROR" => ifRead,
                _ => RetryKind.None,
            };
        }

        return failure.Failure switch
        {
            KomboFailure.Http or KomboFailure.Api => failure.StatusCode switch
            {
                429 => isRead ? RetryKind.RateLimit : RetryKind.None,
                503 => failure.IsBalancerPage ? RetryKind.BackOff : ifRead,

                // A server that does not know the method or the version (501, 505), or a login page (511), will not change its mind.
                408 or 425 or (>= 500 and not (501 or 505 or 511)) => ifRead,
                _ => RetryKind.None,
            },
            KomboFailure.Timeout or KomboFailure.ConnectionLost or KomboFailure.Truncated => ifRead,
            KomboFailure.Unreachable => RetryKind.Reconnect,
            _ => RetryKind.None,
        };
    }

    /// <summary>True when the request was refused because the quota of the key is used up.</summary>
    public static bool IsQuotaRefusal(KomboException failure) => failure.Code is { } code ? code == RateLimit : failure.StatusCode == 429;

    /// <summary>True when the request was refused because too many actions are under way on the integration.</summary>
    public static bool IsConcurrencyRefusal(KomboException failure) => failure.Code == ConcurrencyLimit;

    /// <summary>True when a failed write may have been carried out all the same.</summary>
    public static bool MayHaveExecuted(KomboException failure) => failure.Failure switch
    {
        KomboFailure.Timeout or KomboFailure.ConnectionLost or KomboFailure.Truncated or KomboFailure.UnexpectedResponse or KomboFailure.TooLarge or KomboFailure.OutcomeUnknown => true,
        KomboFailure.Http or KomboFailure.Api when failure.Code is null =>
            !failure.IsBalancerPage && (failure.IsUnclear || !IsPlainRefusal(failure.StatusCode)),
        KomboFailure.Http or KomboFailure.Api or KomboFailure.TaskFailed => failure.Code is { } code && !Refusals.Contains(code),
        _ => false,
    };

    /// <summary>
    /// The statuses that say, without a code, that the request was not carried out. Missing here: those of gateways that
    /// waited in vain (408, 499 and the like), and 429, with which the connected tool may have ended what was half done.
    /// </summary>
    private static bool IsPlainRefusal(int? status) =>
        status is (>= 400 and <= 407) or (>= 409 and <= 417) or 421 or 422 or 426 or 428 or 431 or 451;
}
