namespace Kombo.Models;

/// <summary>A person whom the connected tool keeps as a pre-hire until they are an employee.</summary>
public sealed partial class EmployeeFormPrehire : KomboObject
{
    /// <summary>A temporary id in the connected tool, which may change; null once there is an employee.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The pre-hire's id in the connected tool.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(RemoteId);
}
