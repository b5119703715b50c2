using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>The base of cmdlets that read lists without an <c>ids</c> filter, page by page.</summary>
/// <typeparam name="T">The kind of row.</typeparam>
public abstract class CursorListCommand<T> : ListCommand<T>
{
    /// <summary>How many rows to ask for at a time. All rows are read in any case; the default is the most the API allows.</summary>
    [Parameter]
    [Number(Whole = true, Min = int.MinValue, Max = int.MaxValue)]
    [Query("page_size")]
    public int? PageSize { get; set; }

    /// <summary>Where to go on with a list that broke off, as the error said. Give the same filters again.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    [Query("cursor")]
    public string? Cursor { get; set; }
}
