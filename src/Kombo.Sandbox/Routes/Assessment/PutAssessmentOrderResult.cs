using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>PUT assessment/orders/{assessment_order_id}/result.</summary>
internal sealed class PutAssessmentOrderResult : SandboxRoute
{
    private const int MostAttachments = 5;

    /// <inheritdoc/>
    public override string Method => "PUT";

    /// <inheritdoc/>
    public override string Template => "assessment/orders/{assessment_order_id}/result";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var order = request.Named<AssessmentOrders>("assessment_order_id");
        var body = request.Body;
        if (body.TryGetValue("attachments", out var files) && ((KomboList<object?>)files!).Count > MostAttachments)
        {
            throw SandboxException.Invalid($"'attachments' must not have more than {MostAttachments} items.");
        }

        var status = order.Text("status");
        if (status != "OPEN" && !Equals(body["status"], status))
        {
            throw SandboxException.Invalid($"The order is {status}; only an open order can change to another status.");
        }

        if (!Equals(body["status"], "OPEN") && !body.ContainsKey("completed_at"))
        {
            request.Warnings.Add("'completed_at' should be given with this status.");
        }

        AssessmentOrders.Finish(order, body);
        return Nothing();
    }
}
