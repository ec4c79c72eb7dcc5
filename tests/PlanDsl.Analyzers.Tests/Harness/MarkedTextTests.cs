using Microsoft.CodeAnalysis.Text;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Analyzers.Tests;

public sealed class MarkedTextTests
{
    [Fact]
    public void Takes_the_marks_out_and_keeps_their_spans()
    {
        var marked = MarkedText.Parse("a [|b|] {|X1:c d|}");

        Assert.Equal("a b c d", marked.Text);
        Assert.Equal([new Mark("", new TextSpan(2, 1)), new Mark("X1", new TextSpan(4, 3))], marked.Marks.ToArray());
    }

    [Theory]
    [InlineData("{|A:{|B:x|} y|}")]
    [InlineData("{|A:x|}{|B:y|}")]
    [InlineData("{|A:{|B:x|}|}")]
    [InlineData("a[||]b")]
    [InlineData("{|A:x[|y|]|}[|z|]")]
    [InlineData("{|A:{|} x: {|B:[|}")]
    [InlineData("int[] a = [1]; { } a || b")]
    public void Writes_nested_adjoining_and_empty_marks_as_it_reads_them(string source) =>
        Assert.Equal(source, MarkedText.Parse(source).ToString());

    [Theory]
    [InlineData("[|a")]
    [InlineData("a|}")]
    [InlineData("[|a|}")]
    [InlineData("{|A:[|a|}|]")]
    public void Rejects_marks_that_are_not_balanced(string source) =>
        Assert.Throws<FormatException>(() => MarkedText.Parse(source));
}
