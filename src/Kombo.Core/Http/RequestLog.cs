using System.Text;

namespace Kombo.Http;

/// <summary>A file with one line for each attempt. Several clients of a process may write to the same one.</summary>
internal sealed class RequestLog : IDisposable
{
    // One for all files: lines of two clients must not run into each other.
    private static readonly object Writing = new();

    private readonly FileStream _file;
    private bool _isBroken;

    private RequestLog(FileStream file) => _file = file;

    /// <summary>Opens a log, behind what is in it already.</summary>
    /// <exception cref="KomboException">The file cannot be written.</exception>
    public static RequestLog Open(string path)
    {
        try
        {
            // What people look for, and with bodies what is known of them, concerns nobody else on this machine.
#if NET
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0 };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            return new RequestLog(new FileStream(path, options));
#else
            return new RequestLog(new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 1));
#endif
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw KomboException.InvalidInput("LogPath", $"the log cannot be written: {failure.Message}");
        }
    }

    /// <summary>Adds a line.</summary>
    /// <returns>Why the log is not written any more, once; null when all is well.</returns>
    public string? Write(string line)
    {
        try
        {
            var bytes = Encoding.UTF8.GetBytes(line + "\n");
            lock (Writing)
            {
                _file.Seek(0, SeekOrigin.End);
                _file.Write(bytes, 0, bytes.Length);
                _file.Flush();
            }

            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // A request that worked must not fail for its log.
            var isNew = !_isBroken && failure is not ObjectDisposedException;
            _isBroken = true;
            return isNew ? failure.Message : null;
        }
    }

    public void Dispose()
    {
        lock (Writing)
        {
            _file.Dispose();
        }
    }
}
