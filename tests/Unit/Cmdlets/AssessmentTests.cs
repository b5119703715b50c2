using System.Collections;
using System.Collections.Specialized;
using Kombo.Json;
using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>What goes over the wire for assessments.</summary>
public sealed class AssessmentTests
{
    private static string Body(KomboRequest request) => PlainJson.ToText(request.Body);

    [Fact]
    public void A_result_carries_numbers_moments_and_nested_attributes()
    {
        var request = Cmdlets.Request<SetKomboAssessmentOrderResultCommand>(
            ("AssessmentOrderId", "o"),
            ("Status", "completed"),
            ("ResultUrl", "https://example.com/r?x=ü"),
            ("CompletedAt", new DateTime(2026, 11, 2, 9, 30, 0, DateTimeKind.Utc)),
            ("Score", 0.0),
            ("MaxScore", 100.0),
            ("Attribute", new IDictionary[] { new OrderedDictionary { ["type"] = "SUB_RESULT", ["id"] = "t", ["label"] = "L", ["score"] = new OrderedDictionary { ["value"] = 97, ["max"] = 100 }, ["status"] = "COMPLETED" } }));
        Assert.Equal("PUT assessment/orders/o/result", request.ToString());
        Assert.Equal(
            """{"status":"COMPLETED","result_url":"https://example.com/r?x=ü","completed_at":"2026-11-02T09:30:00.000Z","score":0,"max_score":100,"attributes":[{"type":"SUB_RESULT","id":"t","label":"L","score":{"value":97,"max":100},"status":"COMPLETED"}]}""",
            Body(request));
    }

    [Fact]
    public void Packages_come_in_a_list_of_their_own_name_and_without_pages()
    {
        var request = Cmdlets.Request<GetKomboAssessmentPackageCommand>();
        Assert.Equal("GET assessment/packages", request.ToString());
        Assert.Equal("packages", request.ListMember);
        Assert.False(request.IsPaged);
    }

    [Fact]
    public void Open_orders_have_no_filter_but_pages() => Assert.Equal("GET assessment/orders/open?page_size=250", Cmdlets.Request<GetKomboOpenAssessmentOrderCommand>().ToString());
}
