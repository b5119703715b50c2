using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>The base of cmdlets that make a link into Kombo's connection flow.</summary>
public abstract class LinkCommand : RowWriteCommand<ConnectLink>
{
    private const string Embedded = "EMBEDDED";
    private const string MagicLink = "MAGIC_LINK";

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
    private protected override Action<ConnectLink>? Completion(KomboRequest request, KomboConnection connection)
    {
        // The API answers with the bare address.
        var type = ((KomboMap)request.Body!)["link_type"] as string;
        var describe = Description(connection);
#pragma warning disable RS0030 // A moment for people, not a measure of time.
        var asked = DateTime.UtcNow;
#pragma warning restore RS0030
        return answer =>
        {
            describe(answer);
            answer.LinkType ??= type;
            answer.ExpiresAt ??= answer.LinkType switch
            {
                Embedded => asked.AddHours(1),
                MagicLink => asked.AddYears(1),
                _ => null,
            };
        };
    }

    /// <summary>Says in the answer what the link is for. What it needs is taken before the request is sent.</summary>
    private protected abstract Action<ConnectLink> Description(KomboConnection connection);
}
