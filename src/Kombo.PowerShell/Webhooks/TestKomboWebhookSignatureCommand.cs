using System.Management.Automation;
using System.Security;
using Kombo.Webhooks;

namespace Kombo.PowerShell;

/// <summary>Tells whether a webhook was signed by Kombo.</summary>
[Cmdlet(VerbsDiagnostic.Test, "KomboWebhookSignature")]
[OutputType(typeof(bool))]
public sealed class TestKomboWebhookSignatureCommand : WebhookCommand
{
    /// <summary>The value of the header X-Kombo-Signature; without one, the answer is no.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias(WebhookSignature.HeaderName)]
    [Text]
    [AllowNull]
    [AllowEmptyString]
    public string? Signature { get; set; }

    /// <summary>The webhook's secret from Kombo's dashboard, as a SecureString or as text.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [Secret]
    public SecureString Secret { get; set; } = new();

    /// <inheritdoc/>
    private protected override void Process(byte[] body)
    {
        try
        {
            var secret = TextOf(Secret);
            var isValid = WebhookSignature.IsValid(body, Signature, secret);
            if (!isValid)
            {
                WriteVerbose(WebhookSignature.Explain(body, Signature, secret));
            }

            WriteObject(isValid);
        }
        catch (KomboException failure)
        {
            Refuse(failure, body);
        }
    }
}
