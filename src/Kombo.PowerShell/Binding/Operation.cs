using System.Collections.Concurrent;
using System.Management.Automation;
using System.Reflection;

namespace Kombo.PowerShell;

/// <summary>What a cmdlet class declares: its operation, and where each parameter goes. Read once per class.</summary>
internal sealed class Operation
{
    private static readonly ConcurrentDictionary<Type, Operation> Known = new();

    private readonly Lazy<IReadOnlyList<string>> _columns;
    private readonly Lazy<HashSet<string>> _columnSet;

    private Operation(Type command)
    {
        Declarations = command.GetCustomAttributes<KomboOperationAttribute>(inherit: false).ToArray();
        if (Declarations.Count == 0)
        {
            throw new InvalidOperationException($"{command.Name} has no [KomboOperation].");
        }

        Parameters = command.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(property => property.GetCustomAttributes<ParameterAttribute>().Any() || property.GetCustomAttribute<WireAttribute>(inherit: false) is not null)
            .Select(property => new OperationParameter(property))
            .ToArray();
        _columns = new(() => Parameters.SelectMany(parameter => parameter.Columns).Distinct(StringComparer.OrdinalIgnoreCase).ToArray());
        _columnSet = new(() => new HashSet<string>(Columns, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The operation; several for a cmdlet that is an <see cref="IOperationChoice"/>.</summary>
    public IReadOnlyList<KomboOperationAttribute> Declarations { get; }

    /// <summary>All parameters, those that do not go over the wire included, and what cmdlets make of them (files).</summary>
    public IReadOnlyList<OperationParameter> Parameters { get; }

    /// <summary>The parameter with the integration for the header; null when the operation has no such header.</summary>
    public OperationParameter? IntegrationHeader => Parameters.FirstOrDefault(parameter => parameter.IsIntegrationHeader);

    /// <summary>True when a parameter is a secret, so that errors must not show the input.</summary>
    public bool HasSecrets => Parameters.Any(parameter => parameter.Wire is { Secret: true });

    /// <summary>The names of the columns that PowerShell binds: parameters' names and aliases, and where an object gives an id or a text.</summary>
    public IReadOnlyList<string> Columns => _columns.Value;

    /// <summary>True for the key of a hashtable that fills something.</summary>
    public bool HasKey(string name) => Parameters.Any(parameter => parameter.Keys.Contains(name, StringComparer.OrdinalIgnoreCase));

    /// <summary>True for a name in <see cref="Columns"/>.</summary>
    public bool HasColumn(string name) => _columnSet.Value.Contains(name);

    /// <summary>The operation that this call of the cmdlet carries out.</summary>
    public KomboOperationAttribute DeclarationFor(object command) =>
        command is IOperationChoice choice ? Declarations.Single(declaration => declaration.Path == choice.ChosenPath) : Declarations[0];

    public static Operation Of(Type command) => Known.GetOrAdd(command, type => new Operation(type));
}

/// <summary>One parameter of a cmdlet.</summary>
internal sealed class OperationParameter
{
    private readonly PropertyInfo _property;

    public OperationParameter(PropertyInfo property)
    {
        _property = property;
        Names = new[] { property.Name }.Concat(property.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? Enumerable.Empty<string>()).ToArray();
        Wire = property.GetCustomAttribute<WireAttribute>(inherit: false);
        IsMade = !property.GetCustomAttributes<ParameterAttribute>().Any();
        IsMandatory = property.GetCustomAttributes<ParameterAttribute>().Any(declaration => declaration.Mandatory);
        IsFilledByName = property.GetCustomAttributes<ParameterAttribute>().Any(declaration => declaration.ValueFromPipelineByPropertyName);
        Conversions = property.GetCustomAttributes<ArgumentTransformationAttribute>().ToArray();
        Known = property.GetCustomAttribute<KnownValuesAttribute>();
        Entity = property.GetCustomAttribute<EntityIdAttribute>();
        Identifies = property.GetCustomAttribute<IdentifiesAttribute>() is { } mark ? mark.Property ?? property.Name : null;
        Keys = KeysOf(property);
        Columns = IsFilledByName ? Names.Concat(Keys).ToArray() : Keys;
        IsDate = property.GetCustomAttribute<DateAttribute>() is not null;
        IsIntegrationHeader = property.GetCustomAttribute<IntegrationHeaderAttribute>() is not null;
        IsFilledByModels = property.GetCustomAttribute<FilledByModelsAttribute>()?.IsFilled ?? Entity is not null;
    }

    /// <summary>The parameter's name.</summary>
    public string Name => _property.Name;

    /// <summary>The parameter's name and its aliases: the properties that a pipeline may bind.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The parameter's .NET type.</summary>
    public Type Type => _property.PropertyType;

    /// <summary>Where it goes; null when it does not go over the wire.</summary>
    public WireAttribute? Wire { get; }

    /// <summary>True for what the cmdlet makes itself of other parameters; it is sent when it is there.</summary>
    public bool IsMade { get; }

    /// <summary>How values are converted before they are bound.</summary>
    public IReadOnlyList<ArgumentTransformationAttribute> Conversions { get; }

    /// <summary>True when the command cannot do without it.</summary>
    public bool IsMandatory { get; }

    /// <summary>True when a property of the input with its name fills it.</summary>
    public bool IsFilledByName { get; }

    /// <summary>The columns of a row that fill it.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Those that it reads itself, from an input as a whole: PowerShell binds no keys of hashtables.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>The documented values; null when there is no such list.</summary>
    public KnownValuesAttribute? Known { get; }

    /// <summary>The entity that the parameter identifies; null when it is no id.</summary>
    public EntityIdAttribute? Entity { get; }

    /// <summary>The property of what is read that holds the filter's value, where each value names one object; null for other filters.</summary>
    public string? Identifies { get; }

    /// <summary>True for a calendar day.</summary>
    public bool IsDate { get; }

    /// <summary>True for the integration of the header.</summary>
    public bool IsIntegrationHeader { get; }

    /// <summary>True when an object of this module fills the parameter from its property of the same name.</summary>
    public bool IsFilledByModels { get; }

    private string[] KeysOf(PropertyInfo property)
    {
        if (!property.GetCustomAttributes<ParameterAttribute>().Any(declaration => declaration.ValueFromPipeline))
        {
            return [];
        }

        string?[] keys =
        [
            Entity?.Entity is { } entity ? (Entity.IsRemote ? entity + "RemoteId" : EntityReference.PropertyOf(entity)) : null,
            Entity?.Column,
            property.GetCustomAttribute<TextAttribute>()?.Column,
        ];
        return keys.OfType<string>().ToArray();
    }

    public object? ValueIn(object command) => _property.GetValue(command);

    /// <summary>Sets the parameter, as PowerShell does.</summary>
    public void SetIn(object command, object? value) => _property.SetValue(command, value is bool flag && Type == typeof(SwitchParameter) ? new SwitchParameter(flag) : value);
}
