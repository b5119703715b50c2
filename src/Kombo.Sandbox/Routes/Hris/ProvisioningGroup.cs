namespace Kombo.Sandbox;

/// <summary>The groups of employees to provision. There is only one.</summary>
internal static class ProvisioningGroup
{
    /// <summary>Refuses any other group.</summary>
    /// <exception cref="SandboxException">It is another one.</exception>
    public static void Require(string id)
    {
        if (id != "default" && !FailureTrigger.Is(id))
        {
            throw SandboxException.Invalid($"There is no provisioning group '{id}', only 'default'.");
        }
    }
}
