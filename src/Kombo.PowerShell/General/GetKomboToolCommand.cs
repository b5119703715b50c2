using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads which tools Kombo can connect in a category, and what each can do.</summary>
[Cmdlet(VerbsCommon.Get, "KomboTool")]
[OutputType(typeof(Tool))]
[KomboOperation("GET", "tools/{category}", List = "tools")]
public sealed class GetKomboToolCommand : ReadCommand<Tool>
{
    /// <summary>The category: hris, ats, assessment or lms.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Text]
    [KnownValues("hris", "ats", "assessment", "lms")]
    [Path("category", LowerCase = true)]
    public string Category { get; set; } = "";
}
