using System.Runtime.CompilerServices;

namespace Kombo.PowerShell;

/// <summary>
/// Text that PowerShell has bound before the command could know how to read it. PowerShell converts every value before it
/// gives it to the command, and -Culture may stand behind it. So a box is bound in place of the text, and the text is kept
/// beside it: PowerShell hands the same box on in the command's BoundParameters.
/// </summary>
internal static class LateText
{
    private static readonly ConditionalWeakTable<object, string> Texts = new();

    /// <summary>Keeps a text beside a value.</summary>
    /// <param name="box">A value in a box of its own.</param>
    /// <param name="text">The text.</param>
    /// <returns>The box.</returns>
    public static object Keep(object box, string text)
    {
        Texts.Add(box, text);
        return box;
    }

    /// <summary>The text that a value stands for; null when it is a value by itself.</summary>
    public static string? Of(object? bound) => bound is not null && Texts.TryGetValue(bound, out var text) ? text : null;
}
