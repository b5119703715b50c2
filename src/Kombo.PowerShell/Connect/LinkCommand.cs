using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>The base of cmdlets that make a link into Kombo's connection flow.</summary>
public abstract class LinkCommand : WriteCommand<ConnectLink>
{
    private const string Embedded = "EMBEDDED";
    private const string MagicLink = "MAGIC_LINK";
    private DateTime _asked;
    private string? _type;

    /// <summary>EMBEDDED (the default), for your own pages, works for an hour. MAGIC_LINK, to be sent, works for a year.</summary>
    /// <remarks>Always sent: the three operations have different defaults, and the life time in the answer depends on it.</remarks>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [KnownValues(Embedded, MagicLink)]
    [Body("link_type", Always = true, Default = Embedded)]
    public string? LinkType { get; set; }

    /// <summary>The language of the flow: en, de, fr, it or es. Kombo's default is en.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [KnownValues("en", "de", "fr", "it", "es")]
    [Body("language", Nullable = true)]
    public string? Language { get; set; }

    /// <inheritdoc/>
    private protected override KomboRequest Prepare(ICollection<string> given, KomboConnection connection)
    {
        var request = base.Prepare(given, connection);
        _type = ((KomboMap)request.Body!)["link_type"] as string;
#pragma warning disable RS0030 // A moment for people, not a measure of time.
        _asked = DateTime.UtcNow;
#pragma warning restore RS0030
        return request;
    }

    /// <inheritdoc/>
    private protected override void Output(ConnectLink? answer, PSObject? input)
    {
        if (answer is not null)
        {
            // The API answers with the bare address.
            answer.LinkType ??= _type;
            answer.ExpiresAt ??= answer.LinkType switch
            {
                Embedded => _asked.AddHours(1),
                MagicLink => _asked.AddYears(1),
                _ => null,
            };
            Describe(answer);
        }

        base.Output(answer, input);
    }

    /// <summary>Says in the answer what the link is for.</summary>
    private protected abstract void Describe(ConnectLink link);
}
