using System.Text.RegularExpressions;
using Kombo.Database;
using Kombo.Facts;
using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>The models that a database keeps are those that the API can tell the changes of.</summary>
public sealed class SyncModelConventions
{
    public static TheoryData<string> Names => new(SyncModel.All.Select(model => model.Name));

    [Fact]
    public void Every_list_that_tells_changes_and_deletions_has_a_model_and_no_other()
    {
        var lists = ApiFacts.All.Operations.Values
            .Where(api => api.Method == "GET" && api.Query.ContainsKey("updated_after") && api.Query.ContainsKey("include_deleted"))
            .Select(api => api.Path)
            .Where(path => path != "hris/teams") // The old name of hris/groups.
            .Order(StringComparer.Ordinal);
        Assert.Equal(lists, SyncModel.All.Select(model => model.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_cmdlet_of_a_synced_list_reads_a_model()
    {
        var read = typeof(KomboCommand).Assembly.GetTypes().Where(type => !type.IsAbstract)
            .Select(type => Cmdlets.Ancestors(type).FirstOrDefault(part => part.IsGenericType && part.GetGenericTypeDefinition() == typeof(SyncedListCommand<>)))
            .Where(part => part is not null).Select(part => part!.GetGenericArguments()[0]).ToList();
        Assert.NotEmpty(read);
        Assert.All(read, type => Assert.True(SyncModel.All.Any(model => model.Type == type), $"src/Kombo.Database/SyncModel.cs: add {type.Name} to All."));
    }

    [Theory, MemberData(nameof(Names))]
    public void Columns_are_the_members_of_the_API(string name)
    {
        var model = SyncModel.Find(name)!;
        var members = ModelMembers.Of(model.Type).Keys.Order(StringComparer.Ordinal);
        Assert.Equal(members, model.Columns.Select(column => column.Name).Order(StringComparer.Ordinal));
        Assert.Contains("changed_at", members);
        Assert.Contains("remote_deleted_at", members);
    }

    [Theory, MemberData(nameof(Names))]
    public void Ids_of_other_models_are_indexed(string name)
    {
        var folder = Directory.CreateTempSubdirectory("kombo-index-");
        try
        {
            var model = SyncModel.Find(name)!;
            using var store = Store.OpenToWrite(DatabaseTarget.File(Path.Combine(folder.FullName, "a.db")));
            store.InTransaction(() => Schema.Ensure(store, model));
            var indexed = store.Rows($"select c.name from pragma_index_list('{model.Table}') i, pragma_index_info(i.name) c").Select(row => row[0] as string).ToHashSet();
            var foreign = store.ColumnNames(model.Table).Where(column =>
                column.EndsWith("_id", StringComparison.Ordinal) && column is not ("remote_id" or "integration_id") && IsOfModel(column));
            Assert.All(foreign, column => Assert.True(indexed.Contains(column), $"src/Kombo.Database/Schema.cs: name the model of {column} ({model.Table}) in Targets."));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Lists_can_be_asked_for_rows_by_their_ids(string name) =>
        Assert.True(ApiFacts.All.Operations["GET " + SyncModel.Find(name)!.Path].Query.ContainsKey("ids"), "src/Kombo.Database/ModelRun.cs: what a full read does not find is asked for by its id.");

    [Fact]
    public void Every_changed_model_of_the_webhook_leads_to_a_model()
    {
        var shape = ApiFacts.All.Webhooks["data-changed"].Payload;
        var names = shape.Members!["data"].Members!["changed_models"].Items!.Members!["name"].Values!;
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.True(SyncModel.ForChangedModel(name).Count > 0, $"src/Kombo.Database/SyncModel.cs: {name} leads to no model."));
        Assert.Empty(SyncModel.ForChangedModel("nothing"));
    }

    [Fact]
    public void The_topic_of_webhooks_and_the_models_name_the_same_changes()
    {
        var topic = File.ReadAllText(Path.Combine(Repository.Root, "docs", "help", "en-US", "about_Kombo_Webhooks.help.txt"));
        var rows = Regex.Matches(topic, @"^ +Get-Kombo(\w+)\s+((?:(?:hris|ats|lms)_\w+,?\s+)+)", RegexOptions.Multiline);
        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            var model = SyncModel.Find(row.Groups[1].Value);
            Assert.True(model is not null, $"{row.Groups[1].Value} is no model of the database.");
            var missing = Regex.Matches(row.Groups[2].Value, @"\w+").Select(name => name.Value).Except(model.ChangedBy);
            Assert.True(!missing.Any(), $"src/Kombo.Database/SyncModel.cs: {model.Name} is changed by {string.Join(", ", missing)}, says about_Kombo_Webhooks.");
        });
    }

    private static bool IsOfModel(string column)
    {
        var noun = column[..^"_id".Length].Replace("_", "", StringComparison.Ordinal);
        return SyncModel.All.Any(model => noun.EndsWith(model.Name, StringComparison.OrdinalIgnoreCase));
    }
}
