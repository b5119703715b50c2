using System.Text;

namespace Kombo.Sandbox;

/// <summary>Names of people.</summary>
internal static class Names
{
    public static readonly string[] First =
    [
        "Anna", "Ben", "Clara", "David", "Elif", "Finn", "Greta", "Hassan", "Ines", "Jonas", "Katarzyna", "Lukas", "Mia", "Noah",
        "Olga", "Paul", "Quentin", "Rosa", "Søren", "Theresa", "Uwe", "Valérie", "Wei", "Xenia", "Yusuf", "Zoë", "Amélie", "Björn",
        "Chiara", "Dimitri", "Emma", "François", "Giulia", "Hannah", "Ivan", "Jürgen", "Kwame", "Leila", "Matteo", "Nadia",
        "Oliver", "Priya", "Raúl", "Siobhán", "Tomasz", "Ursula", "Viktor", "Wanda", "Aisha", "Jack", "Łucja", "Marie-Luise",
        "Ngozi", "Oskar", "Petra", "Renée", "Sakura", "Tariq", "Zeynep", "Emre",
    ];

    public static readonly string[] Last =
    [
        "Müller", "Schmidt", "Schneider", "Fischer", "Weber", "Meyer", "Wagner", "Becker", "Schulz", "Hoffmann", "Koch", "Bauer",
        "Richter", "Klein", "Wolf", "Schröder", "Neumann", "Schwarz", "Zimmermann", "Braun", "Krüger", "Hofmann", "Hartmann",
        "Lange", "Krause", "Lehmann", "Köhler", "Maier", "Großmann", "König", "O'Connor", "Smith", "Taylor", "Brown", "Evans",
        "Patel", "Khan", "Nguyen", "García", "Martínez", "Rossi", "Ferrari", "Dubois", "Lefèvre", "Kowalski", "Wiśniewska",
        "Novák", "Horváth", "Yılmaz", "Öztürk", "Ivanova", "Petrov", "Jensen", "Sørensen", "Åkesson", "van den Berg", "de Vries",
        "Okafor", "Mensah", "Tanaka", "Kim", "Li", "Chen", "Silva", "Costa", "Papadopoulos", "Cohen", "Haddad", "von Stein", "Ruiz",
    ];

    private static readonly Dictionary<char, string> Plain = new()
    {
        ['ä'] = "ae", ['ö'] = "oe", ['ü'] = "ue", ['ß'] = "ss", ['ø'] = "oe", ['å'] = "aa", ['é'] = "e", ['è'] = "e", ['ë'] = "e",
        ['á'] = "a", ['í'] = "i", ['ú'] = "u", ['ç'] = "c", ['ł'] = "l", ['ś'] = "s", ['ı'] = "i", ['ğ'] = "g",
    };

    /// <summary>An address for a person: <c>soeren.oconnor@example.com</c>.</summary>
    public static string Mail(string first, string last, string domain)
    {
        var text = new StringBuilder();
        foreach (var letter in (first + "." + last).ToLowerInvariant())
        {
            text.Append(Plain.TryGetValue(letter, out var plain) ? plain : letter is '.' or '-' or (>= 'a' and <= 'z') ? letter.ToString() : string.Empty);
        }

        return text.Append('@').Append(domain).ToString();
    }
}
