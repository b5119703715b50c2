using System.Text.RegularExpressions;
using Kombo.Facts;
using Kombo.Json;
using Kombo.Models;
using Kombo.Sandbox;

namespace Kombo.Tests;

/// <summary>The sandbox takes the filters that the API takes, and answers what the API answers.</summary>
public sealed class SandboxFacts
{
    private static readonly string[] OfAllLists = ["cursor", "page_size", "updated_after", "include_deleted", "ignore_unsupported_filters", "ids", "remote_ids"];

    public static TheoryData<string> Lists => new(Router.Routes.Where(IsList).Select(route => route.Template));

    public static TheoryData<string> Reads => new(ApiFacts.All.Operations.Values.Where(api => api.Method == "GET" && !api.Path.Contains('{', StringComparison.Ordinal)).Select(api => api.Path));

    [Theory, MemberData(nameof(Lists))]
    public void A_list_filters_by_all_that_the_API_filters_by(string template)
    {
        var route = Router.Routes.Single(route => route.Method == "GET" && route.Template == template);
        var own = ((IEnumerable<Filter>)route.GetType().GetProperty("Filters")!.GetValue(route)!).Select(filter => filter.Name);
        Assert.True(
            route.Api!.Query.Keys.Except(OfAllLists).Order(StringComparer.Ordinal).SequenceEqual(own.Order(StringComparer.Ordinal)),
            $"{route.GetType().Name}.Filters in src/Kombo.Sandbox/Routes must be those of api/facts: {string.Join(", ", route.Api.Query.Keys.Except(OfAllLists))}.");
    }

    [Theory, MemberData(nameof(Reads))]
    public async Task An_answer_is_of_the_documented_shape(string path)
    {
        var options = new SandboxOptions();
        using var client = new HttpClient(new SandboxHandler(options));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"https://sandbox.test/v1/{path}{(path.EndsWith("available-documents", StringComparison.Ordinal) ? "?period=2026-10-01" : "")}"));
        request.Headers.Add("Authorization", "Bearer " + options.ApiKey);
        if (ApiFacts.All.Operations["GET " + path].NeedsIntegration)
        {
            request.Headers.Add("X-Integration-Id", SandboxDefaults.IntegrationId);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = (KomboMap)PlainJson.Parse(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))!;
        Assert.True(response.IsSuccessStatusCode, $"GET {path}: the sandbox answers {PlainJson.ToText(answer)}");
        if (ApiFacts.All.Operations["GET " + path].Answer is { } shape)
        {
            var failure = Record.Exception(() => BodyCheck.Check(shape, answer["data"], ""));
            Assert.True(failure is null, $"GET {path}: {failure?.Message} Correct the data in src/Kombo.Sandbox/Data, or the fact.");
        }
    }

    private static bool IsList(SandboxRoute route) =>
        Cmdlets.Ancestors(route.GetType()).Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ListRoute<>));
}
