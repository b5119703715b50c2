namespace Kombo.Models;

/// <summary>
/// A record with a Kombo id. Ids are unique within one model only, so each entity also names its id after itself
/// (<c>EmployeeId</c> on an employee): that property is what other commands bind to.
/// </summary>
public interface IEntity
{
    /// <summary>The Kombo id, unique within the model.</summary>
    string Id { get; }
}
