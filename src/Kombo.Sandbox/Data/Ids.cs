using System.Globalization;

namespace Kombo.Sandbox;

/// <summary>Kombo ids: 24 characters of base58, the same for the same record every time.</summary>
internal static class Ids
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    public static string Make(string noun, int index)
    {
        var random = new SeededRandom(noun + index.ToString(CultureInfo.InvariantCulture));
        var letters = new char[24];
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = Alphabet[random.Below(Alphabet.Length)];
        }

        return new string(letters);
    }
}
