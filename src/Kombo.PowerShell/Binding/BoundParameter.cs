namespace Kombo.PowerShell;

/// <summary>A parameter that counts as given, with its value.</summary>
internal sealed record BoundParameter(OperationParameter Parameter, object? Value);
