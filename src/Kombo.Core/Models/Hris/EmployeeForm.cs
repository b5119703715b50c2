using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>The fields that creating an employee takes in the connected tool.</summary>
[Model(typeof(EmployeeFormJson), Columns = [nameof(Properties)])]
public sealed class EmployeeForm : KomboObject
{
    /// <summary>The fields by key, as they are to be sent.</summary>
    public EmployeeFormFields? Properties { get; set; }

    /// <summary>The keys of the fields.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Properties?.ToString());
}

/// <summary>Serializer metadata of <see cref="EmployeeForm"/>.</summary>
[JsonSerializable(typeof(EmployeeForm))]
[JsonSerializable(typeof(EmployeeFormField))]
internal sealed partial class EmployeeFormJson : JsonSerializerContext;
