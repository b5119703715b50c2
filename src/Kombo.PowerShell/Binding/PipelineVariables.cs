using System.Management.Automation;
using System.Management.Automation.Language;

namespace Kombo.PowerShell;

/// <summary>
/// Tells whether a command before this one in its pipeline has -PipelineVariable. That variable holds the object that the command
/// wrote last, so it belongs to a row only where rows come out before the next object goes in.
/// </summary>
internal static class PipelineVariables
{
    /// <summary>Looks at the script that runs the command. A name that is splatted or set as a default value is not in it.</summary>
    /// <param name="command">The command.</param>
    public static bool AreBefore(PSCmdlet command)
    {
        var invocation = command.MyInvocation;
        if (invocation.PipelinePosition < 2)
        {
            return false;
        }

        var caller = (command.GetVariableValue("MyInvocation") as InvocationInfo)?.MyCommand;
        Ast? script = caller switch
        {
            FunctionInfo function => function.ScriptBlock.Ast,
            ExternalScriptInfo file => file.ScriptBlock.Ast,
            ScriptInfo block => block.ScriptBlock.Ast,
            _ => null,
        };
        return script is not null && AreBefore(script, invocation.ScriptLineNumber, invocation.OffsetInLine);
    }

    /// <summary>Whether a command before the one at a place in a script has -PipelineVariable.</summary>
    /// <param name="script">The script, or a part of it.</param>
    /// <param name="line">The line in which the command begins.</param>
    /// <param name="column">Where it begins there.</param>
    internal static bool AreBefore(Ast script, int line, int column)
    {
        bool IsCommand(CommandBaseAst element) => element.Extent.StartLineNumber == line && element.Extent.StartColumnNumber == column;

        var root = script;
        while (root.Parent is not null)
        {
            root = root.Parent;
        }

        return root.FindAll(node => node is PipelineAst pipeline && pipeline.PipelineElements.Any(IsCommand), searchNestedScriptBlocks: true)
            .Cast<PipelineAst>()
            .SelectMany(pipeline => pipeline.PipelineElements.TakeWhile(element => !IsCommand(element)))
            .OfType<CommandAst>()
            .SelectMany(command => command.CommandElements.OfType<CommandParameterAst>())
            .Any(parameter => IsPipelineVariable(parameter.ParameterName));
    }

    /// <summary>By its name, its alias, or as much of the name as tells it from its neighbours.</summary>
    private static bool IsPipelineVariable(string name) => name.Equals("pv", StringComparison.OrdinalIgnoreCase)
        || (name.Length > 1 && "PipelineVariable".StartsWith(name, StringComparison.OrdinalIgnoreCase));
}
