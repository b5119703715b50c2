namespace Kombo.Models;

/// <summary>An account of a candidate on a social network or the like.</summary>
public sealed partial class SocialMedia : KomboObject
{
    /// <summary>The URL of the account.</summary>
    public string? Link { get; set; }

    /// <summary>Which network it is, in free text.</summary>
    public string? Type { get; set; }

    /// <summary>The name of the account.</summary>
    public string? Username { get; set; }

    /// <summary>The link, else the name of the account.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Link, Username);
}
