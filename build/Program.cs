using Kombo.Build;

var module = args[0];
await File.WriteAllTextAsync(Path.Combine(module, "Kombo.Format.ps1xml"), FormatFile.Write());
await File.WriteAllBytesAsync(Path.Combine(module, "bin", "Core", "Kombo.TypeNames.dll"), TypeNames.Write());
