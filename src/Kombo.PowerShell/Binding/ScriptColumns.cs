using System.Management.Automation;
using System.Management.Automation.Language;

namespace Kombo.PowerShell;

/// <summary>
/// The columns that script blocks in place of values read: <c>-EmployeeId { $_.Mitarbeiter }</c> makes use of the column
/// Mitarbeiter, although no parameter is named like it.
/// </summary>
internal sealed class ScriptColumns
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private bool _readsAll;

    /// <summary>The columns that the script blocks among the bound values of a command line read.</summary>
    /// <param name="bound">The values. A script block is held in an object of PowerShell's own, whose text is the script's.</param>
    public ScriptColumns(IEnumerable<object?> bound)
    {
        foreach (var script in bound.Where(value => value is ScriptBlock || value?.GetType().Name == "DelayedScriptBlockArgument"))
        {
            Collect(Parser.ParseInput(script!.ToString(), out _, out _));
        }
    }

    /// <summary>True for a column that a script block reads, or may read.</summary>
    public bool Read(string column) => _readsAll || _names.Contains(column);

    private void Collect(ScriptBlockAst script)
    {
        foreach (var variable in script.FindAll(node => node is VariableExpressionAst { VariablePath.UserPath: var name } && (name == "_" || name.Equals("PSItem", StringComparison.OrdinalIgnoreCase)), searchNestedScriptBlocks: true))
        {
            var name = variable.Parent switch
            {
                MemberExpressionAst { Static: false, Member: StringConstantExpressionAst member } access when access.Expression == variable && access is not InvokeMemberExpressionAst => member.Value,
                IndexExpressionAst { Index: StringConstantExpressionAst key } access when access.Target == variable => key.Value,
                _ => null,
            };
            if (name is null || name.Equals("PSObject", StringComparison.OrdinalIgnoreCase))
            {
                // It hands the whole row on, and what becomes of that cannot be told from here.
                _readsAll = true;
            }
            else
            {
                _names.Add(name);
            }
        }
    }
}
