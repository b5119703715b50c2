using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Xml;
using Kombo.Models;

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

    /// <summary>The largest number up to which every whole one can be told from its neighbours.</summary>
    private const double LargestWhole = 9007199254740991;

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

    /// <summary>The property that identifies an entity on any object.</summary>
    public static string PropertyOf(string entity) => entity + "Id";

    /// <summary>The id that an object carries for an entity.</summary>
    /// <param name="input">An object from the pipeline.</param>
    /// <param name="entity">The entity's name.</param>
    /// <param name="id">The id; null when the object names the entity but has none.</param>
    /// <returns>False when the object has nothing to do with the entity.</returns>
    /// <exception cref="FormatException">What it has there is no id, or cannot be read.</exception>
    public static bool TryRead(object input, string entity, out string? id) => TryReadProperty(input, PropertyOf(entity), out id);

    /// <summary>An id as text: databases have numbers and GUIDs for ids.</summary>
    /// <param name="input">The id as it came.</param>
    /// <param name="id">The text.</param>
    /// <returns>False when it is nothing that could be an id by itself.</returns>
    /// <exception cref="FormatException">It is a number that no id can be.</exception>
    public static bool TryText(object? input, out string id)
    {
        var value = InputValue.Of(input);
        id = value switch
        {
            string text => InputValue.Whole(text),

            // At the prompt, the wrapper knows how a number was written: 007.
            int or long when input is PSObject typed => typed.ToString(),
            double or float or decimal => WholeNumber(value),
            Guid => value.ToString()!,
            _ when InputValue.IsNumber(value) => InputValue.Text(value!),
            _ => "",
        };
        return id.Length > 0 || value is string;
    }

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
        return inputs.TrueForAll(item => InputValue.Of(item) is null || (TryText(item, out var id) && !id.StartsWith(RemotePrefix, StringComparison.Ordinal)))
            ? Read(input)
            : LateIds.Keep(inputs);
    }

    /// <inheritdoc/>
    protected override object? Convert(object value, object input) => Checked(TryText(input, out var id) ? id : IdOf(value));

    /// <summary>The id that an object has in a property.</summary>
    /// <param name="input">An object from the pipeline.</param>
    /// <param name="property">The property's name.</param>
    /// <param name="id">The id; null when the property is empty.</param>
    /// <returns>False when there is no such property.</returns>
    /// <exception cref="FormatException">What it has there is no id, or cannot be read.</exception>
    public static bool TryReadProperty(object input, string property, out string? id)
    {
        var source = InputValue.Of(input) ?? input;
        object? value;
        if (source is IDictionary map)
        {
            var key = map.Keys.Cast<object>().FirstOrDefault(key => property.Equals(key as string, StringComparison.OrdinalIgnoreCase));
            if (key is null)
            {
                id = null;
                return false;
            }

            value = map[key];
        }
        else
        {
            var found = PSObject.AsPSObject(source).Properties[property];
            if (found is null)
            {
                id = null;
                return false;
            }

            value = InputValue.Read(found);
        }

        if (InputValue.IsBlank(value))
        {
            id = null;
            return true;
        }

        if (!TryText(value, out var text))
        {
            throw new FormatException($"The {property} of {InputValue.Describe(input)} is {InputValue.Describe(value)}, not an id. An id is text or a whole number.");
        }

        id = text;
        return true;
    }

    private static string WholeNumber(object number)
    {
        var exact = number is decimal value ? value : TextValue.Exact(number) is var real && Math.Abs(real) < LargestWhole ? new decimal(real) : 0.1m;
        return exact == decimal.Truncate(exact)
            ? decimal.Truncate(exact).ToString(CultureInfo.InvariantCulture)
            : throw new FormatException($"{InputValue.Text(number)} is not an id: an id is text or a whole number.");
    }

    private string IdOf(object input)
    {
        if (Entity is null || input is ValueType or SwitchParameter or Uri or Version or ScriptBlock || (input is XmlNode and not XmlElement))
        {
            throw new FormatException($"An id is text or a whole number, and this is {InputValue.Describe(input)}. {(Entity is null ? "Pipe the object, or pass its id." : $"Pass an id, or {InputValue.Article(Entity)} object.")}");
        }

        var property = IsRemote ? Entity + "RemoteId" : PropertyOf(Entity);
        var isEntity = IsRemote && InputValue.ModelOf(input) == Entity;
        if (!TryReadProperty(input, isEntity ? "RemoteId" : property, out var id)
            && (Column is null || InputValue.IsModel(input) || !TryReadProperty(input, Column, out id)))
        {
            throw new FormatException(
                $"This is {InputValue.Describe(input)}, which has no {property}: pass an id, {InputValue.Article(Entity)} object, or an object with the property {property}.");
        }

        return id ?? throw new FormatException($"The {property} of {InputValue.Describe(input)} is empty.");
    }

    private string Checked(string id) => RefusalOf(id) is { } refusal ? throw new FormatException(refusal) : id;
}
