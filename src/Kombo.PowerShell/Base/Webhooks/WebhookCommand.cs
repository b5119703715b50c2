using System.Management.Automation;
using System.Security;

namespace Kombo.PowerShell;

/// <summary>The base of cmdlets that work on the body of a webhook. They need no connection and send nothing.</summary>
public abstract class WebhookCommand : KomboCommand
{
    private readonly List<byte> _pieces = [];

    /// <summary>The body as it arrived: its bytes, or its text.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RawBody")]
    [WebhookBody]
    [AllowEmptyCollection]
    public byte[] Body { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // Bytes that come one by one are those of one body. A whole body of one byte cannot be a webhook.
        if (MyInvocation.ExpectingInput && !IsFromCommandLine(nameof(Body)) && Body.Length == 1)
        {
            _pieces.Add(Body[0]);
            return;
        }

        ProcessPieces();
        Process(Body);
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => ProcessPieces();

    /// <summary>Works on one body.</summary>
    /// <param name="body">The body.</param>
    private protected abstract void Process(byte[] body);

    /// <summary>Reports a body that cannot be used. One that was given by itself ends the command, so that no script goes on with nothing.</summary>
    private protected void Refuse(KomboException failure, object target)
    {
        if (MyInvocation.ExpectingInput && failure.Failure is KomboFailure.UntrustedWebhook or KomboFailure.InvalidWebhook)
        {
            Fail(failure, target);
        }
        else
        {
            Terminate(failure, target);
        }
    }

    /// <summary>The text of a secret.</summary>
    private protected static string TextOf(SecureString secret) => SecretAttribute.Reveal(secret);

    private void ProcessPieces()
    {
        if (_pieces.Count > 0)
        {
            var body = _pieces.ToArray();
            _pieces.Clear();
            Process(body);
        }
    }
}
