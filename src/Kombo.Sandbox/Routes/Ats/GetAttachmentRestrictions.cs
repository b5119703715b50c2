using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>What files an action takes. Actions that take a single file say nothing of amounts and sums.</summary>
internal abstract class GetAttachmentRestrictions : SandboxRoute
{
    private const double Megabyte = 1024 * 1024;

    /// <inheritdoc/>
    public sealed override string Method => "GET";

    /// <inheritdoc/>
    public sealed override string Template => "ats/actions/" + Action;

    /// <inheritdoc/>
    public sealed override bool IsAction => true;

    /// <summary>The action.</summary>
    protected abstract string Action { get; }

    /// <summary>Whether the action takes several files.</summary>
    protected abstract bool TakesSeveral { get; }

    /// <inheritdoc/>
    public sealed override object? Handle(SandboxRequest request)
    {
        var restrictions = new KomboMap();
        if (TakesSeveral)
        {
            restrictions["total_size_bytes"] = 10 * Megabyte;
        }

        restrictions["types"] = new KomboMap
        {
            ["CV"] = Type(1, 1, 5 * Megabyte, "application/pdf", "application/msword"),
            ["COVER_LETTER"] = Type(0, 1, 5 * Megabyte, "application/pdf"),
            ["OTHER"] = TakesSeveral ? Type(0, 5, null) : new KomboMap { ["is_supported"] = false },
        };
        return new KomboMap { ["attachment_restrictions"] = restrictions };
    }

    private KomboMap Type(int least, int most, double? size, params string[] mimeTypes)
    {
        var map = new KomboMap { ["is_supported"] = true };
        if (TakesSeveral)
        {
            map["min_amount"] = least;
            map["max_amount"] = most;
        }

        map["max_file_size_bytes"] = size;
        map["accepted_mime_types"] = mimeTypes.Length == 0 ? null : new KomboList<object?>(mimeTypes);
        return map;
    }
}
