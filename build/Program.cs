using Kombo.Build;

await File.WriteAllTextAsync(args[0], FormatFile.Write());
