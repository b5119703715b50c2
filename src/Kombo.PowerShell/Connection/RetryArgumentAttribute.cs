using System.Collections;
using System.Management.Automation;
using System.Reflection;

namespace Kombo.PowerShell;

/// <summary>How requests are tried again: an object of New-KomboRetry, a hashtable with that command's parameters, or Off.</summary>
internal sealed class RetryArgumentAttribute : ArgumentTransformationAttribute
{
    private static readonly OperationParameter[] Settings = typeof(NewKomboRetryCommand).GetProperties()
        .Where(property => property.GetCustomAttributes<ParameterAttribute>().Any())
        .Select(property => new OperationParameter(property))
        .ToArray();

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        try
        {
            return Read(inputData);
        }
        catch (Exception refusal) when (refusal is FormatException or KomboException)
        {
            throw new ArgumentTransformationMetadataException(refusal.Message);
        }
    }

    /// <summary>The settings.</summary>
    /// <exception cref="FormatException">They are none.</exception>
    /// <exception cref="KomboException">They do not go together.</exception>
    internal static KomboRetry? Read(object? input) => InputValue.Of(input) switch
    {
        null => null,
        KomboRetry retry => retry,
        IDictionary map => FromMap(map),
        string text when text.Trim().Equals(nameof(KomboRetry.Off), StringComparison.OrdinalIgnoreCase) => KomboRetry.Off,
        var other => throw new FormatException($"This is {InputValue.Describe(other)}: pass the output of New-KomboRetry, a hashtable such as @{{ MaxRetry = 10; LongestTimeSec = 600 }}, or Off."),
    };

    private static KomboRetry FromMap(IDictionary map)
    {
        var command = new NewKomboRetryCommand();
        foreach (DictionaryEntry entry in map)
        {
            var name = InputValue.Of(entry.Key) as string;
            var setting = Settings.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw new FormatException($"{InputValue.Quote(name ?? InputValue.Describe(entry.Key))} is not a setting. The settings are: {string.Join(", ", Settings.Select(known => known.Name))}.");
            try
            {
                var value = setting.Conversions.OfType<ConversionAttribute>().Single().Read(entry.Value);
                setting.SetIn(command, value is not null && setting.Type == typeof(int?) ? Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture) : value);
            }
            catch (FormatException refusal)
            {
                throw new FormatException($"{setting.Name}: {refusal.Message}");
            }
        }

        return command.Make();
    }
}
