namespace Kombo.Models;

/// <summary>The choices of a select field: either here as entries, or behind a link.</summary>
public sealed partial class EmployeeFormOptions : KomboObject
{
    /// <summary>inline (see <see cref="Entries"/>) or referenced (see <see cref="Link"/>).</summary>
    public string? Type { get; set; }

    /// <summary>inline: the choices; null where they are behind the link.</summary>
    public KomboList<EmployeeFormOption>? Entries { get; set; }

    /// <summary>referenced: the path or URL of the list that the choices come from; null where they are given here.</summary>
    public string? Link { get; set; }

    /// <summary>The choices, else the link.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Entries?.ToString(), Link, Type);
}
