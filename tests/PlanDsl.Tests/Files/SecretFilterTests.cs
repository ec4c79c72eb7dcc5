using System.Text;

namespace PlanDsl.Tests;

public sealed class SecretFilterTests
{
    [Theory]
    [InlineData("a hush b", "a *** b", "hush")]
    [InlineData("hushhush", "******", "hush")]
    [InlineData("hus", "hus", "hush")]
    [InlineData("hushed", "***", "hush", "hushed")]
    [InlineData("hushe", "***e", "hush", "hushed")]
    [InlineData("aab", "a***", "ab")]
    [InlineData("aaab", "***ab", "aa")]
    [InlineData("größe", "***e", "größ")]
    public void Secrets_are_taken_out_wherever_the_pieces_end(string text, string expected, params string[] secrets)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var first = 0; first <= bytes.Length; first++)
        {
            for (var second = first; second <= bytes.Length; second++)
                Assert.Equal(expected, Filter(Of(secrets), bytes[..first], bytes[first..second], bytes[second..]));
        }
    }

    [Fact]
    public void What_cannot_be_a_secret_any_more_is_let_through_at_once()
    {
        var filter = new SecretFilter(Of("hush"));

        Assert.Equal("progress: 5 %\r", Encoding.UTF8.GetString(filter.Pass("progress: 5 %\r"u8)));
        Assert.Equal("", Encoding.UTF8.GetString(filter.Pass("hu"u8)));
        Assert.Equal("hug", Encoding.UTF8.GetString(filter.Pass("g"u8)));
    }

    [Fact]
    public void Random_texts_in_random_pieces_tell_what_a_search_of_the_whole_would()
    {
        var random = new Random(20260);
        for (var round = 0; round < 20_000; round++)
        {
            var secrets = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Letters(random, random.Next(1, 5))).Distinct().ToArray();
            var text = Encoding.UTF8.GetBytes(Letters(random, random.Next(0, 30)));
            var pieces = new List<byte[]>();
            for (var at = 0; at < text.Length;)
            {
                var end = random.Next(at, text.Length + 1);
                pieces.Add(text[at..end]);
                at = end;
            }

            Assert.Equal(Reference(Encoding.UTF8.GetString(text), secrets), Filter(Of(secrets), [.. pieces]));
        }
    }

    [Theory]
    [InlineData("""{"k":"a\u00e9\"b"}""", """{"k":"***"}""", "aé\"b")]
    [InlineData("""{"k":"{\"k\":\"\\ud83d\\ude00\\/\\n\"}"}""", """{"k":"{\"k\":\"***\"}"}""", "😀/\n")]
    [InlineData("""\\u0061\u00zz\ux\""", """***\u00zz\ux\""", "a")]
    [InlineData("""\n\nab""", """\n***""", "\nab")]
    public void Secrets_are_taken_out_of_JSON_wherever_the_pieces_end(string text, string expected, string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var first = 0; first <= bytes.Length; first++)
        {
            for (var second = first; second <= bytes.Length; second++)
                Assert.Equal(expected, Filter(Of(secret), bytes[..first], bytes[first..second], bytes[second..]));
        }
    }

    [Fact]
    public void Random_escapes_in_random_pieces_tell_what_they_do_in_one()
    {
        var random = new Random(20261);
        for (var round = 0; round < 50_000; round++)
        {
            var secrets = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Escapes(random, random.Next(1, 5))).Distinct().ToArray();
            var text = Encoding.UTF8.GetBytes(Escapes(random, random.Next(0, 40)));
            var pieces = new List<byte[]>();
            for (var at = 0; at < text.Length;)
            {
                var end = random.Next(at, text.Length + 1);
                pieces.Add(text[at..end]);
                at = end;
            }

            Assert.Equal(Filter(Of(secrets), text), Filter(Of(secrets), [.. pieces]));
        }
    }

    // The soonest, and of those the longest, from left to right.
    private static string Reference(string text, string[] secrets)
    {
        var shown = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var found = secrets.Where(secret => text.AsSpan(at).StartsWith(secret, StringComparison.Ordinal)).OrderByDescending(static secret => secret.Length).FirstOrDefault();
            shown.Append(found is null ? text[at].ToString() : "***");
            at += found?.Length ?? 1;
        }

        return shown.ToString();
    }

    private static string Letters(Random random, int length) => new([.. Enumerable.Range(0, length).Select(_ => (char)('a' + random.Next(3)))]);

    private static string Escapes(Random random, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => random.GetItems((ReadOnlySpan<string>)["\\", "\\", "\"", "n", "\n", "\\u006e", "\\u005c", "u0", "06e", "\\ud83d", "\\ude00", "😀"], 1)[0]));

    private static SecretFinder<byte> Of(params string[] secrets) => new([.. secrets.Select(Encoding.UTF8.GetBytes)]);

    private static string Filter(SecretFinder<byte> secrets, params byte[][] pieces)
    {
        var filter = new SecretFilter(secrets);
        var passed = new List<byte>();
        foreach (var piece in pieces)
            passed.AddRange(filter.Pass(piece));
        passed.AddRange(filter.End());
        return Encoding.UTF8.GetString([.. passed]);
    }
}
