using System.Globalization;

namespace Kombo.PowerShell;

/// <summary>A cmdlet whose -Culture says how text is written.</summary>
internal interface ICultureChoice
{
    /// <summary>The culture; null for the invariant form.</summary>
    CultureInfo? Culture { get; }
}
