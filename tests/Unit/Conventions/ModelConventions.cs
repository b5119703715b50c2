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
        Assert.True(model.IsSealed);
        Assert.Equal("Kombo.Models", model.Namespace);
    }

    [Theory, MemberData(nameof(Names))]
    public void Says_what_it_is(string name) =>
        Assert.True(Find(name).GetMethod(nameof(ToString), Type.EmptyTypes)!.DeclaringType == Find(name), "ToString is what CSV files show: override it.");

    [Theory, MemberData(nameof(Names))]
    public void No_enum_is_closed_and_no_list_prints_its_type(string name) =>
        Assert.All(Find(name).GetProperties(), property =>
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            Assert.False(type.IsEnum, $"{property.Name}: values are text, so that new ones pass.");
            Assert.False(type.IsArray, $"{property.Name}: use KomboList.");
            Assert.True(
                !typeof(IEnumerable).IsAssignableFrom(type) || type == typeof(string) || type.GetMethod(nameof(ToString), Type.EmptyTypes)!.DeclaringType == (type.IsGenericType ? type : type),
                $"{property.Name}: a list or map needs a ToString for CSV files.");
        });

    [Theory, MemberData(nameof(Names))]
    public void No_property_is_hidden_by_a_list(string name) =>
        Assert.DoesNotContain(Find(name).GetProperties(), property => ListMembers.Contains(property.Name));

    [Theory, MemberData(nameof(Names))]
    public void An_entity_names_its_id_after_itself(string name)
    {
        var model = Find(name);
        if (typeof(IEntity).IsAssignableFrom(model))
        {
            var alias = model.GetProperty(name + "Id");
            Assert.NotNull(alias);
            Assert.NotNull(alias.GetCustomAttribute<JsonIgnoreAttribute>());
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Numbers_dates_and_flags_can_be_missing(string name) =>
        Assert.DoesNotContain(Find(name).GetProperties(), property => property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null && property.CanWrite);

    [Theory, MemberData(nameof(Names))]
    public void A_model_has_a_table_of_existing_columns_that_fits_a_screen(string name)
    {
        if (Find(name).GetCustomAttribute<ModelAttribute>() is { } model)
        {
            Assert.InRange(model.Columns.Length, 1, 8);
            Assert.All(model.Columns, column => Assert.NotNull(Find(name).GetProperty(column)));

            // The engine breaks the header of a column that gets too little room, letter by letter, and drops those behind
            // it. So the last column is one that can be cut, and the others leave room for its header on a narrow screen.
            var others = model.Columns.Take(model.Columns.Length - 1).Sum(column => Width(Find(name).GetProperty(column)!) + 1);
            Assert.True(others + model.Columns[^1].Length <= 100, $"The table of {name} is too wide: {others} columns before '{model.Columns[^1]}'.");
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
            Assert.NotNull(model.ToString());
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
            Assert.Single(texts.Distinct().ToList());
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

    private static Type Find(string name) => Models.Single(model => model.Name == name);
}
