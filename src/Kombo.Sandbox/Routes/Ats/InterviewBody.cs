using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>What the requests that plan interviews have in common: all of it, even in the change.</summary>
internal static class InterviewBody
{
    /// <summary>Makes sure that the users exist and the times are in order.</summary>
    public static void Check(SandboxRequest request)
    {
        var users = request.Table<AtsUsers>();
        users.Require((string)request.Body["organizer_user_id"]!, "organizer_user_id");
        foreach (var id in (KomboList<object?>)request.Body["interviewer_user_ids"]!)
        {
            users.Require((string)id!, "interviewer_user_ids");
        }

        if (Calendar.Parse((string)request.Body["end_time"]!) < Calendar.Parse((string)request.Body["start_time"]!))
        {
            throw SandboxException.Invalid("'end_time' is before 'start_time'.");
        }
    }
}
