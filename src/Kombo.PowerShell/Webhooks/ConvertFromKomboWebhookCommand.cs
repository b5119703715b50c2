using System.Management.Automation;
using System.Security;
using Kombo.Models;
using Kombo.Webhooks;

namespace Kombo.PowerShell;

/// <summary>Makes an event of the body of a webhook, after checking its signature where that is asked for.</summary>
[Cmdlet(VerbsData.ConvertFrom, "KomboWebhook", DefaultParameterSetName = UncheckedSet)]
[OutputType(typeof(WebhookEvent))]
public sealed class ConvertFromKomboWebhookCommand : WebhookCommand
{
    private const string UncheckedSet = "Unchecked";
    private const string CheckedSet = "Checked";

    /// <summary>The value of the header X-Kombo-Signature; a body without the right one is refused.</summary>
    [Parameter(ParameterSetName = CheckedSet, Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = UncheckedSet, ValueFromPipelineByPropertyName = true)]
    [Alias(WebhookSignature.HeaderName)]
    [Text]
    [AllowNull]
    [AllowEmptyString]
    public string? Signature { get; set; }

    /// <summary>The webhook's secret from Kombo's dashboard, as a SecureString or as text.</summary>
    [Parameter(ParameterSetName = CheckedSet, Mandatory = true, Position = 2)]
    [Secret]
    public SecureString? Secret { get; set; }

    /// <summary>Reads bodies that have a signature without a look at it, such as those of a log that were checked before.</summary>
    [Parameter(ParameterSetName = UncheckedSet)]
    [Flag]
    public SwitchParameter SkipSignatureCheck { get; set; }

    /// <inheritdoc/>
    private protected override void Process(byte[] body)
    {
        try
        {
            if (ParameterSetName == CheckedSet)
            {
                Check(body);
            }
            else if (!SkipSignatureCheck && !string.IsNullOrWhiteSpace(Signature))
            {
                throw new KomboException(
                    KomboFailure.UntrustedWebhook, "The webhook is not trusted: it has a signature, but -Secret is missing. Use -SkipSignatureCheck to read it without a check.");
            }

            WriteObject(WebhookReader.Read(body, Notify));
            WriteNotices();
        }
        catch (KomboException failure)
        {
            Refuse(failure, body);
        }
    }

    private void Check(byte[] body)
    {
        var secret = Secret is null ? "" : TextOf(Secret);
        if (!WebhookSignature.IsValid(body, Signature, secret))
        {
            throw new KomboException(
                KomboFailure.UntrustedWebhook, $"The webhook is not trusted: its signature is not valid. {WebhookSignature.Explain(body, Signature, secret)}");
        }
    }
}
