using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Kombo.Json;
using Kombo.Models;
using Kombo.PowerShell;
using Kombo.Sandbox;

namespace Kombo.Tests;

/// <summary>
/// The sandbox's answer to every cmdlet that reads, broken in all ways a server or what stands before it can break one. What
/// comes of it is objects that lack nothing and can be shown, or one error with a category and our words.
/// </summary>
/// <remarks>A failure names the seed and the round, and shows the answer.</remarks>
public sealed class MutatedAnswersTests
{
    private static readonly int Count = 30 * Attack.Size;

    private static readonly Lazy<Dictionary<string, string>> Known = new(FindKnown);

    /// <summary>What the sandbox answers only after something was written.</summary>
    private static readonly Dictionary<Type, string> Written = new()
    {
        [typeof(CourseTask)] = """{"status":"success","data":{"task_id":"t","status":"COMPLETED","created_at":"2026-11-01T00:00:00.000Z","completed_at":null,"error":{"message":"m"},"data":[{"origin_id":"1","status":"SUCCEEDED","data":{"id":"c"}},{"origin_id":"2","status":"FAILED","error":{"message":"n"}}]}}""",
        [typeof(DatevEauRequest)] = """{"status":"success","data":{"eau_id":"e","status":{"feedbacks_from_health_insurance":[{"guid":"g","incapacity_for_work":{"start_work_incapacity_au":"2026-11-01","accident_at_work":false}}]},"errors":[{"error_text":"x"}]}}""",
        [typeof(DatevDocumentDownload)] = """{"status":"success","data":{"file_name":"LOBN.pdf","content_type":"application/pdf","data_url":"https://files.example.com/x"}}""",
        [typeof(ConnectedIntegration)] = """{"status":"success","data":{"id":"personio:x","tool":"personio","end_user":{"organization_name":"Acme","creator_email":null,"origin_id":"1"}}}""",
        [typeof(ProvisioningDiff)] = """{"status":"success","data":{"to_create":[{"user":{"email":"a@example.com"}}],"to_delete":[],"unchanged":[null]}}""",
    };

    public static TheoryData<string> Readers => new(Cmdlets.OfOperations
        .Where(cmdlet => cmdlet.GetCustomAttributes<KomboOperationAttribute>(false).All(operation => operation.IsRead))
        .Select(Cmdlets.NameOf));

    [Theory, MemberData(nameof(Readers))]
    public async Task Give_whole_objects_or_one_clear_error(string name)
    {
        var cmdlet = Cmdlets.Find(name);
        var model = Ancestors(cmdlet).First(type => type.IsGenericType).GetGenericArguments().Last();
        var request = Request(cmdlet, model);
        var original = await Original(request, model);
        var random = new Random(Attack.Seed ^ StableHash(name));
        var read = typeof(MutatedAnswersTests).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(model);
        for (var round = 0; round <= Count; round++)
        {
            var answer = round == 0 ? original : AnswerMutator.Mutate(original, random);
            try
            {
                await (Task)read.Invoke(null, [request, answer, round == 0])!;
            }
            catch (Exception failure)
            {
                Assert.Fail($"{name}, KOMBO_SEED={Attack.Seed}, round {round}: {failure}\n{Encoding.UTF8.GetString(answer.AsSpan(0, Math.Min(answer.Length, 20_000)))}");
            }
        }
    }

    [Fact]
    public void The_mutator_breaks_answers_in_every_way_and_does_so_again_with_the_same_seed()
    {
        var answer = Encoding.UTF8.GetBytes("""{"status":"success","data":{"results":[{"id":"1","n":[1,2]}],"next":"c"}}""");
        var first = new Random(1);
        var second = new Random(1);
        var kinds = new HashSet<string>();
        for (var round = 0; round < 500; round++)
        {
            var mutated = AnswerMutator.Mutate(answer, first);
            Assert.Equal(mutated, AnswerMutator.Mutate(answer, second));
            kinds.Add(IsJson(mutated) ? "JSON" : Envelope.IsTruncated(mutated) ? "truncated" : "malformed");
        }

        Assert.Equal(3, kinds.Count);
    }

