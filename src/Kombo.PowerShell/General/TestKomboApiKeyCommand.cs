using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Tells whether the connection's API key works.</summary>
[Cmdlet(VerbsDiagnostic.Test, "KomboApiKey")]
[OutputType(typeof(bool), typeof(ApiKeyInfo))]
[KomboOperation("GET", "check-api-key")]
public sealed class TestKomboApiKeyCommand : ReadCommand<ApiKeyInfo>
{
    /// <summary>Writes what Kombo tells about the key, and an error if it does not work, instead of true or false.</summary>
    [Parameter]
    [Flag]
    public SwitchParameter Detailed { get; set; }

    /// <inheritdoc/>
    private protected override void Output(ApiKeyInfo answer)
    {
        if (Detailed)
        {
            WriteObject(answer);
        }
        else
        {
            WriteObject(true);
        }
    }

    /// <inheritdoc/>
    private protected override bool Handle(KomboException failure)
    {
        if (Detailed || failure.Code != "PLATFORM.AUTHENTICATION_INVALID")
        {
            return false;
        }

        WriteObject(false);
        return true;
    }
}
