namespace Kombo.Models;

/// <summary>Fields of the employee form by key, in the order of the form. Keys are case-sensitive.</summary>
public sealed class EmployeeFormFields : Dictionary<string, EmployeeFormField>
{
    /// <summary>An empty map.</summary>
    public EmployeeFormFields()
        : base(StringComparer.Ordinal)
    {
    }

    /// <summary>The keys, joined with "; ".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join("; ", Keys);
}
