using System.Collections.Concurrent;
using System.Management.Automation;
using System.Reflection;
using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>All cmdlets of the module, for tests that walk them. Attributes are slow to read, and the tests ask again for each row: what is read is kept.</summary>
internal static class Cmdlets
{
    private static readonly ConcurrentDictionary<Type, (string VerbName, string NounName, bool SupportsShouldProcess, ConfirmImpact ConfirmImpact)> Declarations = new();
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<PropertyInfo>> Parameters = new();
    private static readonly ConcurrentDictionary<MemberInfo, IReadOnlyList<CustomAttributeData>> Attributes = new();
    private static readonly Lazy<Dictionary<string, Type>> ByName = new(() => All!.ToDictionary(NameOf, StringComparer.Ordinal));

    public static IReadOnlyList<Type> All { get; } = typeof(KomboCommand).Assembly.GetExportedTypes()
        .Where(type => type.GetCustomAttribute<CmdletAttribute>() is not null)
        .OrderBy(type => type.Name, StringComparer.Ordinal)
        .ToArray();

    public static IReadOnlyList<Type> OfOperations { get; } = All.Where(type => type.GetCustomAttributes<KomboOperationAttribute>(false).Any()).ToArray();

    /// <summary>One theory row a cmdlet, shown by its name.</summary>
    public static TheoryData<string> Names => new(All.Select(NameOf));

    /// <summary>One theory row a cmdlet that stands for an operation.</summary>
    public static TheoryData<string> OperationNames => new(OfOperations.Select(NameOf));

    public static string NameOf(Type cmdlet) => $"{Declaration(cmdlet).VerbName}-{Declaration(cmdlet).NounName}";

    public static Type Find(string name) => ByName.Value[name];

    /// <summary>What [Cmdlet] says. Read from the metadata: without an engine the attributes' own properties answer with defaults.</summary>
    public static (string VerbName, string NounName, bool SupportsShouldProcess, ConfirmImpact ConfirmImpact) Declaration(Type cmdlet) => Declarations.GetOrAdd(cmdlet, static cmdlet =>
    {
        var data = DataOf(cmdlet).Single(attribute => attribute.AttributeType == typeof(CmdletAttribute));
        return (
            (string)data.ConstructorArguments[0].Value!,
            (string)data.ConstructorArguments[1].Value!,
            Named(data, nameof(CmdletAttribute.SupportsShouldProcess)) is true,
            Named(data, nameof(CmdletAttribute.ConfirmImpact)) is int impact ? (ConfirmImpact)impact : ConfirmImpact.Medium);
    });

    public static IReadOnlyList<Type> OutputTypesOf(Type cmdlet) => DataOf(cmdlet)
        .Where(attribute => attribute.AttributeType == typeof(OutputTypeAttribute))
        .SelectMany(attribute => (IReadOnlyCollection<CustomAttributeTypedArgument>)attribute.ConstructorArguments[0].Value!)
        .Select(argument => (Type)argument.Value!)
        .ToArray();

    /// <summary>Whether one of a parameter's [Parameter] attributes has a flag.</summary>
    public static bool Is(PropertyInfo parameter, string flag) => DataOf(parameter)
        .Any(attribute => attribute.AttributeType == typeof(ParameterAttribute) && Named(attribute, flag) is true);

    /// <summary>A parameter's name and its aliases.</summary>
    public static IEnumerable<string> NamesOf(PropertyInfo parameter) => DataOf(parameter)
        .Where(attribute => attribute.AttributeType == typeof(AliasAttribute))
        .SelectMany(attribute => (IReadOnlyCollection<CustomAttributeTypedArgument>)attribute.ConstructorArguments[0].Value!)
        .Select(argument => (string)argument.Value!)
        .Prepend(parameter.Name);

    private static IReadOnlyList<CustomAttributeData> DataOf(MemberInfo member) => Attributes.GetOrAdd(member, static member => [.. member.GetCustomAttributesData()]);

    private static object? Named(CustomAttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.MemberName == name).TypedValue.Value;

    /// <summary>The base classes of a type, the nearest one first.</summary>
    public static IEnumerable<Type> Ancestors(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            yield return ancestor;
        }
    }

    public static IReadOnlyList<PropertyInfo> ParametersOf(Type cmdlet) => Parameters.GetOrAdd(cmdlet, static cmdlet => cmdlet.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetCustomAttributes<ParameterAttribute>().Any())
        .ToArray());

    /// <summary>The request a cmdlet makes of these parameters, as if they had been given on the command line.</summary>
    public static KomboRequest Request<T>(params (string Name, object? Value)[] parameters)
        where T : new()
    {
        object command = new T();
        foreach (var (name, value) in parameters)
        {
            var property = typeof(T).GetProperty(name) ?? throw new ArgumentException($"{typeof(T).Name} has no parameter {name}.");
            property.SetValue(command, value is bool flag && property.PropertyType == typeof(SwitchParameter) ? new SwitchParameter(flag) : value);
        }

        return RequestBinder.Bind(command, parameters.Select(parameter => parameter.Name).ToList(), "personio:connection");
    }
}
