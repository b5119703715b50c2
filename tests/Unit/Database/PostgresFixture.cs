using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace Kombo.Tests;

/// <summary>The tests that share a server of PostgreSQL.</summary>
[CollectionDefinition(nameof(PostgresFixture))]
public sealed class PostgresCollection : ICollectionFixture<PostgresFixture>;

/// <summary>
/// A PostgreSQL of these tests alone: in a temporary folder, on a free port of 127.0.0.1, ended with the last test. Where it
/// cannot be started the tests are skipped, and say why.
/// </summary>
public sealed class PostgresFixture : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kombo-postgres-").FullName;
    private readonly string? _bin = Bin();
    private readonly Lazy<string?> _failure;
    private int _port;
    private int _schemas;

    public PostgresFixture() => _failure = new(() =>
    {
        var failure = Start();
        if (failure is not null)
        {
            Console.Error.WriteLine("SKIPPED: the tests with PostgreSQL. " + failure);
        }

        return failure;
    });

    /// <summary>A database that nobody else has, which is a schema: that is made sooner.</summary>
    internal Kombo.Database.DatabaseTarget NewTarget()
    {
        Assert.SkipWhen(_failure.Value is not null, "NO POSTGRESQL: " + _failure.Value);
        var schema = $"t{Interlocked.Increment(ref _schemas)}";
        var server = $"Host=127.0.0.1;Port={_port};Database=postgres;Username=kombo";
        using var connection = new NpgsqlConnection(server + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand($"create schema {schema}", connection);
        command.ExecuteNonQuery();
        return Kombo.Database.DatabaseTarget.Postgres($"{server};Search Path={schema};Application Name={schema}");
    }

    public void Dispose()
    {
        if (_failure is { IsValueCreated: true, Value: null })
        {
            Run("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
        }

        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    private static string? Bin()
    {
        var places = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin")) : [];
        return places.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(folder => new[] { "", ".exe" }.Any(end => File.Exists(Path.Combine(folder, "initdb" + end)) && File.Exists(Path.Combine(folder, "pg_ctl" + end))));
    }

    private string? Start()
    {
        if (_bin is null)
        {
            return "initdb and pg_ctl are neither in /usr/lib/postgresql/*/bin nor on PATH. Install PostgreSQL (Debian: apt-get install postgresql).";
        }

        if (!OperatingSystem.IsWindows())
        {
            // The server's user is perhaps another one.
            File.SetUnixFileMode(_folder, (UnixFileMode)0b111_111_111);
        }

        if (Run("initdb", "-D", Data, "-U", "kombo", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync") is { } failed)
        {
            return failed;
        }

        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            _port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        var options = $"-p {_port} -c listen_addresses=127.0.0.1 -c fsync=off -c timezone=Asia/Tokyo" + (OperatingSystem.IsWindows() ? "" : $" -c unix_socket_directories={_folder}");
        return Run("pg_ctl", "-D", Data, "-l", Path.Combine(_folder, "log"), "-w", "-t", "120", "-o", options, "start");
    }

    /// <summary>Runs a program of PostgreSQL, which refuses to be root.</summary>
    /// <returns>What went wrong; null for nothing.</returns>
    private string? Run(string program, params string[] arguments)
    {
        string[] line = [Path.Combine(_bin!, program), .. arguments];
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            line = ["runuser", "-u", File.ReadLines("/etc/passwd").Any(user => user.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody", "--", .. line];
        }

        // Not redirected: the server would keep the pipes open, and be waited for.
        var log = Path.Combine(_folder, program + ".out");
        var start = new ProcessStartInfo { FileName = line[0], WorkingDirectory = _folder, UseShellExecute = false };
        if (!OperatingSystem.IsWindows())
        {
            start.FileName = "/bin/sh";
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add("log=$1; shift; exec \"$@\" >\"$log\" 2>&1 </dev/null");
            start.ArgumentList.Add("sh");
            start.ArgumentList.Add(log);
            start.ArgumentList.Add(line[0]);
        }

        foreach (var argument in line.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var process = Process.Start(start)!;
            process.WaitForExit();
            return process.ExitCode == 0 ? null : $"{program} ended with {process.ExitCode}: {(File.Exists(log) ? File.ReadAllText(log, Encoding.UTF8).Trim() : "")}";
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            return $"{line[0]} cannot be started: {failure.Message}";
        }
    }
}
