using Kombo.Build;

if (args is not [var module, var repository, var version, .. var project])
{
    throw new ArgumentException("Expected: the module's folder, the repository's folder, the version, and the project's address if there is one.");
}

string Source(string file) => File.ReadAllText(Path.Combine(repository, file)).ReplaceLineEndings("\n");
await File.WriteAllTextAsync(Path.Combine(module, "Kombo.psd1"), Manifest.Write(Source("Kombo.psd1"), Source("CHANGELOG.md"), version, project.FirstOrDefault()));
await File.WriteAllTextAsync(Path.Combine(module, "Kombo.Format.ps1xml"), FormatFile.Write());
await File.WriteAllBytesAsync(Path.Combine(module, "bin", "Core", "Kombo.TypeNames.dll"), TypeNames.Write());
