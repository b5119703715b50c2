using System.Diagnostics;
using System.Reflection;
using Kombo.Build;

// Runs Quickstart.ps1 with the module as it was built, in the pinned PowerShell.
var csv = Path.GetFullPath(args.Length > 0 ? args[0] : "employees.csv");
var manifest = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ModuleManifest").Value!;
using var process = Process.Start(Engine.Start("-NoProfile", "-NonInteractive", "-File", Path.Combine(AppContext.BaseDirectory, "Quickstart.ps1"), "-Module", manifest, "-Csv", csv))!;
await process.WaitForExitAsync();
return process.ExitCode;
