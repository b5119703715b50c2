namespace Kombo.PowerShell;

/// <summary>
/// A filter whose values each name one object: a row of the pipeline fills it by its column of the same name, and a row that
/// nothing is found for is an error, as it is for ids.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IdentifiesAttribute : Attribute
{
    /// <summary>The property of what is read that holds the value; null when it is named like the parameter.</summary>
    public string? Property { get; set; }
}
