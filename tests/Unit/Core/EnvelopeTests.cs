using System.Text;
using System.Text.Json;
using Kombo.Json;
using Kombo.Models;

namespace Kombo.Tests;

/// <summary>What surrounds the data in an answer, in all the shapes it can come.</summary>
public sealed class EnvelopeTests
{
    [Theory]
    [InlineData("""{"status":"success","data":{"id":"1"},"warnings":[]}""")]
    [InlineData("""{"warnings":[],"data":{"id":"1"},"status":"success"}""")]
    [InlineData("""{"data":{"id":"1"}}""")]
    [InlineData("""{"new":{"data":{"id":"2"}},"data":{"id":"1"},"newer":[[{"data":3}]],"error":null,"warnings":null}""")]
    [InlineData("\uFEFF{\"data\":{\"id\":\"1\"}}")]
    [InlineData(" \r\n{\"data\" : {\"id\" : \"1\"}} \n")]
    [InlineData("""{"dat\u0061":{"id":"1"}}""")]
    public void An_object_is_found_wherever_it_stands(string json)
    {
        var answer = Envelope.ReadObject<object>(Bytes(json));
        Assert.Equal("1", Assert.IsType<KomboMap>(answer.Data)["id"]);
        Assert.False(answer.IsError);
        Assert.Empty(answer.Warnings);
        Assert.Equal("1", Envelope.ReadObject<Group>(Bytes(json)).Data!.Id);
    }

    [Theory]
    [InlineData("""{"status":"success","data":{"results":[{"id":"1"},{"id":"2"}],"next":"c"}}""")]
    [InlineData("""{"data":{"next":"c","results":[{"id":"1"},{"id":"2"}]},"status":"success"}""")]
    [InlineData("""{"data":{"total":{"results":[]},"next":"c","new":[1],"results":[{"id":"1"},{"id":"2"}],"x":null}}""")]
    public void Rows_are_found_wherever_they_stand(string json)
    {
        var answer = Envelope.ReadList<Group>(Bytes(json), "results");
        Assert.Equal(["1", "2"], answer.Rows.Select(row => row.Id));
        Assert.Equal("c", answer.Next);
    }

    [Fact]
    public void Rows_can_be_in_another_member()
    {
        var answer = Envelope.ReadList<Group>("""{"data":{"fields":[{"id":"1"}],"results":[]}}"""u8, "fields");
        Assert.Equal("1", Assert.Single(answer.Rows).Id);
    }

    [Theory]
    [InlineData("null", null)]
    [InlineData("\"text\"", "text")]
    [InlineData("true", true)]
    public void Data_need_not_be_an_object(string data, object? expected)
    {
        var answer = Envelope.ReadObject<object>(Bytes($$"""{"data":{{data}}}"""));
        Assert.True(answer.HasData);
        Assert.Equal(expected, answer.Data);
    }

    [Theory]
    [InlineData("""[{"message":"one"},{"message":"two"}]""", "one|two")]
    [InlineData("""[{"message":"one","code":"X"}]""", "one")]
    [InlineData("""["one","two"]""", "one|two")]
    [InlineData("""[{"text":"one"}]""", """{"text":"one"}""")]
    [InlineData("""[{"message":{"a":1}}]""", """{"a":1}""")]
    [InlineData("""[null,{"message":null},7]""", "7")]
    [InlineData("""{"message":"one"}""", "")]
    [InlineData("\"one\"", "")]
    [InlineData("null", "")]
    public void Warnings_are_told_whatever_their_shape(string warnings, string expected)
    {
        var answer = Envelope.ReadObject<object>(Bytes($$"""{"data":{},"warnings":{{warnings}}}"""));
        Assert.Equal(expected, string.Join("|", answer.Warnings));
    }

