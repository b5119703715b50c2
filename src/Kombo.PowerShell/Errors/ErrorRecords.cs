using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>The one place where a failure becomes a PowerShell error: its id, its category, and what to do next.</summary>
internal static class ErrorRecords
{
    public static ErrorRecord From(KomboException failure, object? target, string? moreAdvice = null)
    {
        var advice = (moreAdvice is null ? Advice(failure) : $"{AdviceFor(failure)} {moreAdvice}").Trim();
        if (failure.LogUrl is not null)
        {
            advice += $" Details: {failure.LogUrl}";
        }

        return new ErrorRecord(failure, failure.ErrorId, Category(failure), target)
        {
            ErrorDetails = new ErrorDetails(Shown(failure)) { RecommendedAction = advice.Trim() },
        };
    }

    /// <summary>What the views of errors show: the code, by which scripts decide, before the message, and behind the row. PowerShell 7 shows no error ids.</summary>
    private static string Shown(KomboException failure) =>
        failure.Code is { } code ? $"{failure.Context}{code}: {failure.Message.Substring(failure.Context?.Length ?? 0)}" : failure.Message;

    public static ErrorRecord NotFound(string entity, string id, string property = "id")
    {
        var failure = new KomboException(KomboFailure.InvalidInput, $"There is no {entity} with the {property} {InputValue.Quote(id)}.");
        return new ErrorRecord(failure, "Kombo.NotFound", ErrorCategory.ObjectNotFound, id)
        {
            ErrorDetails = new ErrorDetails(failure.Message)
            {
                RecommendedAction = "Check the id and its integration. Deleted objects are returned only with -IncludeDeleted.",
            },
        };
    }

    internal static ErrorCategory Category(KomboException failure)
    {
        if (failure.Code is { } code)
        {
            return CategoryOf(code, failure.StatusCode);
        }

        return failure.Failure switch
        {
            KomboFailure.Timeout or KomboFailure.TaskRunning => ErrorCategory.OperationTimeout,
            KomboFailure.Unreachable or KomboFailure.ConnectionLost => ErrorCategory.ConnectionError,
            KomboFailure.Truncated or KomboFailure.UnexpectedResponse => ErrorCategory.InvalidResult,
            KomboFailure.InvalidInput => ErrorCategory.InvalidArgument,
            KomboFailure.NotConnected => ErrorCategory.ConnectionError,
            KomboFailure.LinkExpired => ErrorCategory.ResourceUnavailable,
            KomboFailure.FileExists => ErrorCategory.ResourceExists,
            KomboFailure.FileNotWritten => ErrorCategory.WriteError,
            KomboFailure.TooLarge => ErrorCategory.LimitsExceeded,
            KomboFailure.UntrustedWebhook => ErrorCategory.SecurityError,
            KomboFailure.InvalidWebhook => ErrorCategory.InvalidData,
            _ => CategoryOf(failure.StatusCode),
        };
    }

    private static ErrorCategory CategoryOf(string code, int? status)
    {
        var what = code.Substring(code.LastIndexOf('.') + 1);
        return what switch
        {
            "AUTHENTICATION_INVALID" => ErrorCategory.AuthenticationError,
            "PERMISSION_MISSING" or "IP_NOT_WHITELISTED" => ErrorCategory.PermissionDenied,
            "INPUT_INVALID" => ErrorCategory.InvalidArgument,
            "SERVICE_UNAVAILABLE" => ErrorCategory.ResourceUnavailable,
            "INACTIVE" => ErrorCategory.NotEnabled,
            "QA_FAILED" => ErrorCategory.InvalidData,
            "UNKNOWN_ERROR" or "UNKNOWN_HTTP_ERROR" => ErrorCategory.InvalidResult,
            _ when what.EndsWith("_NOT_FOUND", StringComparison.Ordinal) => ErrorCategory.ObjectNotFound,
            _ when what.EndsWith("_ALREADY_EXISTS", StringComparison.Ordinal) => ErrorCategory.ResourceExists,
            _ when what.EndsWith("_LIMIT_EXCEEDED", StringComparison.Ordinal) => ErrorCategory.LimitsExceeded,
            _ when what.EndsWith("TIMED_OUT", StringComparison.Ordinal) => ErrorCategory.OperationTimeout,
            _ when what.EndsWith("_ALREADY_RUNNING", StringComparison.Ordinal) => ErrorCategory.ResourceBusy,
            _ when what.StartsWith("SETUP_", StringComparison.Ordinal) => ErrorCategory.ResourceBusy,
            _ when what.EndsWith("_DISABLED", StringComparison.Ordinal) || what.EndsWith("_NOT_AVAILABLE", StringComparison.Ordinal) => ErrorCategory.NotEnabled,
            _ when what.EndsWith("_NOT_SUPPORTED", StringComparison.Ordinal) => ErrorCategory.NotImplemented,
            _ when what.EndsWith("_CLOSED", StringComparison.Ordinal) => ErrorCategory.InvalidOperation,
            _ => CategoryOf(status),
        };
    }

