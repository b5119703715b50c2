using System.Globalization;
using System.Text;

namespace Kombo.PowerShell;

/// <summary>The name of a model as text has it: AbsenceType is an absence type.</summary>
internal static class EntityWords
{
    /// <summary>The words of a name in Pascal case, in lower case.</summary>
    public static string Of(string name)
    {
        var words = new StringBuilder();
        foreach (var character in name)
        {
            if (char.IsUpper(character) && words.Length > 0)
            {
                words.Append(' ');
            }

            words.Append(char.ToLower(character, CultureInfo.InvariantCulture));
        }

        return words.ToString();
    }
}
