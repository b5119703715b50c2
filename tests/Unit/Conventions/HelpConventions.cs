using System.Reflection;
using System.Text.RegularExpressions;
using Kombo.Facts;
using Kombo.Models;
using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>What the help pages say of the API is what the files in api/facts say.</summary>
public sealed class HelpConventions
{
    private const string Since = "Only objects that have changed since this time. A time without a time zone is local time, as everywhere in PowerShell; "
        + "`2026-10-01T00:00:00Z` is UTC.";

    private const string Deleted = " Deleted objects are returned only with -IncludeDeleted.";

    private const string Regularly = "For a regular export, use the time at which the previous run began, not the time at which it ended.";

    public static TheoryData<string> Synced => new(Cmdlets.All.Where(cmdlet => cmdlet.GetProperty("UpdatedAfter") is not null).Select(Cmdlets.NameOf));

    public static TheoryData<string> OperationNames => Cmdlets.OperationNames;

    [Theory, MemberData(nameof(Synced))]
    public void UpdatedAfter_says_which_changes_count(string name) =>
        Assert.Equal($"{Since}{(Cmdlets.Find(name).GetProperty("IncludeDeleted") is null ? "" : Deleted)}\n\n{Counted(ReachOf(name))}", Regex.Match(Page(name), @"### -UpdatedAfter\n\n(.*?)\n\n```", RegexOptions.Singleline).Groups[1].Value);

    [Theory, MemberData(nameof(Synced))]
    public void Facts_of_updated_after_name_members_that_exist(string name) =>
        Assert.All(ReachOf(name), row => Assert.True(
            row.Entries is null == !IsList(Cmdlets.OutputTypesOf(Cmdlets.Find(name))[0], row.Member),
            $"api/facts says of {row.Member} that it is {(row.Entries is null ? "no list" : "a list")}; the model says otherwise."));

    [Fact]
    public void The_topic_about_webhooks_says_what_to_read_when_a_model_has_changed()
    {
        var topic = File.ReadAllText(Path.Combine(Repository.Root, "docs", "help", "en-US", "about_Kombo_Webhooks.help.txt"));
        var table = Regex.Match(topic, @"(?s)    Cmdlet +Models\r?\n(.*?)\r?\n\r?\n").Groups[1].Value;
        var models = ApiFacts.All.Webhooks["data-changed"].Payload.Members!["data"].Members!["changed_models"].Items!.Members!["name"].Values!;
        Assert.Equal(models.Order(StringComparer.Ordinal), Regex.Matches(table, "[a-z]+_[a-z_]+").Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Regex.Matches(table, "Get-Kombo[A-Za-z]+").Select(match => match.Value), cmdlet => Assert.Contains(cmdlet, Synced.Select(synced => synced.Data)));
    }

    [Theory, MemberData(nameof(OperationNames))]
    public void A_permission_that_an_operation_needs_is_in_the_description(string name)
    {
        var needed = ApiMembers.Of(Operation.Of(Cmdlets.Find(name))).Select(api => api.Permission).Where(permission => permission is not null);
        var description = Regex.Match(Page(name), @"## DESCRIPTION\n(.*?)\n## ", RegexOptions.Singleline).Groups[1].Value;
        var named = Regex.Matches(description, "This cmdlet requires the permission \"(.*)\" in the scope configuration of the integration\\.").Select(match => match.Groups[1].Value);
        Assert.True(needed.SequenceEqual(named), needed.Any()
            ? $"The description in docs/help/{name}.md must say: {string.Join(" ", needed.Select(permission => $"This cmdlet requires the permission \"{permission}\" in the scope configuration of the integration."))}"
            : $"docs/help/{name}.md names a permission, and api/facts has none for the operation.");
    }

    /// <summary>Which changes of other objects count: entries are what is added to a list or removed from it, linked the objects themselves.</summary>
    private static (string Member, bool? Entries, bool Linked)[] ReachOf(string name) =>
        [.. ApiMembers.Of(Operation.Of(Cmdlets.Find(name))).SelectMany(api => api.Reach).Select(reach => (string.Join('.', reach.Path.Split('.').Select(Pascal)), reach.Entries, reach.Linked))];

    private static string Pascal(string name) => string.Concat(name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string Counted((string Member, bool? Entries, bool Linked)[] rows)
    {
        string[] Which(Func<bool?, bool> entries, bool linked) => [.. rows.Where(row => entries(row.Entries) && row.Linked == linked).Select(row => row.Member)];

        var both = Which(entries => entries is true, true);
        var linked = Which(entries => entries is null, true);
        var list = Which(entries => entries is true, false);
        var none = Which(entries => entries is not true, false);
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

    /// <summary>Follows a path such as Candidate.Tags; entries of lists count as what is in them.</summary>
    private static bool IsList(Type model, string path)
    {
        var type = model;
        foreach (var name in path.Split('.'))
        {
            var owner = ItemOf(type) ?? type;
            type = owner.GetProperty(name)?.PropertyType ?? throw new InvalidOperationException($"{owner.Name} has no member {name}.");
        }

        return ItemOf(type) is not null;
    }

    private static Type? ItemOf(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KomboList<>) ? type.GetGenericArguments()[0] : null;

    private static string Page(string name)
    {
        var page = Path.Combine(Repository.Root, "docs", "help", name + ".md");
        Assert.True(File.Exists(page), $"docs/help/{name}.md is missing. Write it as its neighbours are.");
        return File.ReadAllText(page).ReplaceLineEndings("\n");
    }
}
