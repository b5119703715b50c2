using System.Runtime.CompilerServices;

namespace Kombo.PowerShell;

/// <summary>
/// What was passed for the -Id of a list before the command could know how to read it: the attribute stands on a base class and
/// does not know whose ids are meant. So the ids are kept as they came beside the list that PowerShell binds, and the command
/// reads them.
/// </summary>
internal static class LateIds
{
    private static readonly ConditionalWeakTable<string[], IReadOnlyList<object?>> Inputs = new();

    /// <summary>Makes a list for PowerShell to bind.</summary>
    /// <param name="inputs">The ids or objects as they came.</param>
    public static string[] Keep(IReadOnlyList<object?> inputs)
    {
        var bound = new string[inputs.Count];
        Inputs.Add(bound, inputs);
        return bound;
    }

    /// <summary>What a bound list stands for; null when it is a list of ids by itself.</summary>
    public static IReadOnlyList<object?>? Of(string[]? bound) => bound is not null && Inputs.TryGetValue(bound, out var inputs) ? inputs : null;
}
