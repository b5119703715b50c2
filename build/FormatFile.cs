using System.Reflection;
using System.Text.Json.Serialization;
using System.Xml.Linq;
using Kombo.Models;

namespace Kombo.Build;

/// <summary>
/// Writes PowerShell's views: for every model a table of the columns it names, and a list of all its properties. So a new
/// model brings its views along, and none can be forgotten. Every import reads all of them, so they say no more than they
/// must: columns without a header are headed by their property, and no script block has to be compiled.
/// </summary>
internal static class FormatFile
{
    public static string Write()
    {
        var models = typeof(ModelAttribute).Assembly.GetExportedTypes()
            .Where(type => type.GetCustomAttribute<ModelAttribute>() is not null)
            .OrderBy(type => type.FullName, StringComparer.Ordinal);
        var views = models.SelectMany(model => new[] { Table(model, model.GetCustomAttribute<ModelAttribute>()!.Columns), List(model) });
        return new XDocument(
            new XComment(" Written by the build from the models' [Model] attributes. "),
            new XElement("Configuration", new XElement("ViewDefinitions", views.Concat(ConnectionViews())))).ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Table(Type model, IEnumerable<string> columns)
    {
        var properties = columns.Select(column => model.GetProperty(column)
            ?? throw new InvalidOperationException($"{model.Name} has no property {column} for its table.")).ToList();
        return View(model.FullName!, new XElement(
            "TableControl",
            new XElement("TableRowEntries", new XElement("TableRowEntry", new XElement("TableColumnItems", properties.Select(property => Item("TableColumnItem", property)))))));
    }

    private static XElement List(Type model) => View(model.FullName!, new XElement(
        "ListControl",
        new XElement("ListEntries", new XElement("ListEntry", new XElement("ListItems", AllProperties(model).Select(property => Item("ListItem", property)))))));

    /// <summary>Derived properties first, as the class declares them; AdditionalData only where there is some.</summary>
    private static PropertyInfo[] AllProperties(Type model) => model.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static XElement Item(string kind, PropertyInfo property)
    {
        var item = new XElement(kind, new XElement("PropertyName", property.Name));
        if (property.PropertyType == typeof(DateTime?))
        {
            var isDate = property.GetCustomAttribute<JsonConverterAttribute>() is not null;
            item.Add(new XElement("FormatString", isDate ? "{0:yyyy-MM-dd}" : "{0:yyyy-MM-dd HH:mm:ss'Z'}"));
        }

        if (kind == "ListItem" && property.Name == nameof(KomboObject.AdditionalData))
        {
            item.AddFirst(new XElement("ItemSelectionCondition", new XElement("PropertyName", property.Name)));
        }

        return item;
    }

    /// <summary>The one object that commands write and that is no model.</summary>
    private static IEnumerable<XElement> ConnectionViews()
    {
        string[] columns = ["Name", "Server", "EnvironmentId", "IntegrationId"];
        yield return View("Kombo.PowerShell.KomboConnection", new XElement(
            "TableControl",
            new XElement("TableRowEntries", new XElement("TableRowEntry", new XElement(
                "TableColumnItems", columns.Select(column => new XElement("TableColumnItem", new XElement("PropertyName", column))))))));
    }

    private static XElement View(string type, XElement control) => new(
        "View",
        new XElement("Name", type),
        new XElement("ViewSelectedBy", new XElement("TypeName", type)),
        control);
}
