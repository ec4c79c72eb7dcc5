namespace RepoAudit;

public class HtmlTests
{
    [Fact]
    public void What_is_interpolated_is_text()
    {
        var output = new StringWriter();

        new Html(output).Write($"<b title=\"{"\"'"}\">{"<script>&"}</b>{1234.5:N1} {"line\nbreak"}");

        Assert.Equal("<b title=\"&quot;&#x27;\">&lt;script&gt;&amp;</b>1,234.5 line␊break", output.ToString());
    }

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1536, "1.5 KiB")]
    [InlineData(long.MaxValue, "8 EiB")]
    public void Bytes_are_told_in_their_unit(long bytes, string expected) => Assert.Equal(expected, Quantity.OfBytes(bytes));
}
