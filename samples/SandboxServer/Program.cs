// Serves the sandbox on a loopback port until Ctrl+C:  dotnet run --project samples/SandboxServer -- --port 4010
using System.Globalization;
using Kombo.Sandbox;

var port = 0;
if (args.Length > 0 && !(args is ["--port", var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= 65535))
{
    Console.Error.WriteLine("Usage: SandboxServer [--port <number>]");
    return 2;
}

using var stop = new ManualResetEventSlim();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Set();
};
using var server = SandboxServer.Start(port);
Console.WriteLine($"Kombo sandbox:   {server.BaseAddress}");
Console.WriteLine($"API key:         {SandboxDefaults.ApiKey}");
Console.WriteLine($"Integration id:  {SandboxDefaults.IntegrationId}");
Console.WriteLine("Ctrl+C stops it.");
stop.Wait();
return 0;
