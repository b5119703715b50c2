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
    case [] or ["--quick"] or ["read" or "cold" or "database" or "writes"] or ["read" or "cold" or "database" or "writes", "--quick"]:
        try
        {
            await Suite.RunAsync(isQuick: args.Contains("--quick"), only: args.FirstOrDefault(argument => argument != "--quick"));
            return 0;
        }
        catch (BenchmarkException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }

    default:
        await Console.Error.WriteLineAsync("Usage: dotnet run -c Release --project benchmarks [-- [read | cold | database | writes] [--quick]]");
        return 2;
}
