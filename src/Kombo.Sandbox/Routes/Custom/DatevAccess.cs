using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>What DATEV allows. The integration "sandbox:no-datev" stands for a client whose consultant has not granted anything.</summary>
internal static class DatevAccess
{
    private const string Refused = "sandbox:no-datev";

    /// <summary>The answer to the question whether it allows a thing.</summary>
    public static KomboMap Check(SandboxRequest request) => IsGranted(request)
        ? new KomboMap { ["ready"] = true }
        : new KomboMap { ["ready"] = false, ["error"] = "The consultant has not granted the permission at DATEV." };

    /// <summary>Nothing is done without it.</summary>
    /// <exception cref="SandboxException">It is not granted.</exception>
    public static void Require(SandboxRequest request)
    {
        if (!IsGranted(request))
        {
            throw new SandboxException("INTEGRATION.PERMISSION_MISSING", "The consultant has not granted the permission at DATEV.");
        }
    }

    /// <summary>The employee in the path, by the Kombo id or by the one in the source.</summary>
    public static Row Employee(SandboxRequest request)
    {
        Require(request);
        return request.Table<Employees>().RequireAny(request.Segments["employee_id"], "employee_id");
    }

    private static bool IsGranted(SandboxRequest request) => request.Raw.IntegrationId != Refused;
}
