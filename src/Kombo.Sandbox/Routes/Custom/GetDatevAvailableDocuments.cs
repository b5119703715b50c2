using System.Text.RegularExpressions;
using Kombo.Models;
using static Kombo.Sandbox.TextForms;

namespace Kombo.Sandbox;

/// <summary>GET custom/datev/available-documents.</summary>
internal sealed class GetDatevAvailableDocuments : SandboxRoute
{
    private static readonly Regex Day = new(@"^\d{4}-\d{2}-\d{2}$", RegexOptions.CultureInvariant);

    /// <inheritdoc/>
    public override string Method => "GET";

    /// <inheritdoc/>
    public override string Template => "custom/datev/available-documents";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        DatevAccess.Require(request);
        return request.Query.TryGetValue("period", out var period) && Day.IsMatch(period) && IsDate(period)
            ? new KomboMap { ["results"] = request.Table<DatevDocuments>().Available(period) }
            : throw Filter.Wrong("period", "it must be a date (yyyy-MM-dd)");
    }
}
