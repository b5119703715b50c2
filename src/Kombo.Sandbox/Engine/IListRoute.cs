namespace Kombo.Sandbox;

/// <summary>An operation that lists the records of a table.</summary>
internal interface IListRoute
{
    /// <summary>The table.</summary>
    Table TableOf(Database database);
}
