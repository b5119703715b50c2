using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>Writes files in the ASCII format of DATEV's LODAS.</summary>
internal static class DatevFile
{
    public const int ConsultantNumber = 1694291;

    public const int ClientNumber = 54321;

    public const string TargetSystem = "LODAS";

    /// <summary>A file: the numbers of the client, and rows.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="section">The name of the rows' section.</param>
    /// <param name="rows">The rows; their values are separated by semicolons.</param>
    public static KomboMap Make(string name, string section, IEnumerable<string> rows) => new()
    {
        ["name"] = name,
        ["content"] = string.Join(
            "\r\n",
            new[] { "[Allgemein]", $"Ziel={TargetSystem}", $"BeraterNr={Text(ConsultantNumber)}", $"MandantenNr={Text(ClientNumber)}", $"[{section}]" }
                .Concat(rows)) + "\r\n",
    };

    /// <summary>A value as DATEV writes it: days by their points, numbers with a comma.</summary>
    public static string Text(object? value) => value switch
    {
        null => string.Empty,
        string { Length: >= 10 } day when TextForms.IsDate(day) => $"{day.Substring(8, 2)}.{day.Substring(5, 2)}.{day.Substring(0, 4)}",
        string text => text,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!.Replace('.', ','),
    };
}
