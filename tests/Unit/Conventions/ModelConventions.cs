using System.Collections;
using System.Reflection;
using System.Text.Json.Serialization;
using Kombo.Json;
using Kombo.Models;

namespace Kombo.Tests;

/// <summary>Rules that every model keeps.</summary>
public sealed class ModelConventions
{
    private static readonly Type[] Models = typeof(KomboObject).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(KomboObject)) && !type.IsAbstract).ToArray();

    /// <summary>Members of every list in PowerShell, which hide a property of the same name when it is asked of a whole list.</summary>
    private static readonly HashSet<string> ListMembers = ["Address", "Length", "LongLength", "Rank", "Count", "Get", "Set", "Item", "SyncRoot", "Capacity", "Add", "Clear", "Find", "Sort", "Reverse"];

    public static TheoryData<string> Names => new(Models.Select(model => model.Name));

    [Theory, MemberData(nameof(Names))]
    public void Is_sealed_and_lives_in_the_one_namespace(string name)
    {
        var model = Find(name);
        Assert.True(model.IsSealed, $"{FileOf(name)}: make the class sealed.");
        Assert.True(model.Namespace == "Kombo.Models", $"{FileOf(name)}: use the namespace Kombo.Models, so that scripts can write [Kombo.Models.{name}]. Only the folders are by area.");
    }

    [Theory, MemberData(nameof(Names))]
    public void Says_what_it_is(string name) =>
        Assert.True(Find(name).GetMethod(nameof(ToString), Type.EmptyTypes)!.DeclaringType == Find(name), $"{FileOf(name)}: override ToString with the name of the object. It is what CSV files and tables show.");

    [Theory, MemberData(nameof(Names))]
    public void No_enum_is_closed_and_no_list_prints_its_type(string name) =>
        Assert.All(Find(name).GetProperties(), property =>
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            Assert.False(type.IsEnum, $"{FileOf(name)}: make {property.Name} a string, so that values that the API adds later can be read.");
            Assert.False(type.IsArray, $"{FileOf(name)}: make {property.Name} a KomboList, which CSV files show by its items.");
            Assert.True(
                !typeof(IEnumerable).IsAssignableFrom(type) || type == typeof(string) || type.GetMethod(nameof(ToString), Type.EmptyTypes)!.DeclaringType == (type.IsGenericType ? type : type),
                $"{FileOf(name)}: make {property.Name} a KomboList or a KomboMap. CSV files show the type of other lists and maps instead of their content.");
        });

    [Theory, MemberData(nameof(Names))]
    public void No_property_is_hidden_by_a_list(string name) =>
        Assert.All(Find(name).GetProperties(), property => Assert.False(
            ListMembers.Contains(property.Name),
            $"{FileOf(name)}: rename {property.Name}, and add [JsonPropertyName] with the API's name: in PowerShell, lists have a member {property.Name} of their own."));

    [Theory, MemberData(nameof(Names))]
    public void An_entity_names_its_id_after_itself(string name)
    {
        var model = Find(name);
        if (typeof(IEntity).IsAssignableFrom(model))
        {
            Assert.True(
                model.GetProperty(name + "Id")?.GetCustomAttribute<JsonIgnoreAttribute>() is not null,
                $"{FileOf(name)}: add '[JsonIgnore] public string {name}Id => Id;'. By this name, ids bind to the parameters of other cmdlets.");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void What_Kombo_keeps_of_each_record_comes_from_the_base(string name)
    {
        // Only where they are the last ones: PowerShell shows the properties of a base after those of the class.
        string[] kept = [nameof(SyncedEntity.ChangedAt), nameof(SyncedEntity.RemoteDeletedAt), nameof(SyncedEntity.RemoteData)];
        var own = Find(name).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(property => property.Name);
        Assert.False(own.TakeLast(kept.Length).SequenceEqual(kept), $"{FileOf(name)}: derive the class from SyncedEntity, and remove {string.Join(", ", kept)}: the base has them.");
    }

    [Theory, MemberData(nameof(Names))]
    public void Numbers_dates_and_flags_can_be_missing(string name) =>
        Assert.All(Find(name).GetProperties().Where(property => property.CanWrite), property => Assert.False(
            property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null,
            $"{FileOf(name)}: make {property.Name} a nullable {property.PropertyType.Name}. Any member can be missing in an answer."));

    [Theory, MemberData(nameof(Names))]
    public void A_model_has_a_table_of_existing_columns_that_fits_a_screen(string name)
    {
        if (Find(name).GetCustomAttribute<ModelAttribute>() is { } model)
        {
            Assert.True(model.Columns.Length is >= 1 and <= 8, $"{FileOf(name)}: Columns in [Model] has {model.Columns.Length} properties for the table. Name 1 to 8.");
            Assert.All(model.Columns, column => Assert.True(Find(name).GetProperty(column) is not null, $"{FileOf(name)}: Columns in [Model] names '{column}', which is no property. Use nameof."));

            // The engine breaks the header of a column that gets too little room, letter by letter, and drops those behind
            // it. So the last column is one that can be cut, and the others leave room for its header on a narrow screen.
            var others = model.Columns.Take(model.Columns.Length - 1).Sum(column => Width(Find(name).GetProperty(column)!) + 1);
            Assert.True(others + model.Columns[^1].Length <= 100, $"{FileOf(name)}: the table is too wide: the columns before {model.Columns[^1]} take {others} characters. Remove one from Columns in [Model], or move one that can be cut, such as a name, to the end.");
        }
    }

    private static int Width(System.Reflection.PropertyInfo property)
    {
        var isId = property.PropertyType == typeof(string) && property.Name is not ("RemoteId" or "OriginId") && property.Name.EndsWith("Id", StringComparison.Ordinal);
        var isDay = KomboTime.IsDay(property);
        var value = property.PropertyType == typeof(DateTime?) ? isDay ? 10 : 20 : isId ? 24 : 8;
        return Math.Max(value, property.Name.Length);
    }

    [Theory, MemberData(nameof(Names))]
    public void Is_read_from_an_empty_object_and_from_nulls(string name)
    {
        var members = ModelMembers.Of(Find(name));
        foreach (var json in new[] { "{}", "{" + string.Join(",", members.Keys.Select(member => $"\"{member}\":null")) + "}" })
        {
            var model = Read(name, json);
            Assert.NotNull(model.ToString());
            Assert.Null(model.AdditionalData);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Reads_each_member_into_the_property_of_its_name(string name)
    {
        var members = ModelMembers.Of(Find(name));
        Assert.Equal(members.Keys.Order(StringComparer.Ordinal), Given.MemberNames(Read(name, "{}")).Order(StringComparer.Ordinal));
        foreach (var (member, property) in members)
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var value = type == typeof(DateTime) ? "\"2026-03-01T23:30:00-02:00\""
                : type == typeof(bool) ? "true"
                : type == typeof(string) || type.IsValueType || type == typeof(object) || type == typeof(Uri) ? "\"7\""
                : type.IsSubclassOf(typeof(KomboObject)) || type == typeof(KomboMap) || type == typeof(EmployeeFormFields) ? "{}"
                : "[]";
            var model = Read(name, $"{{\"before\":1,\"{member}\":{value},\"behind\":2}}");
            Assert.Equal(["before", "behind"], model.AdditionalData!.Keys);
            if (property.GetMethod!.IsPublic)
            {
                Assert.NotNull(property.GetValue(model));
            }

            if (property.GetValue(model) is DateTime time)
            {
                Assert.Equal(KomboTime.IsDay(property) ? new DateTime(2026, 3, 1) : new DateTime(2026, 3, 2, 1, 30, 0, DateTimeKind.Utc), time);
                Assert.Equal(KomboTime.IsDay(property) ? DateTimeKind.Unspecified : DateTimeKind.Utc, time.Kind);
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Shows_itself_whatever_is_missing_inside_it(string name)
    {
        // Texts are null, also ids; lists hold a null or more objects of this kind: showing one may ask nothing of what is not there.
        foreach (var depth in new[] { 0, 1, 2 })
        {
            var model = Filled(Find(name), depth);
            Assert.True(model.ToString() is not null, $"{FileOf(name)}: ToString must return an empty text if nothing is there. Use FirstOf.");
            Assert.All(Find(name).GetProperties().Where(property => property.GetIndexParameters().Length == 0), property =>
            {
                var value = property.GetValue(model);
                _ = value?.ToString();
            });
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Shows_itself_alike_in_every_culture(string name)
    {
        var model = Filled(Find(name), 1);
        foreach (var property in Find(name).GetProperties().Where(property => property.SetMethod?.IsPublic == true))
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            object? value = type == typeof(double) || type == typeof(object) ? -1234.5 : type == typeof(long) ? -1234L : type == typeof(decimal) ? -1234.5m : type == typeof(DateTime) ? new DateTime(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc) : null;
            property.SetValue(model, value ?? property.GetValue(model));
        }

        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            var texts = new[] { "", "de-DE", "sv-SE", "th-TH", "fa-IR" }.Select(culture =>
            {
                System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(culture);
                return model.ToString();
            });
            var different = texts.Distinct().ToList();
            Assert.True(different.Count == 1, $"{FileOf(name)}: ToString depends on the culture: {string.Join(" or ", different)}. Format numbers and dates with CultureInfo.InvariantCulture.");
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    private static object Filled(Type type, int depth)
    {
        var model = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(property => property.SetMethod?.IsPublic == true))
        {
            if (property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(KomboList<>))
            {
                var list = (IList)Activator.CreateInstance(property.PropertyType)!;
                list.Add(null);
                var item = property.PropertyType.GetGenericArguments()[0];
                if (depth > 0 && item.IsSubclassOf(typeof(KomboObject)))
                {
                    list.Add(Filled(item, depth - 1));
                }

                property.SetValue(model, list);
            }
            else if (property.PropertyType == typeof(string))
            {
                property.SetValue(model, null);
            }
            else if (depth > 0 && property.PropertyType.IsSubclassOf(typeof(KomboObject)) && !property.PropertyType.IsAbstract)
            {
                property.SetValue(model, Filled(property.PropertyType, depth - 1));
            }
        }

        return model;
    }

    private static KomboObject Read(string name, string json) =>
        (KomboObject)typeof(Given).GetMethod(nameof(Given.Model))!.MakeGenericMethod(Find(name)).Invoke(null, [json])!;

    private static string FileOf(string name) => Repository.FileOf(Find(name));

    private static Type Find(string name) => Models.Single(model => model.Name == name);
}
