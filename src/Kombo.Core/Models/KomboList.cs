using System.Globalization;

namespace Kombo.Models;

/// <summary>A list whose text is its items, so that tables and CSV files show content instead of a type name.</summary>
/// <typeparam name="T">The kind of item.</typeparam>
public sealed class KomboList<T> : List<T>
{
    /// <summary>An empty list.</summary>
    public KomboList()
    {
    }

    /// <summary>A list with these items.</summary>
    /// <param name="items">The items.</param>
    public KomboList(IEnumerable<T> items)
        : base(items)
    {
    }

    /// <summary>The items' texts, joined with "; ".</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Join("; ", this.Select(item => Convert.ToString(item, CultureInfo.InvariantCulture)));
}
