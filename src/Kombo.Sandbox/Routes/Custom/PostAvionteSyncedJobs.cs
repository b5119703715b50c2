using System.Text.RegularExpressions;
using static Kombo.Sandbox.Must;

namespace Kombo.Sandbox;

/// <summary>POST ats/custom/avionte/synced-jobs. The list cannot be read, and this company does not use Avionté: nothing is kept.</summary>
internal sealed class PostAvionteSyncedJobs : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "ats/custom/avionte/synced-jobs";

    /// <inheritdoc/>
    public override Check Body { get; } = Be(Have("job_remote_id", Digits));

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request) => Nothing();

    private static void Digits(object? value, string path)
    {
        if (value is not string text || !Regex.IsMatch(text, "^[0-9]+$"))
        {
            throw SandboxException.Invalid($"'{path}' must consist of digits.");
        }
    }
}
