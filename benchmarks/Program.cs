using System.Globalization;
using Kombo.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

// The program runs itself: as the server, and as the plain .NET reader that the cmdlet is compared with.
switch (args)
{
    case ["serve"]:
        PageServer.Run();
        return 0;
    case ["limit", var server, var warmSeconds, var rows]:
        await Limit.RunAsync(server, warmSeconds, rows);
        return 0;
    case [] or ["--quick"] or ["writes"] or ["writes", "--quick"]:
        try
        {
            await Suite.RunAsync(isQuick: args.Contains("--quick"), isWriting: args.Contains("writes"));
            return 0;
        }
        catch (BenchmarkException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }

    default:
        await Console.Error.WriteLineAsync("Usage: dotnet run -c Release --project benchmarks [-- [writes] [--quick]]");
        return 2;
}
