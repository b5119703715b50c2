using System.Reflection;
using System.Text.RegularExpressions;
using Kombo.Models;
using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>What the help pages say of the API is what the tables beside these tests hold.</summary>
public sealed class HelpConventions
{
    private const string Since = "Only objects that have changed since this time. A time without a time zone is local time, as everywhere in PowerShell; "
        + "`2026-10-01T00:00:00Z` is UTC. Deleted objects are returned only with -IncludeDeleted.";

    private const string Regularly = "For a regular export, use the time at which the previous run began, not the time at which it ended.";

    /// <summary>Which changes of other objects count: entries are what is added to a list or removed from it, linked the objects themselves.</summary>
    private static readonly ILookup<string, (string Member, string Entries, string Linked)> Reach = Table("UpdatedAfter.tsv")
        .ToLookup(cells => cells[0], cells => (cells[1], cells[2], cells[3]), StringComparer.Ordinal);

    private static readonly IReadOnlyDictionary<string, string> Permissions = Table("Permissions.tsv")
        .ToDictionary(cells => $"{cells[0]} {cells[1]}", cells => cells[2], StringComparer.Ordinal);

    public static TheoryData<string> Synced => new(Cmdlets.All.Where(cmdlet => cmdlet.GetProperty("UpdatedAfter") is not null).Select(Cmdlets.NameOf));

    public static TheoryData<string> OperationNames => Cmdlets.OperationNames;

    [Theory, MemberData(nameof(Synced))]
    public void UpdatedAfter_says_which_changes_count(string name) =>
        Assert.Equal($"{Since}\n\n{Counted([.. Reach[name]])}", Regex.Match(Page(name), @"### -UpdatedAfter\n\n(.*?)\n\n```", RegexOptions.Singleline).Groups[1].Value);

    [Fact]
    public void The_table_of_changes_names_cmdlets_and_members_that_exist()
    {
        Assert.NotEmpty(Reach);
        foreach (var row in Reach)
        {
            Assert.Contains(row.Key, Synced.Select(cmdlet => cmdlet.Data));
            foreach (var (member, entries, linked) in row)
            {
                Assert.Contains(entries, (string[])["yes", "no", "-"]);
                Assert.Contains(linked, (string[])["yes", "no"]);
                Assert.Equal(entries == "-", !IsList(Cmdlets.OutputTypesOf(Cmdlets.Find(row.Key))[0], member));
            }
        }
    }

    [Theory, MemberData(nameof(OperationNames))]
    public void A_permission_that_an_operation_needs_is_in_the_description(string name)
    {
        var needed = Cmdlets.Find(name).GetCustomAttributes<KomboOperationAttribute>(false)
            .Select(operation => Permissions.GetValueOrDefault($"{operation.Method} {operation.Path}"))
            .Where(permission => permission is not null);
        var description = Regex.Match(Page(name), @"## DESCRIPTION\n(.*?)\n## ", RegexOptions.Singleline).Groups[1].Value;
        Assert.Equal(needed, Regex.Matches(description, "This cmdlet requires the permission \"(.*)\" in the scope configuration of the integration\\.").Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void The_table_of_permissions_names_operations_that_exist() => Assert.All(Permissions.Keys, key => Assert.Contains(key, ApiOperation.All.Keys));

    private static string Counted((string Member, string Entries, string Linked)[] rows)
    {
        string[] Which(Func<string, bool> entries, string linked) => [.. rows.Where(row => entries(row.Entries) && row.Linked == linked).Select(row => row.Member)];

        var both = Which(entries => entries == "yes", "yes");
        var linked = Which(entries => entries == "-", "yes");
        var list = Which(entries => entries == "yes", "no");
        var none = Which(entries => entries != "yes", "no");
        var some = both.Length + linked.Length + list.Length > 0;
        string?[] sentences =
        [
            some ? "Changes of the object itself count." : "Only changes of the object itself count.",
            both.Length == 0 ? null : $"Added, removed and changed entries of {Joined(both)} count too.",
            linked.Length == 0 ? null : $"Changes in {Objects(linked)} count too.",
            list.Length == 0 ? null : $"Added and removed entries of {Joined(list)} count too, but not changes of the entries.",
            none.Length == 0 ? null : $"Changes in {Objects(none)} do not count.",
            some ? "Therefore, an object can be returned although its ChangedAt is earlier." : null,
            Regularly,
        ];
        return string.Join(" ", sentences.Where(sentence => sentence is not null));
    }

    private static string Objects(string[] members) => $"the linked object{(members.Length == 1 ? "" : "s")} {Joined(members)}";

    private static string Joined(string[] words) => words.Length == 1 ? words[0] : $"{string.Join(", ", words[..^1])} and {words[^1]}";

    /// <summary>Follows a path such as Candidate.Tags; entries of lists count as what is in them, and AdditionalData holds lists that no model knows.</summary>
    private static bool IsList(Type model, string path)
    {
        var type = model;
        foreach (var name in path.Split('.'))
        {
            if (type == typeof(KomboMap))
            {
                return true;
            }

            var owner = ItemOf(type) ?? type;
            type = owner.GetProperty(name)?.PropertyType ?? throw new InvalidOperationException($"{owner.Name} has no member {name}.");
        }

        return ItemOf(type) is not null;
    }

    private static Type? ItemOf(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KomboList<>) ? type.GetGenericArguments()[0] : null;

    private static IEnumerable<string[]> Table(string name) =>
        File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Unit", name)).Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t'));

    private static string Page(string name) => File.ReadAllText(Path.Combine(Repository.Root, "docs", "help", name + ".md")).ReplaceLineEndings("\n");
}
