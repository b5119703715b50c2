using System.Management.Automation;
using Kombo.Database;

namespace Kombo.PowerShell;

/// <summary>Gets the tables of a database of Sync-KomboDatabase, and how current they are.</summary>
[Cmdlet(VerbsCommon.Get, "KomboDatabase", DefaultParameterSetName = PathSet)]
[OutputType(typeof(KomboDatabaseTable))]
public sealed class GetKomboDatabaseCommand : DatabaseReadCommand
{
    /// <inheritdoc/>
    private protected override IEnumerable<object> Rows(DatabaseTarget target) =>
        DatabaseOverview.Read(target).Select(table => new KomboDatabaseTable(table.Model ?? table.Table, table.Table, table.IntegrationId)
        {
            Rows = table.Rows,
            Deleted = table.Deleted,
            Watermark = table.Watermark,
            FullAt = table.LastFull,
            Age = table.Age,
            IsInterrupted = table.IsInterrupted,
        });
}
