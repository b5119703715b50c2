using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Kombo.Build;

/// <summary>
/// Writes an assembly that holds nothing but the names of the client's public types, forwarded to the client. PowerShell
/// finds type names in the default load context only, and the client is loaded in one of its own.
/// </summary>
internal static class TypeNames
{
    private const TypeAttributes Forwarder = (TypeAttributes)0x00200000;

    public static byte[] Write()
    {
        var client = typeof(KomboClient).Assembly;
        var metadata = new MetadataBuilder();
        metadata.AddModule(0, metadata.GetOrAddString("Kombo.TypeNames.dll"), metadata.GetOrAddGuid(Guid.Empty), default, default);
        metadata.AddAssembly(metadata.GetOrAddString("Kombo.TypeNames"), client.GetName().Version!, default, default, 0, AssemblyHashAlgorithm.None);
        metadata.AddTypeDefinition(0, default, metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        var owner = metadata.AddAssemblyReference(metadata.GetOrAddString(client.GetName().Name!), client.GetName().Version!, default, default, 0, default);
        var types = client.GetExportedTypes()
            .Where(type => !type.IsNested && !type.IsGenericType && type.Namespace is "Kombo" or "Kombo.Models")
            .OrderBy(type => type.FullName, StringComparer.Ordinal);
        foreach (var type in types)
        {
            metadata.AddExportedType(TypeAttributes.Public | Forwarder, metadata.GetOrAddString(type.Namespace!), metadata.GetOrAddString(type.Name), owner, 0);
        }

        var file = new BlobBuilder();
        new ManagedPEBuilder(
            PEHeaderBuilder.CreateLibraryHeader(),
            new MetadataRootBuilder(metadata),
            new BlobBuilder(),
            deterministicIdProvider: _ => new BlobContentId(Guid.Empty, 1)).Serialize(file);
        return file.ToArray();
    }
}
