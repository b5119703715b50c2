using Kombo.Json;
using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>What is particular to the requests about integrations and connection flows.</summary>
public sealed class GeneralTests
{
    private static string Body(KomboRequest request) => PlainJson.ToText(request.Body);

    [Fact]
    public void The_two_switches_share_an_operation_and_differ_in_its_value()
    {
        var on = Cmdlets.Request<EnableKomboIntegrationCommand>(("IntegrationId", "personio:a/b"));
        var off = Cmdlets.Request<DisableKomboIntegrationCommand>(("IntegrationId", "personio:a/b"));
        Assert.Equal("PUT integrations/personio%3Aa%2Fb/enabled", on.ToString());
        Assert.Equal(on.ToString(), off.ToString());
        Assert.Equal("""{"value":true}""", Body(on));
        Assert.Equal("""{"value":false}""", Body(off));
    }

    [Fact]
    public void What_ends_an_integration_never_means_the_connections_by_itself()
    {
        Assert.Throws<KomboException>(() => Cmdlets.Request<RemoveKomboIntegrationCommand>());
        Assert.Throws<KomboException>(() => Cmdlets.Request<DisableKomboIntegrationCommand>());
        Assert.Throws<KomboException>(() => Cmdlets.Request<EnableKomboIntegrationCommand>());
        var request = Cmdlets.Request<RemoveKomboIntegrationCommand>(("IntegrationId", "personio:x"));
        Assert.Equal("DELETE integrations/personio%3Ax", request.ToString());
        Assert.Equal("{}", Body(request));
        Assert.Equal(IntegrationHeader.None, request.IntegrationHeader);
    }

    [Fact]
    public void A_sync_sends_an_object_even_without_a_type()
    {
        Assert.Equal("{}", Body(Cmdlets.Request<StartKomboSyncCommand>()));
        Assert.Equal("""{"type":"DELTA"}""", Body(Cmdlets.Request<StartKomboSyncCommand>(("Type", "delta"))));
    }

    [Fact]
    public void The_type_of_a_link_is_always_sent_because_not_every_operation_has_a_default()
    {
        Assert.Equal("""{"link_type":"EMBEDDED"}""", Body(Cmdlets.Request<NewKomboSetupLinkCommand>()));
        Assert.Equal("""{"link_type":"EMBEDDED"}""", Body(Cmdlets.Request<NewKomboReconnectionLinkCommand>()));
        Assert.Equal("""{"link_type":"MAGIC_LINK"}""", Body(Cmdlets.Request<NewKomboSetupLinkCommand>(("LinkType", "magic_link"))));
        Assert.Equal("POST integrations/personio%3Aconnection/setup-link", Cmdlets.Request<NewKomboSetupLinkCommand>().ToString());
    }

