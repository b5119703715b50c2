using System.Globalization;
using Kombo.Models;

namespace Kombo;

/// <summary>The one exception of this library: whatever went wrong with a request, and what is known about it.</summary>
public sealed class KomboException : Exception
{
    /// <summary>What is wrong with a key, a secret or an id that was read with the end of its line.</summary>
    internal const string SpaceAround = "it begins or ends with white space, such as a line break. Pass it without, for example with .Trim().";

    private static readonly IReadOnlyDictionary<string, string> NoHeaders = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    private bool _mayHaveExecuted;

    /// <summary>A failure.</summary>
    /// <param name="failure">What kind.</param>
    /// <param name="message">What happened, for a person. Must not contain secrets.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public KomboException(KomboFailure failure, string message, Exception? innerException = null)
        : base(message, innerException) => Failure = failure;

    /// <summary>What happened, for a person; for a write, also that it may have been carried out; and when to come back, if that is long.</summary>
    public override string Message => Context + base.Message
        + (RetryAfter > Http.RetryRule.LongestWait && IsTransient
            ? string.Format(
                CultureInfo.InvariantCulture,
                " The server asks for a wait of {0:N0} seconds, which is longer than the maximum of {1:N0} seconds. Run the command again after that time.",
                RetryAfter.Value.TotalSeconds,
                Http.RetryRule.LongestWait.TotalSeconds)
            : "")
        + (MayHaveExecuted ? " The change may have been carried out nevertheless; it was not repeated." : "");

    /// <summary>What the message begins with: what the request was for, such as the row of a file; null for nothing.</summary>
    public string? Context { get; set; }

    /// <summary>The kind of failure.</summary>
    public KomboFailure Failure { get; }

    /// <summary>Kombo's error code, such as <c>ATS.JOB_CLOSED</c>; null when the answer had none. New codes can appear at any time.</summary>
    public string? Code { get; init; }

    /// <summary>Kombo's short description of the code; null when the answer had none.</summary>
    public string? Title { get; init; }

    /// <summary>The page in Kombo's dashboard with the details of this call; null when the answer had none.</summary>
    public Uri? LogUrl { get; init; }

    /// <summary>
    /// The error as the answer has it, with the members that this version does not know, as plain values: the members of
    /// <c>error</c>, or of the whole answer where that is no object. Null when the answer was not JSON.
    /// </summary>
    public KomboMap? Error { get; init; }

    /// <summary>The part of the API that the error belongs to: by its code, else by the path.</summary>
    public KomboErrorFamily Family => FamilyOf(Code?.Split('.')[0]) ?? FamilyOf(Path?.Split('/')[0]) ?? KomboErrorFamily.General;

    /// <summary>The headers of the answer by name, in any case; empty when no answer arrived. Those that hold secrets, such as Set-Cookie, have ***.</summary>
    public IReadOnlyDictionary<string, string> Headers => Response?.Headers ?? NoHeaders;

    /// <summary>
    /// The text of the answer, up to 32,768 characters; null when no answer arrived. It can hold personal data, and so is in
    /// no message. The API key and other secrets in it are replaced by ***.
    /// </summary>
    public string? Body => Response?.Body;

    /// <summary>The id that the answer gives the request in a header such as <c>x-request-id</c>; null when there is none.</summary>
    public string? RequestId => Response?.RequestId;

    /// <summary>The HTTP status; null when no answer arrived.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The HTTP method of the request; null when the input was refused before there was one.</summary>
    public string? Method { get; init; }

    /// <summary>The path of the request below the server's address, without the query; null when there was no request.</summary>
    public string? Path { get; init; }

    /// <summary>The parameter that was refused; null for other failures.</summary>
    public string? Parameter { get; init; }

    /// <summary>
    /// The position a broken list resumes from: everything before it has been delivered, nothing from it on has.
    /// Null when the list starts over, or the request was not a list.
    /// </summary>
    public string? Cursor { get; internal set; }

    /// <summary>
    /// True for a write, or an item of a task, of which it is not known whether it was carried out. It was not repeated; check
    /// before doing so.
    /// </summary>
    public bool MayHaveExecuted
    {
        get => _mayHaveExecuted || (Failure is KomboFailure.TaskFailed or KomboFailure.OutcomeUnknown && Http.RetryRule.MayHaveExecuted(this));
        internal set => _mayHaveExecuted = value;
    }

    /// <summary>True when the same request may work later without any change.</summary>
    public bool IsTransient => Http.RetryRule.For(this, isRead: true) != Http.RetryKind.None;

    /// <summary>The stable id of the error: the code, else <c>Kombo.Http503</c>, <c>Kombo.Timeout</c> and the like.</summary>
    public string ErrorId => Code ?? Failure switch
    {
        KomboFailure.Http or KomboFailure.Api => "Kombo.Http" + StatusCode?.ToString(CultureInfo.InvariantCulture),
        KomboFailure.Timeout => "Kombo.Timeout",
        KomboFailure.Unreachable or KomboFailure.ConnectionLost => "Kombo.Network",
        KomboFailure.OutcomeUnknown => "Kombo.OutcomeUnknown",
        KomboFailure.InvalidInput => "Kombo.InvalidInput",
        KomboFailure.NotConnected => "Kombo.NotConnected",
        KomboFailure.TaskFailed => "Kombo.TaskFailed",
        KomboFailure.TaskRunning => "Kombo.TaskRunning",
        KomboFailure.LinkExpired => "Kombo.LinkExpired",
        KomboFailure.FileExists => "Kombo.FileExists",
        KomboFailure.FileNotWritten => "Kombo.FileNotWritten",
        KomboFailure.TooLarge => "Kombo.TooLarge",
        KomboFailure.UntrustedWebhook => "Kombo.UntrustedWebhook",
        KomboFailure.InvalidWebhook => "Kombo.InvalidWebhook",
        _ => "Kombo.UnexpectedResponse",
    };

    /// <summary>How long the server asked to wait before the same request is sent again; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; internal set; }

    /// <summary>The answer; null when none arrived.</summary>
    internal KomboResponse? Response { get; init; }

    /// <summary>True when the answer was the page with which the load balancer refuses what it has not passed on to anyone.</summary>
    internal bool IsBalancerPage { get; init; }

    /// <summary>True when the answer may have lost what would have said more: it was cut, or nothing says that it was not.</summary>
    internal bool IsUnclear { get; init; }

    /// <summary>Input that is refused before anything is sent.</summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="message">What is wrong with which value.</param>
    /// <returns>The exception.</returns>
    public static KomboException InvalidInput(string parameter, string message) =>
        new(KomboFailure.InvalidInput, $"{parameter}: {message}") { Parameter = parameter };

    private static KomboErrorFamily? FamilyOf(string? area) => area?.ToUpperInvariant() switch
    {
        "HRIS" => KomboErrorFamily.Hris,
        "ATS" or "ASSESSMENT" => KomboErrorFamily.Ats,
        "AI_APPLY" or "AI-APPLY" => KomboErrorFamily.AiApply,
        _ => null,
    };
}
