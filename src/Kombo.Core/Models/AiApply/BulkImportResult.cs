using System.Globalization;

namespace Kombo.Models;

/// <summary>What an import of postings did.</summary>
[Model(Columns = [nameof(Processed), nameof(Created), nameof(Archived)])]
public sealed partial class BulkImportResult : KomboObject
{
    /// <summary>How many postings were worked on.</summary>
    public long? Processed { get; set; }

    /// <summary>How many of them were new.</summary>
    public long? Created { get; set; }

    /// <summary>How many postings of earlier imports were archived, because they were not in this one.</summary>
    public long? Archived { get; set; }

    /// <summary>The three numbers.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} processed, {1} created, {2} archived", Processed, Created, Archived);
}
