namespace Kombo;

/// <summary>The ways a request can fail.</summary>
public enum KomboFailure
{
    /// <summary>Kombo answered with an error code.</summary>
    Api,

    /// <summary>An HTTP error status without a Kombo code.</summary>
    Http,

    /// <summary>No complete answer arrived in time.</summary>
    Timeout,

    /// <summary>The server could not be reached: nothing was sent.</summary>
    Unreachable,

    /// <summary>The connection broke after the request was sent.</summary>
    ConnectionLost,

    /// <summary>The answer ended in the middle.</summary>
    Truncated,

    /// <summary>The answer is complete but not what the API documents.</summary>
    UnexpectedResponse,

    /// <summary>The input was refused before anything was sent.</summary>
    InvalidInput,

    /// <summary>There is no connection to use.</summary>
    NotConnected,

    /// <summary>A task that runs in the background failed, or one item of it.</summary>
    TaskFailed,

    /// <summary>A task that runs in the background was not over in the time that was allowed.</summary>
    TaskRunning,

    /// <summary>The address of a file does not lead to the file, or not any more.</summary>
    LinkExpired,

    /// <summary>A file of this name exists already.</summary>
    FileExists,

    /// <summary>A file cannot be written.</summary>
    FileNotWritten,

    /// <summary>An answer or a file is larger than what is taken.</summary>
    TooLarge,

    /// <summary>A webhook's signature is not the one its body and the secret give.</summary>
    UntrustedWebhook,

    /// <summary>A text that should be the body of a webhook is none.</summary>
    InvalidWebhook,

    /// <summary>A change was sent earlier, or its answer was not waited for: whether it was carried out is not known.</summary>
    OutcomeUnknown,
}