    private static ErrorCategory CategoryOf(int? status) => status switch
    {
        400 or 422 => ErrorCategory.InvalidArgument,
        401 => ErrorCategory.AuthenticationError,
        403 => ErrorCategory.PermissionDenied,
        404 => ErrorCategory.ObjectNotFound,
        408 or 504 => ErrorCategory.OperationTimeout,
        409 => ErrorCategory.ResourceExists,
        429 => ErrorCategory.LimitsExceeded,
        >= 500 => ErrorCategory.ResourceUnavailable,
        _ => ErrorCategory.InvalidOperation,
    };

    private static string Advice(KomboException failure)
    {
        if (failure.MayHaveExecuted)
        {
            return "Before you run the command again, check in the connected tool whether the change was made. It was not repeated automatically.";
        }

        if (failure.Cursor is not null)
        {
            return $"All rows before this point have been written. To get the remaining rows, run the same command again with -Cursor '{failure.Cursor}'. {AdviceFor(failure)}".TrimEnd();
        }

        return AdviceFor(failure);
    }

    private static string AdviceFor(KomboException failure) => failure.Code switch
    {
        null => failure.Failure switch
        {
            KomboFailure.Timeout => "Try again later, or allow more time with -TimeoutSec, for this command or for Connect-Kombo.",
            KomboFailure.Unreachable or KomboFailure.ConnectionLost => "Check the network, the proxy (Connect-Kombo -Proxy) and the server's address (-Region, -Server).",
            KomboFailure.Truncated or KomboFailure.UnexpectedResponse => "Check the server's address, and the proxy or gateway on the way to it. Invoke-KomboRequest -Raw shows the status, the headers and the text of any answer.",
            KomboFailure.InvalidInput => "Correct the input; nothing was sent.",
            KomboFailure.UntrustedWebhook => "Do not process the webhook, and answer the request with 401. If it comes from Kombo, pass the bytes of the body exactly as they arrived, the value of the header X-Kombo-Signature, and the secret of this webhook.",
            KomboFailure.InvalidWebhook => "Pass the whole body as it arrived: bytes, or one text.",
            KomboFailure.TaskRunning => "The task is still running. Wait for it again, and do not send anything again.",
            KomboFailure.NotConnected => "Run Connect-Kombo -IntegrationId <tool:id>, or Connect-Kombo -Sandbox for the sandbox.",
            KomboFailure.LinkExpired => "Addresses of files expire. Read the object with the address again (Get-KomboApplicationAttachment, for example), and save its file.",
            KomboFailure.FileExists => "Use another -DestinationPath or -FileName, or overwrite the file with -Force.",
            KomboFailure.TooLarge => "If the size is correct, use -MaximumSize for larger files, or -PageSize for fewer rows in each request.",
            KomboFailure.FileNotWritten => "Check that the folder exists and is writable, and that the disk has free space.",
            _ => failure.IsTransient ? "Try again later." : "Check the server's address and the request.",
        },
        "PLATFORM.AUTHENTICATION_INVALID" => "Check the API key and the region (a key belongs to one region and one environment), and run Connect-Kombo again.",
        "PLATFORM.IP_NOT_WHITELISTED" => "Add this machine's address to the environment's allow list in Kombo's dashboard.",
        "PLATFORM.INTEGRATION_NOT_FOUND" => "Check -IntegrationId, and that the key belongs to the environment and the region of the integration.",
        "PLATFORM.INPUT_INVALID" or "REMOTE.INPUT_INVALID" => "Correct the values that the message names.",
        "PLATFORM.RATE_LIMIT_EXCEEDED" => "Run fewer commands at the same time with this environment's key, or ask Kombo for a larger quota.",
        "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED" => "Run fewer changes at the same time on this integration.",
        "PLATFORM.UNKNOWN_ERROR" => "Try again later. If the problem persists, send the details to Kombo's support.",
        "PLATFORM.TASK_TIMED_OUT" => "Submit the task again, with less in it.",
        "INTEGRATION.PERMISSION_MISSING" => "Grant the missing permission to the integration's credentials in the connected tool.",
        "INTEGRATION.AUTHENTICATION_INVALID" => "The connected tool rejects the stored credentials. The customer must renew them with a link from New-KomboReconnectionLink.",
        "INTEGRATION.QA_FAILED" => "Kombo is checking the integration's data. Wait until Kombo's support has finished.",
        "INTEGRATION.SETUP_SYNC_PENDING" => "The integration's first sync is still running. Try again later; Get-KomboIntegration shows the state.",
        "INTEGRATION.SETUP_INCOMPLETE" => "The customer must finish the setup of the integration. New-KomboSetupLink creates a link to it.",
        "INTEGRATION.INACTIVE" => "Enable the integration with Enable-KomboIntegration, or in Kombo's dashboard.",
        "INTEGRATION.MODEL_NOT_AVAILABLE" or "INTEGRATION.ACTION_NOT_AVAILABLE" => "The connected tool does not support this. Get-KomboIntegration shows what it supports.",
        "INTEGRATION.MODEL_DISABLED" or "INTEGRATION.ACTION_DISABLED" => "Enable it in the integration's scope configuration in Kombo's dashboard.",
        "REMOTE.SERVICE_UNAVAILABLE" or "REMOTE.RATE_LIMIT_EXCEEDED" => "The connected tool is down or busy; try again later.",
        "REMOTE.UNKNOWN_HTTP_ERROR" => "The connected tool rejected the request. The details show its answer.",
        "HRIS.EMPLOYEE_ALREADY_EXISTS" => "Find the existing employee with Get-KomboEmployee, for example by -WorkEmail.",
        "HRIS.STAFFING_ENTITY_CLOSED" => "Choose an open one: Get-KomboStaffingEntity -Status OPEN_LIMITED, OPEN_UNLIMITED.",
        "ATS.JOB_CLOSED" => "Choose an open job: Get-KomboJob -Status OPEN.",
        "ATS.APPLICATION_ALREADY_EXISTS" => "The candidate has already applied for this job. Find the application with Get-KomboApplication -JobId.",
        "LMS.COURSE_UPDATE_NOT_SUPPORTED" => "The connected tool cannot update existing courses. Omit them.",
        "AI_APPLY.JOB_FEED_IMPORT_ALREADY_RUNNING" => "A job feed accepts one import at a time, which takes five minutes at most. Run the command again after that.",
        "AI_APPLY.JOB_POSTING_ALREADY_EXISTS" => "Find the existing posting with Get-KomboPosting, for example by -CareerSiteId and -JobCode.",
        "AI_APPLY.JOB_FEED_IMPORT_TIMED_OUT" => "Distribute the postings over several job feeds. Do not split the list of one feed: postings that an import does not contain are archived.",
        _ => failure.IsTransient ? "Try again later." : "See Kombo's documentation of the code, and the details.",
    };
}
