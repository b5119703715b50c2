using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>An id of something that an integration has few of: completion offers the names, and puts in the id.</summary>
internal sealed class KnownNamesAttribute : ArgumentCompleterAttribute
{
    /// <summary>For a parameter.</summary>
    /// <param name="model">What the id is of.</param>
    public KnownNamesAttribute(Type model)
        : base(typeof(EntityNameCompleter)) => Entity = model.Name;

    /// <summary>What the id is of.</summary>
    public string Entity { get; }

    /// <summary>True for a parameter that takes the name itself.</summary>
    public bool TakesName { get; set; }
}