    [Fact]
    public void A_connection_link_sends_what_is_given_and_nothing_else()
    {
        var request = Cmdlets.Request<NewKomboConnectionLinkCommand>(
            ("EndUserEmail", "it@example.com"), ("EndUserOrganizationName", "Sand & Sons"), ("IntegrationTool", "PERSONIO"), ("EnableFiltering", false), ("EndUserOriginId", "remote:1"));
        Assert.Equal("POST connect/create-link", request.ToString());
        Assert.Equal(IntegrationHeader.None, request.IntegrationHeader);
        Assert.Equal(
            """{"end_user_email":"it@example.com","end_user_organization_name":"Sand & Sons","end_user_origin_id":"remote:1","integration_tool":"personio","enable_filtering":false,"link_type":"EMBEDDED"}""",
            Body(request).Replace("\\u0026", "&", StringComparison.Ordinal));
        Assert.Contains("\"integration_tool\":\"brandnew\"", Body(Cmdlets.Request<NewKomboConnectionLinkCommand>(
            ("EndUserEmail", "it@example.com"), ("EndUserOrganizationName", "x"), ("IntegrationTool", "brandnew"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Fixed_addresses_are_asked_for_and_come_with_the_link()
    {
        // A switch is false without an engine.
        Assert.Contains("\"enable_static_ips\":false", Body(Cmdlets.Request<NewKomboConnectionLinkCommand>(
            ("EndUserEmail", "it@example.com"), ("EndUserOrganizationName", "x"), ("EnableStaticIp", true))), StringComparison.Ordinal);
        Assert.Equal(["192.0.2.1", "192.0.2.2"], Given.Model<Kombo.Models.ConnectLink>("""{"link":"https://x.example/","static_ips":["192.0.2.1","192.0.2.2"]}""").StaticIps!);
        Assert.Null(Given.Model<Kombo.Models.ConnectLink>("""{"link":"https://x.example/"}""").StaticIps);
    }

    [Fact]
    public void A_token_is_in_the_request_and_in_nothing_that_is_shown()
    {
        var request = Cmdlets.Request<ResolveKomboConnectionTokenCommand>(("Token", "s3cr3t/t0ken"));
        Assert.Equal("connect/integration-by-token/s3cr3t%2Ft0ken", request.Path);
        Assert.DoesNotContain("s3cr3t", request.ToString(), StringComparison.Ordinal);
        Assert.Equal(["s3cr3t/t0ken"], request.Secrets);
        Assert.Equal(["s3cr3t/t0ken"], Cmdlets.Request<ConfirmKomboIntegrationCommand>(("Token", "s3cr3t/t0ken")).Secrets);
    }

    [Theory]
    [InlineData("""{"status":"error","error":{"code":"PLATFORM.INPUT_INVALID","title":"Bad s3cr3t/t0ken","message":"No flow s3cr3t/t0ken.","log_url":"https://log.example.com/?t=s3cr3t%2Ft0ken"}}""")]
    [InlineData("""{"message":"s3cr3t/t0ken is unknown"}""")]
    public async Task A_secret_that_the_server_quotes_is_not_shown_either(string answer)
    {
        using var server = new LoopbackServer();
        server.Respond = _ => LoopbackReply.Bytes(400, "application/json", System.Text.Encoding.UTF8.GetBytes(answer));
        using var client = new KomboClient(new KomboClientOptions { ApiKey = "a-key-for-tests", Server = server.Address, Retry = KomboRetry.Off });
        var failure = await Assert.ThrowsAsync<KomboException>(() =>
            client.SendAsync<Models.ConnectedIntegration>(Cmdlets.Request<ResolveKomboConnectionTokenCommand>(("Token", "s3cr3t/t0ken")), null, TestContext.Current.CancellationToken));
        Assert.Contains("***", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", $"{failure} {failure.Title} {failure.LogUrl} {failure.Path}", StringComparison.Ordinal);
    }

    [Fact]
    public void Null_takes_a_mapping_away_and_must_be_said()
    {
        Assert.Equal("""{"integration_field_id":null}""", Body(Cmdlets.Request<SetKomboCustomFieldMappingCommand>(("CustomFieldId", "c"), ("IntegrationFieldId", null))));
        Assert.Equal("""{"integration_field_id":"f"}""", Body(Cmdlets.Request<SetKomboCustomFieldMappingCommand>(("CustomFieldId", "c"), ("IntegrationFieldId", "f"))));
        Assert.Equal("IntegrationFieldId", Assert.Throws<KomboException>(() => Cmdlets.Request<SetKomboCustomFieldMappingCommand>(("CustomFieldId", "c"))).Parameter);
    }

    [Fact]
    public void Pass_through_is_true_false_or_null_and_must_be_said()
    {
        Assert.Equal("""{"enable_passthrough":false}""", Body(Cmdlets.Request<UpdateKomboIntegrationFieldCommand>(("IntegrationFieldId", "f"), ("EnablePassthrough", false))));
        Assert.Equal("""{"enable_passthrough":null}""", Body(Cmdlets.Request<UpdateKomboIntegrationFieldCommand>(("IntegrationFieldId", "f"), ("EnablePassthrough", null))));
        Assert.Throws<KomboException>(() => Cmdlets.Request<UpdateKomboIntegrationFieldCommand>(("IntegrationFieldId", "f")));
        Assert.Equal(
            "PATCH integrations/personio%3Aconnection/integration-fields/f",
            Cmdlets.Request<UpdateKomboIntegrationFieldCommand>(("IntegrationFieldId", "f"), ("EnablePassthrough", true)).ToString());
    }

    [Fact]
    public void Custom_fields_have_smaller_pages_than_integration_fields() =>
        Assert.Equal("GET integrations/personio%3Aconnection/custom-fields?page_size=250", Cmdlets.Request<GetKomboCustomFieldCommand>().ToString());
}