    [Theory]
    [InlineData("""{"status":"error","error":{"code":"ATS.JOB_CLOSED","title":null,"message":"m","log_url":null},"data":{}}""", true)]
    [InlineData("""{"data":{},"error":{"code":"ATS.JOB_CLOSED"}}""", true)]
    [InlineData("""{"status":"error","error":null,"data":{}}""", true)]
    [InlineData("""{"status":"success","error":null,"data":{}}""", false)]
    [InlineData("""{"status":{"error":1},"data":{}}""", false)]
    public void An_error_is_one_in_spite_of_data(string json, bool isError) =>
        Assert.Equal(isError, Envelope.ReadObject<object>(Bytes(json)).IsError);

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"status":"success"}""")]
    [InlineData("""{"status":"success","data":[]}""")]
    [InlineData("""{"status":"success","data":null}""")]
    [InlineData("""{"status":"success","data":{}}""")]
    [InlineData("""{"status":"success","data":{"results":null}}""")]
    [InlineData("""{"status":"success","data":{"results":{}}}""")]
    [InlineData("""{"status":"success","data":{"results":[null]}}""")]
    [InlineData("""{"status":"success","data":{"results":["E1"]}}""")]
    [InlineData("""{"status":"success","data":{"results":[[]]}}""")]
    [InlineData("""{"status":"success","data":{"results":[],"next":"c","next":null}}""")]
    [InlineData("""{"status":"success","data":{"results":[],"results":[]}}""")]
    [InlineData("""{"status":"success","data":{"results":[]},"data":{"results":[]}}""")]
    [InlineData("""[{"id":"1"}]""")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("""{"data":{"results":[]}} {"data":{"results":[]}}""")]
    [InlineData("""{"data":{"results":[]}}]""")]
    [InlineData("""{"data":{"results":[],}}""")]
    [InlineData("""{'data':{'results':[]}}""")]
    [InlineData("<html>")]
    public async Task A_list_in_the_wrong_shape_is_an_unexpected_answer_and_not_an_empty_list(string json)
    {
        Assert.ThrowsAny<JsonException>(() => Envelope.ReadList<Group>(Bytes(json), "results"));
        Assert.False(Envelope.IsTruncated(Bytes(json)));
        using var server = new LoopbackServer(_ => LoopbackReply.Json(json));
        using var client = Given.Client(server);
        using var pages = client.Pages<Group>(Given.List);
        var failure = await Assert.ThrowsAsync<KomboException>(() => pages.NextAsync().Soon());
        Assert.Equal("Kombo.UnexpectedResponse", failure.ErrorId);
        Assert.Equal(200, failure.StatusCode);
        Assert.Single(server.Requests);
    }

    [Fact]
    public void Every_beginning_of_an_answer_is_recognised_as_truncated()
    {
        var whole = Bytes("""{"status":"success","data":{"next":"c","results":[{"id":"ä","n":-1.5e3,"t":true,"x":null}]},"warnings":[]}""");
        for (var length = 0; length < whole.Length; length++)
        {
            var part = whole.AsSpan(0, length).ToArray();
            Assert.True(Envelope.IsTruncated(part), $"{length} bytes");
            Assert.ThrowsAny<JsonException>(() => Envelope.ReadList<Group>(part, "results"));
        }

        Assert.False(Envelope.IsTruncated(whole));
    }

    public static TheoryData<string> Empty => ["204", "200", "202", "chunks"];

    private static LoopbackReply EmptyReply(string kind) => kind switch
    {
        "204" => LoopbackReply.Raw("HTTP/1.1 204 No Content\r\n\r\n"),
        "chunks" => LoopbackReply.Raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        _ => LoopbackReply.Empty(int.Parse(kind, System.Globalization.CultureInfo.InvariantCulture)),
    };

    [Theory]
    [InlineData("204")]
    [InlineData("200")]
    [InlineData("202")]
    public async Task An_empty_answer_is_a_success_where_no_answer_is_documented(string kind)
    {
        using var server = new LoopbackServer(_ => EmptyReply(kind));
        using var client = Given.Client(server, maxRetry: 0);
        Assert.Null(await client.Send(Given.Write));
        Assert.Null(await client.Send(Given.Read));
    }

    [Theory]
    [MemberData(nameof(Empty))]
    public async Task An_empty_answer_is_no_list_and_no_object(string kind)
    {
        using var server = new LoopbackServer(_ => EmptyReply(kind));
        using var client = Given.Client(server, maxRetry: 0);
        using var typed = client.Pages<Employee>(Given.List);
        using var plain = client.Pages<object>(Given.List);
        var list = await Assert.ThrowsAsync<KomboException>(() => typed.NextAsync().Soon());
        Assert.Equal(KomboFailure.Truncated, list.Failure);
        Assert.Contains("a list is missing", list.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<KomboException>(() => plain.NextAsync().Soon());
        var read = await Assert.ThrowsAsync<KomboException>(() => client.SendAsync<Employee>(Given.Read, null, TestContext.Current.CancellationToken).Soon());
        Assert.Contains("an object is missing", read.Message, StringComparison.Ordinal);
        var write = await Assert.ThrowsAsync<KomboException>(() => client.SendAsync<Absence>(Given.Write, null, TestContext.Current.CancellationToken).Soon());
        Assert.True(write.MayHaveExecuted);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    public async Task An_answer_that_just_ends_is_truncated(string answer)
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Raw(answer));
        using var client = Given.Client(server, maxRetry: 0);
        var failure = await client.Failure(Given.Read);
        Assert.Equal(KomboFailure.Truncated, failure.Failure);
        Assert.Equal("Kombo.UnexpectedResponse", failure.ErrorId);
        Assert.True((await client.Failure(Given.Write)).MayHaveExecuted);
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("\"ISO-8859-1\"")]
    [InlineData("windows-1252")]
    [InlineData("utf-16")]
    [InlineData("utf-16be")]
    [InlineData("utf-32")]
    [InlineData("utf-8")]
    [InlineData("UTF8")]
    [InlineData("iso-8859-15")]
    public async Task An_answer_is_decoded_as_it_declares(string charset)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var encoding = System.Text.Encoding.GetEncoding(charset.Trim('"').Replace("UTF8", "utf-8", StringComparison.Ordinal));
        using var server = new LoopbackServer(request => LoopbackReply.Bytes(
            request.Path.EndsWith("form", StringComparison.Ordinal) ? 400 : 200,
            "application/json; charset=" + charset,
            encoding.GetBytes(request.Path.EndsWith("form", StringComparison.Ordinal)
                ? """{"status":"error","error":{"code":"ATS.JOB_CLOSED","message":"Müller"}}"""
                : """{"status":"success","data":{"results":[{"id":"1","last_name":"Müller"}],"next":null}}""")));
        using var client = Given.Client(server, maxRetry: 0);
        using var pages = client.Pages<Employee>(Given.List);
        Assert.Equal("Müller", Assert.Single((await pages.NextAsync().Soon())!.Rows).LastName);
        var failure = await client.Failure(Given.Read);
        Assert.Equal(("ATS.JOB_CLOSED", "Müller"), (failure.Code, failure.Message));
        Assert.Contains("Müller", failure.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("klingon")]
    [InlineData("us-ascii")]
    [InlineData("utf-16")]
    public async Task An_answer_that_cannot_be_decoded_as_it_declares_is_refused(string charset)
    {
        // An odd number of bytes, and letters that ASCII does not have.
        var body = System.Text.Encoding.Latin1.GetBytes("""{"status":"success","data":{"results":[{"id":"1","last_name":"Mäüller"}],"next":null}}""");
        using var server = new LoopbackServer(_ => LoopbackReply.Bytes(200, "application/json; charset=" + charset, [.. body, .. body.Length % 2 == 0 ? " "u8 : ""u8]));
        using var client = Given.Client(server);
        using var pages = client.Pages<Employee>(Given.List);
        var failure = await Assert.ThrowsAsync<KomboException>(() => pages.NextAsync().Soon());
        Assert.Equal(KomboFailure.UnexpectedResponse, failure.Failure);
        Assert.Contains($"'{charset}'", failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
        Assert.True((await client.Failure(Given.Write)).MayHaveExecuted);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_told()
    {
        byte[] json = [.. """{"data":{"results":[{"id":"1","last_name":"M"""u8, 0xFC, .. "ller\"}],\"next\":null}}"u8];
        using var server = new LoopbackServer(_ => LoopbackReply.Bytes(200, "application/json; charset=utf-8", json));
        using var client = Given.Client(server, maxRetry: 0);
        var notices = new Notices();
        using var pages = client.Pages<Employee>(Given.List, notices: notices);
        Assert.Equal("M\uFFFDller", Assert.Single((await pages.NextAsync().Soon())!.Rows).LastName);
        Assert.Contains("not valid UTF-8", Assert.Single(notices.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task Compressed_answers_are_read(string encoding)
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Compressed(encoding, Given.Success("""{"id":"1"}""")));
        using var client = Given.Client(server, maxRetry: 0);
        Assert.Equal("1", Assert.IsType<KomboMap>(await client.Send(Given.Read))["id"]);
        Assert.Contains(encoding, server.Requests[0].Header("Accept-Encoding"));
    }

    [Fact]
    public async Task Broken_compression_is_a_broken_connection()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Json("this is no gzip").With("Content-Encoding", "gzip"));
        using var client = Given.Client(server, maxRetry: 0);
        Assert.Equal("Kombo.Network", (await client.Failure(Given.Read)).ErrorId);
    }

    [Theory]
    [InlineData(130_000_000, "Kombo.Network")]
    [InlineData(2_147_483_000, "Kombo.TooLarge")]
    public async Task A_content_length_that_lies_costs_no_memory(int length, string errorId)
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Raw($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{{}}"));
        using var client = Given.Client(server, maxRetry: 0);
        var before = GC.GetTotalAllocatedBytes();
        Assert.Equal(errorId, (await client.Failure(Given.Read)).ErrorId);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 500_000_000);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_that_unpacks_to_more_than_memory_holds_is_given_up(bool isRead)
    {
        // 300 MB, of which 128 MB are taken.
        var packed = LoopbackReply.Compressed("gzip", "{\"data\":\"" + new string('x', 300_000_000) + "\"}");
        using var server = new LoopbackServer(_ => packed);
        using var client = Given.Client(server);
        var failure = await client.Failure(isRead ? Given.Read : Given.Write);
        Assert.Equal("Kombo.TooLarge", failure.ErrorId);
        Assert.Equal(200, failure.StatusCode);
        Assert.Equal(!isRead, failure.MayHaveExecuted);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_answer_larger_than_any_buffer_is_read_whole()
    {
        var ids = Enumerable.Range(0, 40_000).Select(number => $"E{number}").ToArray();
        using var server = new LoopbackServer(_ => LoopbackReply.Json(Given.Rows(null, ids)));
        using var client = Given.Client(server, maxRetry: 0);
        using var pages = client.Pages<Employee>(Given.List);
        Assert.Equal(ids, await pages.AllIds());
    }

    [Fact]
    public async Task An_answer_in_many_small_pieces_is_read_whole()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Trickle(Given.Rows(null, "Ä1", "Ö2"), 3, 0));
        using var client = Given.Client(server, maxRetry: 0);
        using var pages = client.Pages<Employee>(Given.List);
        Assert.Equal(["Ä1", "Ö2"], await pages.AllIds());
    }

    [Theory]
    [InlineData(40, false)]
    [InlineData(5000, true)]
    [InlineData(1_000_000, true)]
    public async Task Deep_nesting_never_ends_the_process_or_the_list(int depth, bool isSetAside)
    {
        var deep = new string('[', depth) + new string(']', depth);
        using var server = new LoopbackServer(_ => LoopbackReply.Json(Given.Success("""{"results":[{"id":"1","remote_data":{"x":DEEP}}]}""".Replace("DEEP", deep, StringComparison.Ordinal))));
        using var client = Given.Client(server, maxRetry: 0);
        using var typed = client.Pages<Employee>(Given.List);
        using var plain = client.Pages<object>(Given.List);
        var row = Assert.Single((await typed.NextAsync().Soon())!.Rows);
        Assert.NotNull((isSetAside ? (KomboMap)row.AdditionalData!["remote_data"]! : row.RemoteData!)["x"]);
        Assert.Single((await plain.NextAsync().Soon())!.Rows);
    }

    [Fact]
    public async Task Text_that_is_not_Unicode_costs_a_character_and_not_the_answer()
    {
        byte[] json = [.. """{"data":{"results":[{"id":"1","name":"Jos"""u8, 0xE9, .. "\",\"x\":\"\\ud83d!\\\"\\/\",\"y"u8, 0xFF, .. "\":1},{\"id\":\"2\"}]}}"u8];
        using var server = new LoopbackServer(_ => LoopbackReply.Bytes(200, "application/json", json));
        using var client = Given.Client(server, maxRetry: 0);
        using var plain = client.Pages<object>(Given.List);
        var row = Assert.IsType<KomboMap>((await plain.NextAsync().Soon())!.Rows[0]);
        Assert.Equal("Jos\uFFFD", row["name"]);
        Assert.Equal("\uFFFD!\"/", row["x"]);
        Assert.Equal(1L, row["y\uFFFD"]);
    }

    [Fact]
    public void Text_that_is_not_Unicode_costs_a_character_and_not_the_row()
    {
        byte[] json = [.. """{"data":{"id":"1","name":"Jos"""u8, 0xE9, .. "\",\"type\":\"\\udc00\",\"x\":\"\\ud83d\"}}"u8];
        var group = Envelope.ReadObject<Group>(json).Data!;
        Assert.Equal("Jos\uFFFD", group.Name);
        Assert.Equal("\uFFFD", group.Type);
        Assert.Equal("\uFFFD", group.AdditionalData!["x"]);
    }

    [Fact]
    public async Task Nothing_a_server_sends_ends_in_any_other_exception()
    {
        // A whole answer and an error, with every byte in turn replaced by some that matter in JSON and in UTF-8.
        byte[][] answers =
        [
            Bytes("""{"status":"success","data":{"next":"c\u00e9","results":[{"id":"1","start_date":"2026-01-31","weekly_hours":1.5,"groups":[{"id":"g"}],"new":{"a":[null,true]}}]},"warnings":[{"message":"w"}]}"""),
            Bytes("""{"status":"error","error":{"code":"ATS.JOB_CLOSED","title":"t","message":"m\u00e9","log_url":"https://x.example/"}}"""),
        ];
        byte[] replacements = [(byte)'"', (byte)'{', (byte)']', (byte)'\\', (byte)',', (byte)'0', (byte)'<', 0x00, 0xE9, 0xFF];
        var answer = Array.Empty<byte>();
        var status = System.Net.HttpStatusCode.OK;
        using var handler = new Answering(() => new HttpResponseMessage(status) { Content = new ByteArrayContent(answer) });
        using var client = new KomboClient(new KomboClientOptions { ApiKey = Given.NewKey(), Handler = handler, Retry = KomboRetry.Off });
        foreach (var original in answers)
        {
            for (var index = 0; index < original.Length; index++)
            {
                foreach (var replacement in replacements)
                {
                    answer = [.. original];
                    answer[index] = replacement;
                    status = replacement % 2 == 0 ? System.Net.HttpStatusCode.OK : (System.Net.HttpStatusCode)400;
                    try
                    {
                        using var typed = client.Pages<Employee>(Given.List);
                        await typed.NextAsync();
                    }
                    catch (KomboException)
                    {
                        // As it should be.
                    }

                    try
                    {
                        await client.Send(Given.Read);
                    }
                    catch (KomboException)
                    {
                        // As it should be.
                    }
                }
            }
        }
    }

    private static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(json);

    private sealed class Answering(Func<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(answer());
    }
}
