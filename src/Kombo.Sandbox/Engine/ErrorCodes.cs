namespace Kombo.Sandbox;

/// <summary>Kombo's error codes with the status and the title that the sandbox gives them.</summary>
internal static class ErrorCodes
{
    public const string InputInvalid = "PLATFORM.INPUT_INVALID";

    private static readonly Dictionary<string, (int Status, string Title)> Known = new(StringComparer.Ordinal)
    {
        [InputInvalid] = (400, "The request is invalid."),
        ["PLATFORM.RATE_LIMIT_EXCEEDED"] = (429, "Too many requests in this environment."),
        ["PLATFORM.CONCURRENCY_LIMIT_EXCEEDED"] = (429, "Too many actions at a time on this integration."),
        ["PLATFORM.INTEGRATION_NOT_FOUND"] = (404, "The integration does not exist."),
        ["PLATFORM.UNKNOWN_ERROR"] = (500, "Something went wrong inside Kombo."),
        ["PLATFORM.IP_NOT_WHITELISTED"] = (403, "This address may not call the API."),
        ["PLATFORM.AUTHENTICATION_INVALID"] = (401, "The API key is missing or wrong."),
        ["PLATFORM.TASK_TIMED_OUT"] = (504, "The task took too long."),
        ["INTEGRATION.PERMISSION_MISSING"] = (403, "The connected account lacks a permission."),
        ["INTEGRATION.AUTHENTICATION_INVALID"] = (401, "The connected tool rejects the stored credentials."),
        ["INTEGRATION.QA_FAILED"] = (409, "The first synchronisation failed the quality checks."),
        ["INTEGRATION.SETUP_SYNC_PENDING"] = (409, "The first synchronisation is still running."),
        ["INTEGRATION.SETUP_INCOMPLETE"] = (409, "The setup is not complete."),
        ["INTEGRATION.INACTIVE"] = (400, "The integration is switched off."),
        ["INTEGRATION.MODEL_NOT_AVAILABLE"] = (400, "The tool does not offer this data."),
        ["INTEGRATION.MODEL_DISABLED"] = (400, "This data is disabled in the scope configuration."),
        ["INTEGRATION.ACTION_NOT_AVAILABLE"] = (400, "The tool does not offer this action."),
        ["INTEGRATION.ACTION_DISABLED"] = (400, "This action is disabled in the scope configuration."),
        ["REMOTE.SERVICE_UNAVAILABLE"] = (503, "The connected tool is not available."),
        ["REMOTE.RATE_LIMIT_EXCEEDED"] = (429, "The connected tool limits the rate."),
        ["REMOTE.INPUT_INVALID"] = (400, "The connected tool rejects the values."),
        ["REMOTE.UNKNOWN_HTTP_ERROR"] = (502, "The connected tool answered with an error."),
        ["HRIS.EMPLOYEE_ALREADY_EXISTS"] = (409, "The employee exists already."),
        ["HRIS.STAFFING_ENTITY_CLOSED"] = (400, "The position is no longer open."),
        ["ATS.JOB_CLOSED"] = (400, "The job does not take applications."),
        ["ATS.APPLICATION_ALREADY_EXISTS"] = (409, "The candidate has applied already."),
        ["LMS.COURSE_UPDATE_NOT_SUPPORTED"] = (400, "The tool cannot update courses."),
        ["AI_APPLY.JOB_FEED_IMPORT_ALREADY_RUNNING"] = (409, "An import is running already."),
        ["AI_APPLY.JOB_FEED_IMPORT_TIMED_OUT"] = (504, "The import took too long."),
        ["AI_APPLY.JOB_POSTING_ALREADY_EXISTS"] = (409, "The posting exists already."),
    };

    /// <summary>The usual status; 400 for a code that is new.</summary>
    public static int Status(string code) => Known.TryGetValue(code, out var entry) ? entry.Status : 400;

    public static string Title(string code) => Known.TryGetValue(code, out var entry) ? entry.Title : "The request failed.";
}
