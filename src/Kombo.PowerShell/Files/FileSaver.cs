using System.Globalization;
using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>
/// Saves the files that objects refer to, for one run of a command. A file appears under its name when it is complete and
/// not before, and none that was there before is touched unless that is asked for.
/// </summary>
internal sealed class FileSaver(KomboCommand command)
{
    /// <summary>The most bytes of a file unless the user allows more: more than CVs, certificates and payroll documents have.</summary>
    public const long UsualMaximum = 100 * 1024 * 1024;

    private static readonly TimeSpan TimeToCleanUp = TimeSpan.FromSeconds(2);

    /// <summary>What this run has named already, and how often.</summary>
    private readonly Dictionary<string, int> _named = new(StringComparer.OrdinalIgnoreCase);

    private long _received;
    private long _total;

    /// <summary>Saves one file, and writes it to the pipeline as Get-Item would.</summary>
    /// <param name="client">What fetches it.</param>
    /// <param name="file">The file.</param>
    /// <param name="destination">The folder as the user wrote it, or a script block that gives it. It is made if it does not exist.</param>
    /// <param name="input">The object that a script block sees as $_; null where the command has none.</param>
    /// <param name="maximumSize">The most bytes that the file may have.</param>
    /// <param name="force">True to replace a file of the same name.</param>
    /// <exception cref="KomboException">It failed. Nothing is left of the file.</exception>
    public void Save(KomboClient client, RemoteFile file, object destination, PSObject? input, long maximumSize, bool force)
    {
        if (string.IsNullOrWhiteSpace(file.Url))
        {
            throw KomboException.InvalidInput("Url", "the object has no address for its file.");
        }

        var path = Name(OutputPath.Of(command, Chosen(destination, input), "DestinationPath"), SafeFileName.Of(file));
        CheckFree(path, force);
        if (!command.ShouldProcess(path, "Save file"))
        {
            return;
        }

        _received = _total = 0;
        var saving = Task.Run(() => SaveAsync(client, file, path, maximumSize, force, command.StopToken));
        try
        {
            command.Await(saving, ShowProgress);
        }
        catch (PipelineStoppedException)
        {
            // The task has been cancelled, too; it only has to remove what it wrote, which PowerShell's end would prevent.
            ((IAsyncResult)saving).AsyncWaitHandle.WaitOne(TimeToCleanUp);
            throw;
        }
        finally
        {
            command.EndProgress();
        }

        command.WriteObject(command.InvokeProvider.Item.Get([path], force: true, literalPath: true), enumerateCollection: true);
    }

    /// <summary>
    /// The folder for one file. PowerShell would run a script block itself, but only for parameters that objects of the
    /// pipeline can fill by a property, too: then whoever makes the objects could choose the folder.
    /// </summary>
    private static string Chosen(object destination, PSObject? input)
    {
        var value = destination is PSObject wrapper ? wrapper.BaseObject : destination;
        if (value is ScriptBlock script)
        {
            if (input is null)
            {
                throw KomboException.InvalidInput("DestinationPath", "a script block requires a pipeline object as $_. Use a path.");
            }

            try
            {
                value = script.InvokeWithContext(null, [new PSVariable("_", input)]).LastOrDefault()?.BaseObject;
            }
            catch (Exception failure) when (failure is RuntimeException and not PipelineStoppedException)
            {
                throw KomboException.InvalidInput("DestinationPath", $"its script block failed: {failure.Message}");
            }
        }

        var text = Convert.ToString(value, CultureInfo.InvariantCulture);
        return string.IsNullOrWhiteSpace(text) ? throw KomboException.InvalidInput("DestinationPath", "it is empty.") : text!;
    }

    /// <summary>The file's path. Several files of the same name in one run are numbered: CV.pdf, CV (2).pdf.</summary>
    private string Name(string folder, string name)
    {
        var first = Path.Combine(folder, name);
        var path = first;
        _named.TryGetValue(first, out var number);
        while (_named.ContainsKey(path))
        {
            path = Path.Combine(folder, SafeFileName.Numbered(name, ++number));
        }

        _named[first] = Math.Max(number, 1);
        _named[path] = Math.Max(number, 1);
        return path;
    }

    private static void CheckFree(string path, bool force)
    {
        if (Directory.Exists(path) || (File.Exists(path) && !force))
        {
            throw Exists(path);
        }
    }

    private static KomboException Exists(string path) => new(KomboFailure.FileExists, $"{InputValue.QuotePath(path)} already exists and was not changed.");

    private async Task<long> SaveAsync(KomboClient client, RemoteFile file, string path, long maximumSize, bool force, CancellationToken cancellationToken)
    {
        string? temporary = null;
        try
        {
            var folder = Path.GetDirectoryName(path)!;
            Directory.CreateDirectory(folder);
            temporary = Path.Combine(folder, $".{Guid.NewGuid():N}.part");
            long length;
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                length = await client.DownloadAsync(file.Url!, stream, file.ContentType, maximumSize, Received, command.Notify, cancellationToken).ConfigureAwait(false);
            }

            cancellationToken.ThrowIfCancellationRequested();
            Move(temporary, path, force);
            return length;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw !force && File.Exists(path) ? Exists(path) : new KomboException(KomboFailure.FileNotWritten, $"{InputValue.QuotePath(path)} cannot be written: {failure.Message}", failure);
        }
        finally
        {
            Remove(temporary);
        }
    }

    private static void Move(string from, string to, bool force)
    {
        if (!force || !File.Exists(to))
        {
            File.Move(from, to);
            return;
        }

        File.Replace(from, to, destinationBackupFileName: null, ignoreMetadataErrors: true);
    }

    private void Remove(string? temporary)
    {
        try
        {
            if (temporary is not null)
            {
                File.Delete(temporary);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            command.Notify(new KomboNotice(KomboNoticeKind.Warning, $"The temporary file '{temporary}' cannot be removed: {failure.Message}"));
        }
    }

    private void Received(long bytes, long? total)
    {
        Interlocked.Exchange(ref _total, total ?? 0);
        Interlocked.Exchange(ref _received, bytes);
    }

    private void ShowProgress()
    {
        var received = Interlocked.Read(ref _received);
        var total = Interlocked.Read(ref _total);
        if (received > 0)
        {
            command.ShowProgress(
                total > 0 ? $"{Size(received)} of {Size(total)}" : Size(received),
                percentComplete: total > 0 ? (int)Math.Min(100, received * 100 / total) : -1);
        }
    }

    private static string Size(long bytes) => bytes < 1024 * 1024
        ? string.Format(CultureInfo.CurrentCulture, "{0:N0} KB", bytes / 1024)
        : string.Format(CultureInfo.CurrentCulture, "{0:N1} MB", bytes / (1024.0 * 1024));
}
