namespace Kombo.Models;

/// <summary>A kind of data, by the name that Kombo stores it under.</summary>
public sealed partial class ChangedModel : KomboObject
{
    /// <summary>The name, such as hris_employees or ats_applications. In these names groups are called teams; names with join stand for links between two kinds.</summary>
    public string? Name { get; set; }

    /// <summary>The name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name);
}