    /// <summary>Reads an answer with the client, as the cmdlet does, and looks at everything that comes out.</summary>
    private static async Task Read<T>(KomboRequest request, byte[] answer, bool isOriginal)
    {
        using var client = new KomboClient(new KomboClientOptions
        {
            ApiKey = Given.NewKey(),
            Server = SandboxDefaults.BaseAddress,
            IntegrationId = SandboxDefaults.IntegrationId,
            Retry = KomboRetry.Off,
            Handler = new Canned(answer),
        });
        var notices = new Notices();
        try
        {
            List<T> found;
            if (request.ListMember is null)
            {
                var data = await client.SendAsync<T>(request, notices.Add, TestContext.Current.CancellationToken).Soon();
                found = data is null ? [] : [data];
            }
            else
            {
                using var pages = client.ReadPages<T>(request, null, notices.Add, TestContext.Current.CancellationToken);
                found = [.. (await pages.NextAsync().Soon())!.Rows];
            }

            Check(found, request.ListMember, answer, notices);
        }
        catch (KomboException failure) when (!isOriginal)
        {
            Assert.NotEqual(System.Management.Automation.ErrorCategory.NotSpecified, ErrorRecords.Category(failure));
            Assert.False(string.IsNullOrWhiteSpace(failure.Message));
            Assert.DoesNotContain("could not be processed", failure.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("System.", failure.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", failure.ErrorId + failure.Message, StringComparison.Ordinal);
        }
    }

    private static void Check<T>(List<T> found, string? listMember, byte[] answer, Notices notices)
    {
        // Bytes that are no text are read with the replacement character.
        using var json = JsonDocument.Parse(Encoding.UTF8.GetString(answer), new JsonDocumentOptions { MaxDepth = int.MaxValue });
        var data = json.RootElement.EnumerateObject().Last(member => member.NameEquals("data")).Value;
        var rows = listMember is null
            ? data.ValueKind == JsonValueKind.Null ? [] : [data]
            : data.EnumerateObject().Single(member => member.NameEquals(listMember)).Value.EnumerateArray().ToList();
        Assert.Equal(rows.Count, found.Count);
        for (var index = 0; index < rows.Count; index++)
        {
            Show(found[index]!, 0);
            if (found[index] is KomboObject model && rows[index].ValueKind == JsonValueKind.Object)
            {
                LacksNothing(model, typeof(T), rows[index], notices);
            }
        }
    }

    /// <summary>Every member of the answer is a property, or among the additional data; and what is not as documented has a warning.</summary>
    private static void LacksNothing(KomboObject model, Type type, JsonElement row, Notices notices)
    {
        var properties = ModelMembers.Of(type);
        foreach (var name in row.EnumerateObject().Select(Name).Distinct())
        {
            var last = row.EnumerateObject().Last(member => Name(member) == name).Value;
            if (model.AdditionalData?.ContainsKey(name) == true)
            {
                Assert.True(!properties.ContainsKey(name) || notices.Warnings.Any(warning => warning.Contains($"'{name}'", StringComparison.Ordinal)), $"Nothing warns of '{name}'.");
                continue;
            }

            Assert.True(properties.TryGetValue(name, out var property), $"'{name}' is lost.");
            Assert.True(last.ValueKind == JsonValueKind.Null || property.GetValue(model) is not null, $"'{name}' has lost its value.");
        }
    }

    /// <summary>A member's name; JSON can write names that are no Unicode, and those are read with the replacement character.</summary>
    private static string Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return (string)PlainJson.Parse(Encoding.UTF8.GetBytes(member.ToString().Split("\":")[0] + "\""))!;
        }
    }

    /// <summary>Does what tables and files do: asks every property for its value and its text.</summary>
    private static void Show(object value, int depth)
    {
        Assert.True(value.ToString() is not null, $"{value.GetType().Name} has no text.");
        if (value is KomboMap or string || depth > 4)
        {
            return;
        }

        if (value is System.Collections.IEnumerable list)
        {
            foreach (var item in list)
            {
                if (item is not null)
                {
                    Show(item, depth + 1);
                }
            }
        }
        else if (value is KomboObject)
        {
            foreach (var property in value.GetType().GetProperties())
            {
                if (property.GetValue(value) is { } inner)
                {
                    Show(inner, depth + 1);
                }
            }
        }
    }

