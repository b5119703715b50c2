using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kombo.Json;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>What a line of a journal tells of a request.</summary>
internal enum JournalEvent
{
    /// <summary>An attempt is about to be sent.</summary>
    Sending,

    /// <summary>It was certainly not carried out, and is tried again.</summary>
    Refused,

    /// <summary>It was carried out.</summary>
    Done,

    /// <summary>It was certainly not carried out.</summary>
    Failed,

    /// <summary>Whether it was carried out is not known.</summary>
    Unknown,
}

/// <summary>
/// The file that knows every row's fate: one line is on disk before a request leaves, and one after its outcome is known. So
/// the same command goes on where it was killed. It holds hashes, Kombo ids, codes and times, and no content of rows.
/// </summary>
internal sealed class WriteJournal : IDisposable
{
    private const string Kind = "Kombo";
    private const long Version = 1;
    private const int SaltLength = 32;

    /// <summary>No line of a journal is nearly as long; devices have lines without an end.</summary>
    private const int LongestLine = 64 * 1024;

    private readonly object _lock = new();
    private readonly string _path;
    private readonly FileStream? _file;
    private readonly byte[] _salt;
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Request, long Occurrence), JournalEntry> _entries = [];
    private bool _isBroken;

    private WriteJournal(string path, FileStream? file, byte[] salt)
    {
        _path = path;
        _file = file;
        _salt = salt;
    }

    /// <summary>
    /// How many requests of earlier runs have an unknown outcome and have not come again in this run: their rows were changed or
    /// taken out of the input.
    /// </summary>
    public int Orphans => _entries.Values.Count(entry => entry.Fate is JournalEvent.Sending or JournalEvent.Unknown && !entry.IsMet);

    /// <summary>Opens a journal, or begins one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="command">The command's name.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="integrationId">The integration; null for none.</param>
    /// <param name="isPreview">True for -WhatIf: nothing is written.</param>
    /// <exception cref="KomboException">It is in use, damaged, or belongs to something else.</exception>
    public static WriteJournal Open(string path, string command, KomboConnection connection, string? integrationId, bool isPreview)
    {
        if (isPreview && !File.Exists(path))
        {
            return new WriteJournal(path, null, NewSalt());
        }

        FileStream file;
        try
        {
            // Nobody else may write it. On Windows others can be let read it meanwhile.
            file = isPreview
                ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite)
                : new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, Path.DirectorySeparatorChar == '\\' ? FileShare.Read : FileShare.None);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw Refused($"the journal {InputValue.QuotePath(path)} cannot be opened: {InputValue.Shortened(failure.Message, 500)} Two runs cannot use one journal at the same time.");
        }

        var isKept = false;
        try
        {
            var journal = Load(file, path, command, connection, integrationId, isPreview);
            isKept = journal._file is not null;
            return journal;
        }
        catch (IOException failure)
        {
            throw Refused($"the journal {InputValue.QuotePath(path)} cannot be read or written: {failure.Message}");
        }
        finally
        {
            if (!isKept)
            {
                file.Dispose();
            }
        }
    }

    /// <summary>The place of a request in the journal. Equal requests are told apart by how often they have occurred.</summary>
    /// <param name="row">The number of its row.</param>
    /// <param name="request">The request.</param>
    public JournalEntry Enter(long row, KomboRequest request)
    {
        var hash = HashOf(request);
        var occurrence = _seen[hash] = _seen.TryGetValue(hash, out var count) ? count + 1 : 1;
        lock (_lock)
        {
            var entry = EntryOf(hash, occurrence);
            entry.Meet(row);
            return entry;
        }
    }

    /// <summary>Writes a line, and waits until it is on disk.</summary>
    /// <exception cref="KomboException">It cannot be written.</exception>
    internal void Write(JournalEntry entry, JournalEvent what, string? id, string? code)
    {
        var line = new KomboMap
        {
            ["row"] = entry.Row,
            ["request"] = entry.Request,
            ["occurrence"] = entry.Occurrence,
            ["event"] = what.ToString(),
        };
        if (id is not null)
        {
            line["id"] = id;
        }

        if (code is not null)
        {
            line["code"] = code;
        }

        Append(line);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _file?.Dispose();
        }
    }

    private static WriteJournal Load(FileStream file, string path, string command, KomboConnection connection, string? integrationId, bool isPreview)
    {
        WriteJournal? journal = null;
        var number = 0L;
        var whole = 0L;
        foreach (var line in Lines(file))
        {
            number++;
            whole += line.Length + 1;
            var map = Parse(line, path, number);
            if (journal is not null)
            {
                journal.Take(map, number);
                continue;
            }

            Check(map, path, command, connection, integrationId);
            journal = new WriteJournal(path, isPreview ? null : file, SaltOf(map, path));
        }

        if (isPreview)
        {
            return journal ?? new WriteJournal(path, null, NewSalt());
        }

        // A last line without its end is what a crash leaves. Whatever it said had not been acted upon.
        file.SetLength(whole);
        file.Seek(0, SeekOrigin.End);
        return journal ?? Begin(file, path, command, connection, integrationId);
    }

    private static WriteJournal Begin(FileStream file, string path, string command, KomboConnection connection, string? integrationId)
    {
        var journal = new WriteJournal(path, file, NewSalt());
        journal.Append(new KomboMap
        {
            ["journal"] = Kind,
            ["version"] = Version,
            ["command"] = command,
            ["server"] = connection.Server.AbsoluteUri,
            ["environment"] = connection.EnvironmentId,
            ["account"] = connection.Client.FingerprintOf(journal._salt),
            ["integration"] = integrationId,
            ["salt"] = Convert.ToBase64String(journal._salt),
        });
        return journal;
    }

    /// <summary>The whole lines of a file; what stands behind the last line's end is left out.</summary>
    private static IEnumerable<byte[]> Lines(FileStream file)
    {
        using var line = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int count; (count = file.Read(buffer, 0, buffer.Length)) > 0;)
        {
            var begin = 0;
            for (int end; (end = Array.IndexOf(buffer, (byte)'\n', begin, count - begin)) >= 0; begin = end + 1)
            {
                line.Write(buffer, begin, end - begin);
                yield return line.ToArray();
                line.SetLength(0);
            }

            line.Write(buffer, begin, count - begin);
            if (line.Length > LongestLine)
            {
                throw NoJournal(file.Name);
            }
        }
    }

    private static KomboMap Parse(byte[] line, string path, long number)
    {
        return PlainJson.TryParse(line, out var value) && value is KomboMap map
            ? map
            : throw (number == 1 ? NoJournal(path) : Damaged(path, number));
    }

    /// <summary>Refuses the journal of something else: what is done there says nothing of what is to be done here.</summary>
    private static void Check(KomboMap header, string path, string command, KomboConnection connection, string? integrationId)
    {
        string? Text(string name) => header.TryGetValue(name, out var value) ? value as string : null;

        if (Text("journal") != Kind)
        {
            throw NoJournal(path);
        }

        if (!header.TryGetValue("version", out var version) || version is not Version)
        {
            throw Refused($"the journal {InputValue.QuotePath(path)} was written by a later version of this module. Use that version to continue it.");
        }

        void Same(string what, string? there, string? here)
        {
            if (there != here)
            {
                throw Refused($"the journal {InputValue.QuotePath(path)} belongs to {what} {(there is null ? "without a name" : InputValue.Quote(there))}, and this is {(here is null ? "none" : InputValue.Quote(here))}. Use another journal.");
            }
        }

        Same("the command", Text("command"), command);
        Same("a connection to the server", Text("server"), connection.Server.AbsoluteUri);
        Same("the integration", Text("integration"), integrationId);
        if (Text("environment") is { } environment && connection.EnvironmentId is not null)
        {
            Same("the environment", environment, connection.EnvironmentId);
        }
        else if (Text("account") != connection.Client.FingerprintOf(SaltOf(header, path)))
        {
            throw Refused($"the journal {InputValue.QuotePath(path)} belongs to a connection with another API key. Use another journal.");
        }
    }

    private static byte[] SaltOf(KomboMap header, string path)
    {
        try
        {
            return Convert.FromBase64String(header["salt"] as string ?? "") is { Length: SaltLength } salt ? salt : throw Damaged(path, 1);
        }
        catch (Exception failure) when (failure is FormatException or KeyNotFoundException)
        {
            throw Damaged(path, 1);
        }
    }

    private void Take(KomboMap line, long number)
    {
        if (line.TryGetValue("request", out var hash) && hash is string request
            && line.TryGetValue("occurrence", out var which) && which is long occurrence
            && line.TryGetValue("event", out var name) && Enum.TryParse<JournalEvent>(name as string, out var what))
        {
            EntryOf(request, occurrence).Learn(what, line.TryGetValue("id", out var id) ? id as string : null);
        }
        else
        {
            throw Damaged(_path, number);
        }
    }

    private JournalEntry EntryOf(string request, long occurrence)
    {
        if (!_entries.TryGetValue((request, occurrence), out var entry))
        {
            entry = _entries[(request, occurrence)] = new JournalEntry(this, request, occurrence);
        }

        return entry;
    }

    /// <summary>The same for the same request in every process: hashtables come in another order each time.</summary>
    private string HashOf(KomboRequest request)
    {
        var text = new StringBuilder().Append(request.Method).Append('\n').Append(request.Path).Append('\n');
        foreach (var pair in request.Query.OrderBy(pair => pair.Key, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal))
        {
            text.Append(Uri.EscapeDataString(pair.Key)).Append('=').Append(Uri.EscapeDataString(pair.Value)).Append('&');
        }

        text.Append('\n').Append(PlainJson.ToText(Sorted(request.Body)));
        using var hash = new HMACSHA256(_salt);
        return Convert.ToBase64String(hash.ComputeHash(Encoding.UTF8.GetBytes(text.ToString())), 0, 16);
    }

    private static object? Sorted(object? value) => value switch
    {
        KomboMap map => new KomboMap(map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => new KeyValuePair<string, object?>(entry.Key, Sorted(entry.Value)))),
        KomboList<object?> list => new KomboList<object?>(list.Select(Sorted)),
        _ => value,
    };

    private void Append(KomboMap line)
    {
        if (_file is null)
        {
            return;
        }

#pragma warning disable RS0030 // A moment for people, not a measure of time.
        line["at"] = KomboTime.Format(DateTime.UtcNow);
#pragma warning restore RS0030
        var text = PlainJson.ToText(line) + "\n";
        var bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            lock (_lock)
            {
                if (_isBroken)
                {
                    throw new IOException("An earlier line could not be written.");
                }

                // Nothing may follow half a line.
                _isBroken = true;
                _file.Write(bytes, 0, bytes.Length);
                _file.Flush(flushToDisk: true);
                _isBroken = false;
            }
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            throw new KomboException(KomboFailure.FileNotWritten, $"The journal {InputValue.QuotePath(_path)} cannot be written: {failure.Message}");
        }
    }

    private static byte[] NewSalt()
    {
        var salt = new byte[SaltLength];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(salt);
        return salt;
    }

    private static KomboException NoJournal(string path) => Refused($"{InputValue.QuotePath(path)} is not a journal. Use the name of a new file.");

    private static KomboException Damaged(string path, long line) => Refused(string.Format(
        CultureInfo.InvariantCulture, "the journal {0} is damaged at line {1:N0}, so it is not known which rows were sent. Check in the connected tool before you send them with a new journal.", InputValue.QuotePath(path), line));

    private static KomboException Refused(string message) => KomboException.InvalidInput("JournalPath", message);
}

