using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>The path of what a command writes: it need not exist, and has no wildcards.</summary>
internal static class OutputPath
{
    /// <summary>The whole path in the file system.</summary>
    /// <param name="command">The command, whose location a relative path begins at.</param>
    /// <param name="path">The path as the user wrote it.</param>
    /// <param name="parameter">The parameter it came with, for the error.</param>
    /// <exception cref="KomboException">It is no path of the file system.</exception>
    public static string Of(PSCmdlet command, string path, string parameter)
    {
        try
        {
            var full = command.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            if (provider.Name != "FileSystem")
            {
                throw KomboException.InvalidInput(parameter, $"{InputValue.QuotePath(path)} is not in the file system.");
            }

            _ = Path.GetFullPath(full); // Refuses characters that no path has.
            return full;
        }
        catch (Exception failure) when (failure is ItemNotFoundException or System.Management.Automation.DriveNotFoundException or ProviderNotFoundException or PSNotSupportedException or ArgumentException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw KomboException.InvalidInput(parameter, $"{InputValue.QuotePath(path)} cannot be found: {InputValue.Shortened(failure.Message, 500)}");
        }
    }
}
