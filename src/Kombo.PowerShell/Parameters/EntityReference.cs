using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>Reads the ids by which objects refer to entities: an <c>EmployeeId</c>, or any other property with an id.</summary>
internal static class EntityReference
{
    /// <summary>The largest number up to which every whole one can be told from its neighbours.</summary>
    private const double LargestWhole = 9007199254740991;

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
}