/// <summary>The place of one request in a journal: what is known of it, and where it is told what becomes of it.</summary>
internal sealed class JournalEntry
{
    private readonly WriteJournal _journal;

    internal JournalEntry(WriteJournal journal, string request, long occurrence)
    {
        _journal = journal;
        Request = request;
        Occurrence = occurrence;
    }

    /// <summary>The request's hash.</summary>
    public string Request { get; }

    /// <summary>Which one it is of equal requests: 1 for the first.</summary>
    public long Occurrence { get; }

    /// <summary>The number of the row in this run.</summary>
    public long Row { get; private set; }

    /// <summary>True when the request has come in this run.</summary>
    public bool IsMet { get; private set; }

    /// <summary>What the journal said last; null when it says nothing.</summary>
    public JournalEvent? Fate { get; private set; }

    /// <summary>The Kombo id of what was created or changed; null when it is not known.</summary>
    public string? Id { get; private set; }

    /// <summary>Writes what becomes of the request.</summary>
    /// <exception cref="KomboException">The journal cannot be written.</exception>
    public void Write(JournalEvent what, string? id = null, string? code = null) => _journal.Write(this, what, id, code);

    internal void Learn(JournalEvent what, string? id)
    {
        Fate = what;
        Id = id ?? Id;
    }

    internal void Meet(long row)
    {
        Row = row;
        IsMet = true;
    }
}
