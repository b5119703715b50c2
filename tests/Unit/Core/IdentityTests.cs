using Kombo.Models;

namespace Kombo.Tests;

/// <summary>Two objects are the same by their ids; a text is compared with what an object shows.</summary>
public sealed class IdentityTests
{
    public static TheoryData<string> Names => new(Models().Select(model => model.Name));

    private static IEnumerable<Type> Models() => typeof(KomboObject).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(KomboObject)) && !type.IsAbstract);

    private static KomboObject Make(string name, string? id)
    {
        var model = (KomboObject)Activator.CreateInstance(Models().Single(type => type.Name == name))!;
        model.GetType().GetProperty("Id")?.SetValue(model, id);
        return model;
    }

    [Theory, MemberData(nameof(Names))]
    public void Ids_decide_where_there_are_some(string name)
    {
        if (Make(name, "a").GetType().GetProperty("Id")?.PropertyType != typeof(string))
        {
            Assert.False(Make(name, null).Equals(Make(name, null)));
            Assert.Equal(0, Make(name, null).CompareTo(Make(name, null)));
            return;
        }

        Assert.True(Make(name, "a").Equals(Make(name, "a")));
        Assert.Equal(Make(name, "a").GetHashCode(), Make(name, "a").GetHashCode());
        Assert.Equal(0, Make(name, "a").CompareTo(Make(name, "a")));
        Assert.False(Make(name, "a").Equals(Make(name, "b")));
        Assert.False(Make(name, "a").Equals(Make(name, "A")));
        Assert.True(Make(name, "a").CompareTo(Make(name, "b")) < 0);
        Assert.True(Make(name, "b").CompareTo(Make(name, "a")) > 0);
        Assert.False(Make(name, null).Equals(Make(name, null)));
        Assert.False(Make(name, "").Equals(Make(name, "")));
        Assert.Equal(1, Make(name, "a").CompareTo(null));
    }

    [Fact]
    public void People_of_one_name_are_two_and_stand_next_to_each_other()
    {
        EmployeeManager[] managers = [Manager("3", "Bea"), Manager("2", "Ada"), Manager("1", "ada"), Manager("2", "Ada")];
        Assert.Equal(["1", "2", "2", "3"], managers.Order().Select(manager => manager.Id));
        Assert.Equal(3, managers.Distinct().Count());
        Assert.NotEqual(0, managers[1].CompareTo(managers[2]));
    }

    [Fact]
    public void A_short_form_is_the_entity_it_stands_for_and_no_other_of_the_same_id()
    {
        Assert.True(new Employee { Id = "1" }.Equals(Manager("1", "Ada")));
        Assert.True(Manager("1", "Ada").Equals(new Employee { Id = "1" }));
        Assert.True(new Group { Id = "1" }.Equals(new GroupReference { Id = "1" }));
        Assert.False(new Employee { Id = "1" }.Equals(new Group { Id = "1" }));
        Assert.NotEqual(0, new Employee { Id = "1" }.CompareTo(new Group { Id = "1" }));
    }

    [Fact]
    public void A_text_equals_what_the_object_shows()
    {
        object type = new AbsenceType { Id = "1", Name = "Vacation" };
        Assert.True(type.Equals("Vacation"));
        Assert.True(type.Equals("vacation"));
        Assert.False(type.Equals("1"));
        Assert.False(type.Equals(""));
        Assert.Equal(0, ((KomboObject)type).CompareTo("VACATION"));
        Assert.True(((KomboObject)type).CompareTo("Sick") > 0);
        Assert.Throws<ArgumentException>(() => ((KomboObject)type).CompareTo(17));
    }

    [Fact]
    public void What_has_no_id_is_ordered_and_grouped_by_its_text()
    {
        var (one, same, other) = (new Address { City = "Bonn" }, new Address { City = "bonn" }, new Address { City = "Ulm" });
        Assert.Equal(0, one.CompareTo(same));
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.True(one.CompareTo(other) < 0);
        Assert.False(one.Equals(same));
    }

    private static EmployeeManager Manager(string id, string name) => new() { Id = id, DisplayFullName = name };
}
