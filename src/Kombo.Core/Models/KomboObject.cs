using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Kombo.Json;

namespace Kombo.Models;

/// <summary>The base of everything the API answers with.</summary>
/// <remarks>
/// Two objects of one entity are the same when their Kombo ids are, whatever else is in them: also an object and its short form
/// in another one, such as an employee and the manager of another employee. Objects without an id are the same only if they are
/// one object. They are ordered by their texts, and those with the same text by their ids.
/// For PowerShell's <c>-eq</c>, <c>-contains</c> and <c>-in</c>, an object also equals its own text, in upper and lower case.
/// That holds in one direction only, and such a text has another hash code: do not mix texts and objects in one set.
/// </remarks>
[SuppressMessage("Design", "CA1036", Justification = "Operators of C# go on to ask whether two are one object, and one is not less than another.")]
public abstract class KomboObject : IComparable
{
    private KomboMap? _additionalData;

    /// <summary>
    /// Members of the answer that this version does not model, by their name on the wire, and members that arrived in a
    /// shape their type cannot hold. Null when there are none.
    /// </summary>
    [JsonIgnore]
    public KomboMap? AdditionalData
    {
        get
        {
            if (_additionalData is null && UnknownMembers is { Count: > 0 } unknown)
            {
                _additionalData = new KomboMap(unknown);
            }

            return _additionalData;
        }
    }

    /// <summary>Members of the answer without a property, and those that could not be read.</summary>
    [JsonIgnore]
    internal Dictionary<string, object?>? UnknownMembers { get; set; }

    /// <summary>
    /// The names on the wire of the members that are read, one behind the other, each with its length before it. This and
    /// <see cref="ReadMember"/> are written by src/Kombo.Core.Readers, from the properties of each class that is partial.
    /// </summary>
    internal abstract ReadOnlySpan<byte> MemberNames { get; }

    /// <summary>Reads a member into its property.</summary>
    /// <param name="number">Which of the names it is, from 0 on.</param>
    /// <param name="json">A reader on the value.</param>
    internal abstract void ReadMember(int number, ref ModelReader json);

    /// <summary>True for the same entity, and for this object's own text.</summary>
    /// <param name="obj">An object or a text.</param>
    /// <returns>Whether it is the same.</returns>
    public override bool Equals(object? obj) => obj switch
    {
        string text => Compared(CultureInfo.InvariantCulture, ToString(), text) == 0, // as -eq compares texts
        KomboObject other => ReferenceEquals(this, other) || (Identity.Of(this) is { } own && own.Equals(Identity.Of(other))),
        _ => false,
    };

    /// <summary>The hash code of the id, or of the text where there is no id.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() => Identity.Of(this)?.GetHashCode() ?? StringComparer.OrdinalIgnoreCase.GetHashCode(ToString() ?? "");

    /// <summary>Orders by text, in the current culture and without regard to case, then by id. The same entity is equal.</summary>
    /// <param name="obj">Another object, or a text.</param>
    /// <returns>Less than, equal to or greater than 0.</returns>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public int CompareTo(object? obj)
    {
        if (obj is null)
        {
            return 1;
        }

        if (Equals(obj))
        {
            return 0;
        }

        if (obj is not (string or KomboObject))
        {
            throw new ArgumentException("Only texts and objects of Kombo can be compared with one.", nameof(obj));
        }

        var byText = Compared(CultureInfo.CurrentCulture, ToString(), obj.ToString());
        return byText != 0 || obj is not KomboObject other ? byText
            : Identity.Of(this) is { } own ? own.CompareTo(Identity.Of(other))
            : Identity.Of(other) is not null ? -1
            : string.Compare(ToString(), other.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    private static int Compared(CultureInfo culture, string? text, string? other) => culture.CompareInfo.Compare(text, other, CompareOptions.IgnoreCase);

    /// <summary>The first of the texts that says something, for use as an object's name.</summary>
    /// <param name="candidates">Possible names, the best one first.</param>
    /// <returns>The name, or an empty text.</returns>
    private protected static string FirstOf(params string?[] candidates)
    {
        foreach (var candidate in candidates)
        {
            if (!string.IsNullOrWhiteSpace(candidate))
            {
                return candidate!.Trim();
            }
        }

        return string.Empty;
    }
}
