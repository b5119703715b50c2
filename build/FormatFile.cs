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
        // Not what stands inside of answers: views of it would double what each import has to read.
        var models = typeof(ModelAttribute).Assembly.GetExportedTypes()
            .Where(type => type.GetCustomAttribute<ModelAttribute>() is not null)
            .OrderBy(type => type.FullName, StringComparer.Ordinal);
        var views = models.SelectMany(Tables).Concat(models.Where(model => !model.IsAbstract).Select(List));
        return new XDocument(
            new XComment(" Written by the build from the models' [Model] attributes. "),
            new XElement("Configuration", new XElement("ViewDefinitions", views.Concat(OtherViews())))).ToString(SaveOptions.DisableFormatting);
    }

    // PowerShell takes the first view that fits: all tables stand before the lists.
    private static IEnumerable<XElement> Tables(Type model)
    {
        if (model.GetCustomAttribute<ModelAttribute>(inherit: false) is { } own)
        {
            yield return Table(model, own.Columns);
        }
    }

    private static XElement Table(Type model, IEnumerable<string> columns)
    {
        var properties = columns.Select(column => model.GetProperty(column)
            ?? throw new InvalidOperationException($"{model.Name} has no property {column} for its table.")).ToList();
        // Headers have to be there for all columns or for none; without a label they are headed by their property, too.
        var headers = properties.Any(IsNumber) ? new XElement("TableHeaders", properties.Select(Header)) : null;
        return View(Kinds(model), new XElement(
            "TableControl",
            headers,
            new XElement("TableRowEntries", new XElement("TableRowEntry", new XElement("TableColumnItems", properties.Select(property => Item("TableColumnItem", property)))))));
    }

    // Numbers stand under one another.
    private static XElement Header(PropertyInfo property) =>
        new("TableColumnHeader", IsNumber(property) ? new XElement("Alignment", "Right") : null);

    private static bool IsNumber(PropertyInfo property) =>
        Type.GetTypeCode(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is >= TypeCode.Int16 and <= TypeCode.Decimal;

    /// <summary>A model, or all models that inherit its attribute: these share one table, so that a mixed list of them stays one.</summary>
    private static IEnumerable<string> Kinds(Type model) => model.IsAbstract
        ? model.Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(model)).Select(type => type.FullName!).Order(StringComparer.Ordinal)
        : [model.FullName!];

    private static XElement List(Type model) => View([model.FullName!], new XElement(
        "ListControl",
        new XElement("ListEntries", new XElement("ListEntry", new XElement("ListItems", AllProperties(model).Select(property => Item("ListItem", property)))))));

    /// <summary>Derived properties first, as the class declares them, without what only repeats them; AdditionalData only where there is some.</summary>
    private static IEnumerable<PropertyInfo> AllProperties(Type model) => model.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.DeclaringType != typeof(WebhookEvent) || property.Name is not (nameof(WebhookEvent.Payload) or nameof(WebhookEvent.Summary)));

    private static XElement Item(string kind, PropertyInfo property)
    {
        var item = new XElement(kind, new XElement("PropertyName", property.Name));
        if (property.PropertyType == typeof(DateTime?))
        {
            var isDate = property.GetCustomAttribute<CalendarDayAttribute>() is not null;
            item.Add(new XElement("FormatString", isDate ? "{0:yyyy-MM-dd}" : "{0:yyyy-MM-dd HH:mm:ss'Z'}"));
        }

        if (kind == "ListItem" && property.Name == nameof(KomboObject.AdditionalData))
        {
            item.AddFirst(new XElement("ItemSelectionCondition", new XElement("PropertyName", property.Name)));
        }

        return item;
    }

    /// <summary>The objects that commands write and that are no models.</summary>
    private static IEnumerable<XElement> OtherViews() =>
    [
        Table("Kombo.PowerShell.KomboConnection", "IsCurrent", "Name", "Server", "EnvironmentId", "IntegrationId", "RateLimit", "Concurrency"),
        Table("Kombo.PowerShell.KomboChange", "Model", "Id", "Kind", "Object"),
        Table("Kombo.PowerShell.KomboDatabaseTable", "Model", "Table", "IntegrationId", "Rows", "Deleted", "Watermark", "Age"),
        Table("Kombo.PowerShell.KomboSyncResult", "Model", "Read", "Inserted", "Updated", "Deleted", "Unchanged", "Pages", "IsFull", "Duration"),
        Table("Kombo.PowerShell.WriteResult", "Row", "Status", "Id", "Error"),
    ];

    private static XElement Table(string type, params string[] columns) => View([type], new XElement(
        "TableControl",
        new XElement("TableRowEntries", new XElement("TableRowEntry", new XElement(
            "TableColumnItems", columns.Select(column => new XElement("TableColumnItem", new XElement("PropertyName", column))))))));

    private static XElement View(IEnumerable<string> types, XElement control) => new(
        "View",
        new XElement("Name", types.First()),
        new XElement("ViewSelectedBy", types.Select(type => new XElement("TypeName", type))),
        control);
}
