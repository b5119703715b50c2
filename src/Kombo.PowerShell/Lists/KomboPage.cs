namespace Kombo.PowerShell;

/// <summary>One page of a list, as -PageOnly reads it.</summary>
public sealed class KomboPage
{
    internal KomboPage(IReadOnlyList<object> items, string? next)
    {
        Items = items;
        Next = next;
    }

    /// <summary>The rows of the page.</summary>
    public IReadOnlyList<object> Items { get; }

    /// <summary>The cursor of the next page, for -Cursor; null on the last page.</summary>
    public string? Next { get; }
}
