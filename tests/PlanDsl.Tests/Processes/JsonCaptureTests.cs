using System.Text;

namespace PlanDsl.Tests;

public sealed class JsonCaptureTests
{
    [Theory]
    [InlineData("{}", "{}")]
    [InlineData(" \n[1, 2]\n", "[1, 2]")]
    [InlineData("\uFEFF{\"a\": 1}", "{\"a\": 1}")]
    [InlineData("null", "null")]
    [InlineData("-1.5e3\n", "-1.5e3")]
    [InlineData("\"text\"", "\"text\"")]
    public void A_value_is_read_however_it_comes(string text, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var size = 1; size <= bytes.Length; size++)
        {
            var json = new JsonCapture();
            foreach (var piece in bytes.Chunk(size))
                json.Append(piece);

            Assert.Equal(expected, json.Read()?.GetRawText());
            Assert.Null(json.Fault);
        }
    }

    [Theory]
    [InlineData("", "it is empty.")]
    [InlineData(" \n", "it is empty.")]
    [InlineData("hello", "it does not begin as one.")]
    [InlineData("1 2", "invalid after a single JSON value")]
    [InlineData("{} // done", "invalid after a single JSON value")]
    [InlineData("{\"a\": ", "Expected")]
    [InlineData("true story", "invalid after a single JSON value")]
    [InlineData("\uFEFF", "does not contain any JSON tokens")]
    public void What_is_none_is_told(string text, string fault)
    {
        var json = new JsonCapture();
        json.Append(Encoding.UTF8.GetBytes(text));

        Assert.Null(json.Read());
        Assert.Contains(fault, json.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_bytes_are_no_fault_of_ours()
    {
        var random = new Random(5);
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = new byte[random.Next(40)];
            for (var index = 0; index < bytes.Length; index++)
                bytes[index] = random.Next(4) == 0 ? (byte)random.Next(256) : "{}[]\",:019eE+-.tfn\\u \uFEFF"u8[random.Next(24)];
            var json = new JsonCapture();
            json.Append(bytes);

            Assert.Equal(json.Read() is null, json.Fault is not null);
        }
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public async Task Nesting_is_bounded_and_what_is_within_the_bound_is_part_of_the_result(int depth, bool isRead)
    {
        var text = new string('[', depth) + new string(']', depth);

        var result = await CommandStart.Of("printf", ["%s", text]).RunAsync();

        Assert.Equal(isRead, result.Json is not null);
        Assert.Equal(isRead ? text : "null", result.ToJson().GetProperty("json").GetRawText());
    }

    [Fact]
    public void What_is_longer_than_the_bound_is_let_go()
    {
        var json = new JsonCapture();
        json.Append("["u8);
        for (var index = 0; index < 20; index++)
            json.Append(Encoding.ASCII.GetBytes(new string(' ', 1024 * 1024)));

        Assert.Null(json.Read());
        Assert.Equal("it is longer than 16777216 bytes.", json.Fault);
    }
}
