namespace Kombo.Models;

/// <summary>Marks what must not get into a file by accident: exports leave it out unless it is asked for.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SensitiveAttribute : Attribute;