    private static KomboRequest Request(Type cmdlet, Type model)
    {
        if (Written.ContainsKey(model))
        {
            var operation = Operation.Of(cmdlet).Declarations[0];
            return new KomboRequest(operation.Method, operation.Path) { IsRead = true, ListMember = operation.List };
        }

        var command = Activator.CreateInstance(cmdlet)!;
        var given = new List<string>();
        foreach (var (name, value) in Known.Value.Select(pair => (pair.Key, (object)pair.Value)).Append(("Period", new DateTime(2026, 9, 1))))
        {
            if (cmdlet.GetProperty(name) is { } parameter && (Nullable.GetUnderlyingType(parameter.PropertyType) ?? parameter.PropertyType) == value.GetType() && Cmdlets.Is(parameter, nameof(System.Management.Automation.ParameterAttribute.Mandatory)))
            {
                parameter.SetValue(command, value);
                given.Add(name);
            }
        }

        var request = RequestBinder.Bind(command, given, SandboxDefaults.IntegrationId);
        if (request.IsPaged)
        {
            request.Query.Remove(request.Query.Single(pair => pair.Key == "page_size"));
            request.Query.Add(new("page_size", "3"));
        }

        return request;
    }

    private static async Task<byte[]> Original(KomboRequest request, Type model)
    {
        if (Written.TryGetValue(model, out var known))
        {
            return Encoding.UTF8.GetBytes(known);
        }

        var handler = new Recorder(new SandboxHandler());
        using var client = Client(handler);
        await client.Send(request);
        return Short(handler.Body!);
    }

    /// <summary>The answer with three rows at most: what is not paged may be long.</summary>
    private static byte[] Short(byte[] answer)
    {
        var map = (KomboMap)PlainJson.Parse(answer)!;
        if (map["data"] is KomboMap data)
        {
            foreach (var list in data.Values.OfType<KomboList<object?>>().Where(list => list.Count > 3))
            {
                list.RemoveRange(3, list.Count - 3);
            }
        }

        return PlainJson.ToBytes(map);
    }

    private static KomboClient Client(HttpMessageHandler handler) => new(new KomboClientOptions
    {
        ApiKey = SandboxDefaults.ApiKey,
        Server = SandboxDefaults.BaseAddress,
        IntegrationId = SandboxDefaults.IntegrationId,
        Retry = KomboRetry.Off,
        Handler = handler,
    });

    /// <summary>Values for the parameters that cmdlets cannot do without.</summary>
    private static Dictionary<string, string> FindKnown()
    {
        using var client = Client(new SandboxHandler());
        string First(string path)
        {
            var data = (KomboMap)client.SendAsync<object>(new KomboRequest("GET", path) { IntegrationHeader = IntegrationHeader.Required }).GetAwaiter().GetResult()!;
            return (string)((KomboMap)((KomboList<object?>)data["results"]!)[0]!)["id"]!;
        }

        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ApplicationId"] = First("ats/applications"),
            ["CandidateId"] = First("ats/candidates"),
            ["EmployeeId"] = First("hris/employees"),
            ["PostingId"] = First("ai-apply/postings"),
            ["Category"] = "hris",
        };
    }

    private static IEnumerable<Type> Ancestors(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            yield return ancestor;
        }
    }

    private static int StableHash(string text) => text.Aggregate(17, (hash, character) => unchecked((hash * 31) + character));

    private static bool IsJson(byte[] answer)
    {
        try
        {
            // Bytes that are no text are read with the replacement character.
        using var json = JsonDocument.Parse(Encoding.UTF8.GetString(answer), new JsonDocumentOptions { MaxDepth = int.MaxValue });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private sealed class Canned(byte[] answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new ByteArrayContent(answer);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
        }
    }

    private sealed class Recorder(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        public byte[]? Body { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            Body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return response;
        }
    }
}
