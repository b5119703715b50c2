namespace Kombo.Models;

/// <summary>The logo and the icons of a tool.</summary>
public sealed partial class ToolAssets : KomboObject
{
    /// <summary>The URL of the logo.</summary>
    public string? LogoUrl { get; set; }

    /// <summary>The URL of the square icon.</summary>
    public string? IconUrl { get; set; }

    /// <summary>The URL of the icon in black.</summary>
    public string? IconBlackUrl { get; set; }

    /// <summary>The URL of the icon.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(IconUrl, LogoUrl);
}
