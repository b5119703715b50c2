using Kombo.Json;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>GET assessment/orders/open: the open orders, without their status.</summary>
internal sealed class GetOpenAssessmentOrders : ListRoute<AssessmentOrders>
{
    /// <inheritdoc/>
    public override string Template => "assessment/orders/open";

    /// <inheritdoc/>
    protected override bool Shows(Row row) => row.Text("status") == "OPEN";

    /// <inheritdoc/>
    protected override byte[] Json(AssessmentOrders table, Row row)
    {
        var order = (KomboMap)PlainJson.Parse(table.Json(row))!;
        order.Remove("status");
        return PlainJson.ToBytes(order);
    }
}
