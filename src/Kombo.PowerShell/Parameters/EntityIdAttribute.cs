using System.Collections;
using System.Management.Automation;
using System.Xml;

namespace Kombo.PowerShell;

/// <summary>
/// A parameter that identifies an entity. It takes an id, an object of that entity, or anything that has the entity's id
/// under its own name (<c>EmployeeId</c>). Kombo ids are unique within one model only, so another model's <c>Id</c> is refused.
/// </summary>
internal sealed class EntityIdAttribute : ConversionAttribute
{
    private const string RemotePrefix = "remote:";

    /// <summary>The entities whose Get command has -RemoteId.</summary>
    private static readonly Lazy<HashSet<string>> WithRemoteId = new(() => new HashSet<string>(
        typeof(EntityIdAttribute).Assembly.GetExportedTypes()
            .Where(type => type.Name.StartsWith("GetKombo", StringComparison.Ordinal) && type.GetProperty("RemoteId") is not null)
            .Select(type => type.Name.Substring("GetKombo".Length, type.Name.Length - "GetKomboCommand".Length)),
        StringComparer.Ordinal));

    /// <summary>Ids as text only.</summary>
    public EntityIdAttribute()
    {
    }

    /// <summary>Ids, and objects of a model.</summary>
    /// <param name="model">The model.</param>
    public EntityIdAttribute(Type model) => Entity = model.Name;

    /// <summary>Ids, and objects that name an entity which has no model of its own.</summary>
    /// <param name="entity">The entity's name.</param>
    public EntityIdAttribute(string entity) => Entity = entity;

    /// <summary>The entity's name; null when only text is taken.</summary>
    public string? Entity { get; }

    /// <summary>True when the API also takes <c>remote:</c> and the id in the connected tool.</summary>
    public bool AllowRemote { get; set; }

    /// <summary>True when the API wants the id that the entity has in the connected tool, bare, and not Kombo's.</summary>
    public bool IsRemote { get; set; }

    /// <summary>True for the -Id of a list, which takes the objects that the list is of: the command reads those, see <see cref="LateIds"/>.</summary>
    public bool IsOwn { get; set; }

    /// <summary>What rows and other objects that are no models may call the id, too: the parameter's own name, where that is another one.</summary>
    public string? Column { get; set; }

    /// <summary>Why the API would not understand an id here; null when it may be sent.</summary>
    public string? RefusalOf(string id) => IsRemote
        ? id.StartsWith(RemotePrefix, StringComparison.Ordinal) ? $"{InputValue.Quote(id)}: the API requires the id of the connected tool here, without '{RemotePrefix}'." : null
        : !AllowRemote && id.StartsWith(RemotePrefix, StringComparison.Ordinal)
        ? $"{InputValue.Quote(id)}: the API requires Kombo's id here, not an id of the connected tool.{Instead(id.Substring(RemotePrefix.Length))}"
        : null;

    /// <summary>How to come to Kombo's id.</summary>
    private string Instead(string remoteId) => Entity is not null && WithRemoteId.Value.Contains(Entity) ? $" Get-Kombo{Entity} -RemoteId {InputValue.Quote(remoteId)} finds the object, which can be passed." : "";

    /// <inheritdoc/>
    private protected override object? Bound(object? input)
    {
        if (!IsOwn || InputValue.Of(input) is not { } value)
        {
            return Read(input);
        }

        var inputs = InputValue.IsList(value) ? InputValue.Items((IEnumerable)value) : [input];
        return inputs.TrueForAll(item => InputValue.Of(item) is null || (EntityReference.TryText(item, out var id) && !id.StartsWith(RemotePrefix, StringComparison.Ordinal)))
            ? Read(input)
            : LateIds.Keep(inputs);
    }

    /// <inheritdoc/>
    protected override object? Convert(object value, object input) => Checked(EntityReference.TryText(input, out var id) ? id : IdOf(value));

    private string IdOf(object input)
    {
        if (Entity is null || input is ValueType or SwitchParameter or Uri or Version or ScriptBlock || (input is XmlNode and not XmlElement))
        {
            throw new FormatException($"An id is text or a whole number, and this is {InputValue.Describe(input)}. {(Entity is null ? "Pipe the object, or pass its id." : $"Pass an id, or {InputValue.Article(Entity)} object.")}");
        }

        var property = IsRemote ? Entity + "RemoteId" : EntityReference.PropertyOf(Entity);
        var isEntity = IsRemote && InputValue.ModelOf(input) == Entity;
        if (!EntityReference.TryReadProperty(input, isEntity ? "RemoteId" : property, out var id)
            && (Column is null || InputValue.IsModel(input) || !EntityReference.TryReadProperty(input, Column, out id)))
        {
            throw new FormatException(
                $"This is {InputValue.Describe(input)}, which has no {property}: pass an id, {InputValue.Article(Entity)} object, or an object with the property {property}.");
        }

        return id ?? throw new FormatException($"The {property} of {InputValue.Describe(input)} is empty.");
    }

    private string Checked(string id) => RefusalOf(id) is { } refusal ? throw new FormatException(refusal) : id;
}
