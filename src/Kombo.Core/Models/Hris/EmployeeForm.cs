namespace Kombo.Models;

/// <summary>The fields that creating an employee takes in the connected tool.</summary>
[Model(Columns = [nameof(Properties)])]
public sealed partial class EmployeeForm : KomboObject
{
    /// <summary>The fields by key, as they are to be sent.</summary>
    public EmployeeFormFields? Properties { get; set; }

    /// <summary>The keys of the fields.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Properties?.ToString());
}
