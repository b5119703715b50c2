using System.Text;
using Kombo.Webhooks;

namespace Kombo.Tests;

/// <summary>Whether a webhook is Kombo's, and what is said about one that is not.</summary>
public sealed class WebhookSignatureTests
{
    private const string Secret = "whsec-test";
    private const string Right = "nu3V3EmUCn7QahOpgWs9Jw5av3pqUEgYJVnjJZSmlvY";

    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"id":"evt_1","type":"data-changed","data":{}}""");

    [Fact]
    public void A_body_is_signed_as_Kombo_signs_it() => Assert.Equal(Right, WebhookSignature.Compute(Body, Secret));

    [Fact]
    public void The_signature_uses_the_alphabet_for_addresses_and_no_padding()
    {
        var signatures = Enumerable.Range(0, 64).Select(number => WebhookSignature.Compute([(byte)number], Secret)).ToList();
        Assert.All(signatures, signature => Assert.Matches("^[A-Za-z0-9_-]{43}$", signature));
        Assert.Contains(signatures, signature => signature.Contains('_', StringComparison.Ordinal) && signature.Contains('-', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Right, true)]
    [InlineData("  " + Right + "\r\n", true)]
    [InlineData("Nu3V3EmUCn7QahOpgWs9Jw5av3pqUEgYJVnjJZSmlvY", false)]
    [InlineData("nu3V3EmUCn7QahOpgWs9Jw5av3pqUEgYJVnjJZSmlvZ", false)]
    [InlineData("nu3V3EmUCn7QahOpgWs9Jw5av3pqUEgYJVnjJZSmlv", false)]
    [InlineData(Right + "=", false)]
    [InlineData(Right + "A", false)]
    [InlineData(Right + Right, false)]
    [InlineData("sha256=" + Right, false)]
    [InlineData("9eedd5dc49940a7ed06a13a9816b3d270e5abf7a6a504818255 9e32594a696f6", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_the_right_signature_is_valid(string? signature, bool isValid) =>
        Assert.Equal(isValid, WebhookSignature.IsValid(Body, signature, Secret));

    [Fact]
    public void Every_byte_of_the_body_counts()
    {
        for (var i = 0; i < Body.Length; i++)
        {
            var changed = (byte[])Body.Clone();
            changed[i] ^= 1;
            Assert.False(WebhookSignature.IsValid(changed, Right, Secret));
        }

        Assert.False(WebhookSignature.IsValid(Body, Right, Secret + "x"));
    }

    [Fact]
    public void Body_and_secret_are_taken_as_UTF8()
    {
        var signature = WebhookSignature.Compute(Encoding.UTF8.GetBytes("""{"name":"Zoë"}"""), "päss");
        Assert.False(WebhookSignature.IsValid(Encoding.Latin1.GetBytes("""{"name":"Zoë"}"""), signature, "päss"));
        Assert.True(WebhookSignature.IsValid(Encoding.UTF8.GetBytes("""{"name":"Zoë"}"""), signature, "päss"));
    }

    [Fact]
    public void An_empty_secret_is_an_error_because_anybody_could_sign_with_it()
    {
        using var algorithm = new System.Security.Cryptography.HMACSHA256([]);
        var forged = Convert.ToBase64String(algorithm.ComputeHash(Body)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        Assert.Equal("Secret", Assert.Throws<KomboException>(() => WebhookSignature.IsValid(Body, forged, "")).Parameter);
        Assert.Equal("Secret", Assert.Throws<KomboException>(() => WebhookSignature.IsValid(Body, forged, null!)).Parameter);
        Assert.All([" ", "\t", "\r\n", "\u00A0"], blank => Assert.Equal("Secret", Assert.Throws<KomboException>(() => WebhookSignature.IsValid(Body, forged, blank)).Parameter));
    }

    [Theory]
    [InlineData(Secret + "\n")]
    [InlineData(Secret + "\r\n")]
    [InlineData(" " + Secret)]
    [InlineData("\u00A0" + Secret)]
    public void A_secret_with_white_space_around_it_is_an_error_with_a_hint(string secret)
    {
        var failure = Assert.Throws<KomboException>(() => WebhookSignature.IsValid(Body, Right, secret));
        Assert.Equal("Secret", failure.Parameter);
        Assert.Contains(".Trim()", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, failure.ToString(), StringComparison.Ordinal);
        Assert.Equal("Secret", Assert.Throws<KomboException>(() => WebhookSignature.Compute(Body, secret)).Parameter);
    }

    [Fact]
    public void A_secret_counts_up_to_its_end_and_not_up_to_a_NUL()
    {
        Assert.False(WebhookSignature.IsValid(Body, Right, Secret + "\0tail"));
        Assert.True(WebhookSignature.IsValid(Body, WebhookSignature.Compute(Body, "a\0b"), "a\0b"));
    }

    [Theory]
    [InlineData(null, "no signature")]
    [InlineData(" ", "X-Kombo-Signature")]
    [InlineData("sha256=" + Right, "'sha256='")]
    [InlineData("9eedd5dc49940a7ed06a13a9816b3d270e5abf7a6a5048182559e32594a696f6", "hexadecimal")]
    [InlineData("nu3V3EmUCn7QahOpgWs9Jw5av3pqUEgYJVnjJZSmlvY=", "ordinary base64")]
    [InlineData("nu3V3EmUCn7QahOpgWs9Jw5av3pqUEgYJVnjJZSm/vY", "ordinary base64")]
    [InlineData("abc", "has 3")]
    [InlineData("mu3V3EmUCn7QahOpgWs9Jw5av3pqUEgYJVnjJZSmlvY", "secret does not belong to this webhook")]
    public void What_is_wrong_with_a_signature_is_told(string? signature, string expected) =>
        Assert.Contains(expected, WebhookSignature.Explain(Body, signature, Secret), StringComparison.Ordinal);

    [Fact]
    public void What_files_do_to_a_body_is_recognised()
    {
        Assert.Contains("without the line break", Explain([.. Body, (byte)'\n']), StringComparison.Ordinal);
        Assert.Contains("without the line break", Explain([.. Body, (byte)'\r', (byte)'\n']), StringComparison.Ordinal);
        Assert.Contains("byte order mark", Explain([0xEF, 0xBB, 0xBF, .. Body]), StringComparison.Ordinal);
        var lines = Encoding.UTF8.GetBytes("{\n}");
        Assert.Contains("line feeds only", WebhookSignature.Explain(Encoding.UTF8.GetBytes("{\r\n}"), WebhookSignature.Compute(lines, Secret), Secret), StringComparison.Ordinal);

        static string Explain(byte[] body) => WebhookSignature.Explain(body, Right, Secret);
    }

    [Fact]
    public void Nothing_that_is_told_gives_the_secret_or_the_right_signature_away()
    {
        foreach (var signature in new[] { null, "", "x", "sha256=x", new string('a', 43), new string('a', 64), new string('a', 42) + "=" })
        {
            var text = WebhookSignature.Explain(Body, signature, Secret);
            Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Right, text, StringComparison.Ordinal);
        }
    }
}
