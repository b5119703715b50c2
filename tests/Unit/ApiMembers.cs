using Kombo.Facts;
using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>What the facts in api/facts say of cmdlets' operations, in the form in which conventions compare it.</summary>
internal static class ApiMembers
{
    /// <summary>The operation of a declaration.</summary>
    public static ApiOperation Of(KomboOperationAttribute declaration)
    {
        var key = $"{declaration.Method} {declaration.Path}";
        return ApiFacts.All.Operations.TryGetValue(key, out var operation)
            ? operation
            : throw new InvalidOperationException($"No file in api/facts has the operation '{key}'. Add it there (api/README.md says how), or correct [KomboOperation].");
    }

    /// <summary>The operations of a cmdlet.</summary>
    public static IReadOnlyList<ApiOperation> Of(Operation declared) => [.. declared.Declarations.Select(Of)];

    /// <summary>The members of a body by path: dots lead into objects, [] into lists. What only one connected tool knows is left out.</summary>
    public static IReadOnlyDictionary<string, Shape> OfBody(ApiOperation operation)
    {
        var members = new Dictionary<string, Shape>(StringComparer.Ordinal);
        if (operation.Body is { } body)
        {
            Add(members, operation.TakesLines ? "[]." : "", body);
        }

        return members;
    }

    /// <summary>The parents of a member, the outermost first.</summary>
    public static IEnumerable<string> ParentsOf(string path) =>
        path.Select((letter, at) => (letter, at)).Where(pair => pair.letter == '.').Select(pair => path[..pair.at].Replace("[]", "", StringComparison.Ordinal)).Where(parent => parent.Length > 0);

    private static void Add(Dictionary<string, Shape> members, string prefix, Shape shape)
    {
        foreach (var choice in shape.Choices ?? [])
        {
            Add(members, prefix, choice);
        }

        foreach (var (name, member) in shape.Members ?? new Dictionary<string, Shape>())
        {
            members.TryAdd(prefix + name, member);
            if (name == "remote_fields")
            {
                continue;
            }

            Add(members, prefix + name + ".", member);
            if (member.Items is { } items && member.Type == Shape.List)
            {
                Add(members, prefix + name + "[].", items);
            }
        }
    }
}
