using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>The documented values of a parameter: offered by completion, spelled right when sent, and never the only ones allowed.</summary>
internal class KnownValuesAttribute : ArgumentCompleterAttribute
{
    public KnownValuesAttribute(params string[] values)
        : base(typeof(KnownValueCompleter)) => Values = values;

    /// <summary>The values as the API spells them.</summary>
    public string[] Values { get; }
}
