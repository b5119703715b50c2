namespace Kombo.Models;

/// <summary>A file that a data push has sent to DATEV.</summary>
[Model(Columns = [nameof(Name), nameof(Content)])]
public sealed partial class DatevPushedFile : KomboObject
{
    /// <summary>The name of the file.</summary>
    public string? Name { get; set; }

    /// <summary>What is in the file: DATEV's ASCII format.</summary>
    public string? Content { get; set; }

    /// <summary>The file's name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name);
}
