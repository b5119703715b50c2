using System.Globalization;
using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>A culture of a language and a region that this machine knows, or its name.</summary>
internal sealed class CultureAttribute : ArgumentTransformationAttribute
{
    private static readonly Lazy<Dictionary<string, CultureInfo>> Cultures = new(() => CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Where(culture => culture.Name.Length > 0)
        .GroupBy(culture => culture.Name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase));

    /// <summary>The cultures that can be named.</summary>
    public static IEnumerable<CultureInfo> Known => Cultures.Value.Values;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        try
        {
            return Read(inputData);
        }
        catch (FormatException refusal)
        {
            throw new ArgumentTransformationMetadataException(refusal.Message);
        }
    }

    /// <summary>The culture.</summary>
    /// <exception cref="FormatException">It is none, or says too little: en is written month first here and day first there.</exception>
    internal static CultureInfo? Read(object? input) => InputValue.Of(input) switch
    {
        null => null,
        CultureInfo { IsNeutralCulture: false, Name.Length: > 0 } culture => culture,
        CultureInfo { Name: var name } => throw Refused(name),
        string name when Cultures.Value.TryGetValue(name.Trim(), out var culture) => CultureInfo.GetCultureInfo(culture.Name),
        string name => throw Refused(name),
        var other => throw new FormatException($"This is {InputValue.Describe(other)}, not a culture. Name a language and a region, such as de-DE."),
    };

    private static FormatException Refused(string name) => new(
        Cultures.Value.Count == 0 ? $"{InputValue.Quote(name)}: this machine has no cultures (DOTNET_SYSTEM_GLOBALIZATION_INVARIANT is set, or ICU is missing). Use the invariant form: 2026-12-24, 0.5, true."
        : string.IsNullOrWhiteSpace(name) ? "The invariant culture is not accepted. Omit -Culture for the invariant form, or name a language and a region, such as de-DE."
        : $"{InputValue.Quote(name)} is not a culture with a language and a region that this computer knows, such as de-DE or en-GB. A language alone does not define the order of day and month.");
}
