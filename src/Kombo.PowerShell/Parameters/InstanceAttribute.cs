using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>An object of a .NET type that nothing is converted to.</summary>
internal sealed class InstanceAttribute : ArgumentTransformationAttribute
{
    private readonly Type _type;
    private readonly string _advice;

    /// <summary>An object of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="advice">What to pass, and from where.</param>
    public InstanceAttribute(Type type, string advice)
    {
        _type = type;
        _advice = advice;
    }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = InputValue.Of(inputData);
        return value is null || _type.IsInstanceOfType(value)
            ? value
            : throw new ArgumentTransformationMetadataException($"This is {InputValue.Describe(value)}: pass {_advice}.");
    }
}
