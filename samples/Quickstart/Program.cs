using System.Diagnostics;
using System.Reflection;
using Kombo.Quickstart;

var csv = Path.GetFullPath(args.Length > 0 ? args[0] : "employees.csv");
var pwsh = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
    .SelectMany(folder => new[] { Path.Combine(folder, "pwsh"), Path.Combine(folder, "pwsh.exe") })
    .FirstOrDefault(File.Exists);

if (pwsh is null)
{
    Console.WriteLine("There is no pwsh on PATH: reading with Kombo.Core instead of the PowerShell module.");
    await CoreExport.RunAsync(csv);
    return 0;
}

var manifest = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ModuleManifest").Value!;
using var process = Process.Start(pwsh, ["-NoProfile", "-NonInteractive", "-File", Path.Combine(AppContext.BaseDirectory, "Quickstart.ps1"), "-Module", manifest, "-Csv", csv]);
await process.WaitForExitAsync();
return process.ExitCode;
