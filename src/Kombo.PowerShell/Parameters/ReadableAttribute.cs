using System.Management.Automation;
using System.Reflection;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>
/// An object of the pipeline that PowerShell takes values from by the names of properties. It runs their code for that, and
/// lets what fails there end the whole pipeline, with nothing said about the row: so such objects are refused before.
/// </summary>
internal sealed class ReadableAttribute : ArgumentTransformationAttribute
{
    private static readonly Lazy<HashSet<string>> Bound = new(() => new HashSet<string>(
        typeof(ReadableAttribute).Assembly.GetExportedTypes()
            .Where(type => typeof(Cmdlet).IsAssignableFrom(type))
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .SelectMany(property => (property.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? []).Append(property.Name)),
        StringComparer.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        // Most rows have plain properties, which cannot fail. Models and files are known not to.
        if (inputData is PSObject { BaseObject: not (KomboObject or FileSystemInfo or string) } row)
        {
            foreach (var property in row.Properties)
            {
                if (property is not PSNoteProperty && Bound.Value.Contains(property.Name))
                {
                    try
                    {
                        InputValue.Read(property);
                    }
                    catch (FormatException failure)
                    {
                        throw new ArgumentTransformationMetadataException(failure.Message);
                    }
                }
            }
        }

        return inputData;
    }
}
