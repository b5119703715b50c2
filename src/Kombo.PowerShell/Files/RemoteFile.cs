namespace Kombo.PowerShell;

/// <summary>A file that an object of the API refers to.</summary>
/// <param name="Url">Where its content is; null when the object does not say.</param>
/// <param name="Name">Its name, as the connected tool has it: not to be trusted; null when there is none.</param>
/// <param name="ContentType">Its media type; null when it is not known.</param>
internal sealed record RemoteFile(string? Url, string? Name, string? ContentType);
