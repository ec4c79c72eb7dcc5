namespace PlanDsl.Model.Tests;

public class ExpressionParserTests
{
    [Theory]
    [InlineData("orders")]
    [InlineData("orders.total")]
    [InlineData("orders.lines[0].price")]
    [InlineData("orders[\"unit price\"]")]
    [InlineData("steps.run-tests.status")]
    [InlineData("a.in.true.null")]
    [InlineData("_x1.ü")]
    [InlineData("1")]
    [InlineData("-1.50e+10")]
    [InlineData("\"\"")]
    [InlineData("\"a \\\" \\\\ \\n 'b'\"")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[1, [a.b, \"x\"], !c]")]
    [InlineData("a == 1")]
    [InlineData("a != null")]
    [InlineData("a in [1, 2]")]
    [InlineData("!a")]
    [InlineData("!!a")]
    [InlineData("!(a == b)")]
    [InlineData("a && b || c && !d")]
    [InlineData("(a || b) && c")]
    [InlineData("(a == b) == c")]
    [InlineData("a == (b == c)")]
    [InlineData("a ?? b ?? 1 > 2")]
    [InlineData("(a ?? b == c)")]
    [InlineData("a ?? (b == c)")]
    [InlineData("(a && b) ?? c")]
    public void What_is_written_with_no_more_parentheses_than_needed_is_written_back(string text)
    {
        var parsed = Expression.Parse(text);
        Assert.Empty(parsed.Faults);
        Assert.Equal(text.StartsWith("(a ?? b", StringComparison.Ordinal) ? text.Trim('(', ')') : text, parsed.Root!.ToString());
    }

    [Theory]
    [InlineData(" a\t. b [ 0 ] [ 'c d' ] ", "a.b[0][\"c d\"]")]
    [InlineData("a[\"b\"]", "a.b")]
    [InlineData("((a))", "a")]
    [InlineData("(a && b) && (c && d)", "a && b && c && d")]
    [InlineData("a || (b || c)", "a || b || c")]
    [InlineData("(a ?? b) ?? c", "a ?? b ?? c")]
    [InlineData("'it\\'s'", "\"it's\"")]
    [InlineData("'\\u20ac\\/'", "\"€/\"")]
    [InlineData("[1,2,]", "[1, 2]")]
    [InlineData("a&&!b", "a && !b")]
    [InlineData("a-b.c-d", "a-b.c-d")]
    [InlineData("a==-1", "a == -1")]
    public void Spaces_quotes_and_parentheses_that_change_nothing_are_not_kept(string text, string canonical)
    {
        var parsed = Expression.Parse(text);
        Assert.Empty(parsed.Faults);
        Assert.Equal(canonical, parsed.Root!.ToString());
        Assert.Equal(Expression.Parse(canonical).Root, parsed.Root);
        Assert.Equal(Expression.Parse(canonical).Root!.GetHashCode(), parsed.Root!.GetHashCode());
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("a.b", "a.c")]
    [InlineData("a[0]", "a[1]")]
    [InlineData("a[0]", "a[\"0\"]")]
    [InlineData("1", "\"1\"")]
    [InlineData("1", "1.0")]
    [InlineData("a < b", "a <= b")]
    [InlineData("a < b", "b < a")]
    [InlineData("a && b", "a || b")]
    [InlineData("a", "!a")]
    [InlineData("[a]", "a")]
    [InlineData("a ?? b", "b ?? a")]
    public void Expressions_that_mean_different_things_are_not_equal(string left, string right) =>
        Assert.NotEqual(Expression.Parse(left).Root, Expression.Parse(right).Root);

    [Fact]
    public void Nodes_segments_and_operators_know_where_they_stand()
    {
        const string Text = " a.b[\"c d\"] in [1]";
        var root = Assert.IsType<BinaryExpression>(Expression.Parse(Text).Root);
        var path = Assert.IsType<PathExpression>(root.Left);
        Assert.Equal("a.b[\"c d\"] in [1]", Text.Substring(root.Start, root.Length));
        Assert.Equal("a.b[\"c d\"]", Text.Substring(path.Start, path.Length));
        Assert.Equal(["b", "\"c d\""], path.Segments.Select(segment => Text.Substring(segment.Start, segment.Length)));
        Assert.Equal("in", Text.Substring(root.OperatorStart, 2));
        Assert.Equal("[1]", Text.Substring(root.Right.Start, root.Right.Length));
    }

    [Fact]
    public void Every_path_is_found_and_knows_whether_something_stands_in_for_it()
    {
        var root = Expression.Parse("!(a.b ?? c == 1) && [d, e ?? (f ?? g)] == h || i in j").Root!;
        Assert.Equal(["a.b?", "c", "d", "e?", "f?", "g", "h", "i", "j"], root.Paths.Select(static path => path + (path.HasDefault ? "?" : "")));
        Assert.Equal("a.b", root.Paths.First().TextOfFirst(1));
        Assert.Equal("a", root.Paths.First().TextOfFirst(0));
    }
}
