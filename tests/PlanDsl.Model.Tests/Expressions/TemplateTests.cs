namespace PlanDsl.Model.Tests;

public class TemplateTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain text", "T:plain text")]
    [InlineData("rows_${DAY}.txt", "T:rows_|V:DAY|T:.txt")]
    [InlineData("{{ orders.total }}", "E:orders.total")]
    [InlineData("{{a}}{{b}}", "E:a|E:b")]
    [InlineData("Brief on {{ bindings.topic }}!", "T:Brief on |E:bindings.topic|T:!")]
    [InlineData("$${DAY} and {{{{ x }}", "T:${DAY} and {{ x }}")]
    [InlineData("a$${b$${c", "T:a${b${c")]
    [InlineData("{{ a == '}}' }}", "E:a == \"}}\"")]
    [InlineData("{{ \"{{\" }}", "E:\"{{\"")]
    [InlineData("{{ '\\'}}' }}", "E:\"'}}\"")]
    [InlineData("${{ price }}", "T:$|E:price")]
    [InlineData("$$", "T:$$")]
    [InlineData("$$$${A}", "T:$$${A}")]
    [InlineData("${f%.txt} ${1} ${} ${A:-b} $HOME $(ls) {x} }}", "T:${f%.txt} ${1} ${} ${A:-b} $HOME $(ls) {x} }}")]
    [InlineData("${a.b-c_d}", "V:a.b-c_d")]
    [InlineData("{{{{{{ x }}", "T:{{|E:x")]
    [InlineData("$${{{ x }}", "T:${|E:x")]
    public void A_text_has_these_parts(string text, string parts)
    {
        var template = Template.Parse(text);
        Assert.Empty(template.Faults);
        Assert.Equal(parts, string.Join('|', template.Parts.Select(static part => $"{part.Kind.ToString()[0]}:{part.Expression?.ToString() ?? part.Text}")));
        Assert.Equal(template, Template.Parse(template.ToString()));
    }

    [Fact]
    public void Exactly_one_expression_is_the_value_and_text_alone_is_literal()
    {
        Assert.Equal(Expression.Parse("a.b").Root, Template.Parse("{{ a.b }}").Whole);
        Assert.Null(Template.Parse(" {{ a.b }}").Whole);
        Assert.Null(Template.Parse("${A}").Whole);
        Assert.True(Template.Parse("").IsLiteral);
        Assert.True(Template.Parse("$${A}").IsLiteral);
        Assert.False(Template.Parse("${A}").IsLiteral);
    }

    [Fact]
    public void Parts_and_paths_know_where_they_stand()
    {
        const string Text = "a$${ {{ b.c }}${D}";
        var template = Template.Parse(Text);
        Assert.Equal(["a$${ ", "{{ b.c }}", "${D}"], template.Parts.Select(static part => Text.Substring(part.Start, part.Length)));
        var path = Assert.Single(template.Parts[1].Expression!.Paths);
        Assert.Equal("b.c", Text.Substring(path.Start, path.Length));
    }

    [Theory]
    [InlineData("a ⟦{{⟧ b", "this '{{' has no '}}'; close it, or write {{{{ for a literal {{")]
    [InlineData("⟦{{⟧ a {{ b }}", "this '{{' has no '}}'; close it, or write {{{{ for a literal {{")]
    [InlineData("⟦${⟧DAY", "this '${' has no '}'; close it, or write $${ for a literal ${")]
    [InlineData("⟦${ DAY }⟧", "a variable is written without spaces; write ${DAY}, or $${ for a literal ${")]
    [InlineData("a {{⟦ ⟧}}", "the expression is empty; write a path, such as inputs.name, or a literal")]
    [InlineData("{{ a ⟦=⟧ b }} {{ ⟦'⟧ }}", "'=' is no operator; write == to compare", "the string that begins with this ' does not end; close it with another '")]
    [InlineData("{{ ⟦'⟧ }} {{ a }}", "the string that begins with this ' does not end; close it with another '")]
    public void A_fault_stands_at_its_place_and_says_what_is_right(string marked, params string[] messages)
    {
        var text = Marked.Unmarked(marked);
        var faults = Template.Parse(text).Faults;
        Assert.Equal(messages, faults.Select(static fault => fault.Message));
        Assert.Equal(marked, Marked.Text(text, faults));
    }

    // Each of these would take minutes in time that grows with the square of its length.
    [Theory]
    [InlineData("{{ ")]
    [InlineData("{{ ' }}")]
    [InlineData("{{ \" }} {{ ' }}")]
    [InlineData("{{ '}}' ")]
    [InlineData("${")]
    [InlineData("${A ")]
    [InlineData("“")]
    [InlineData("{{ “ }}")]
    [InlineData("a--")]
    [InlineData("{{ a.")]
    [InlineData("a[")]
    [InlineData("\\")]
    [InlineData("'\\")]
    [InlineData("{")]
    [InlineData("1e+")]
    [InlineData("a == ")]
    [InlineData("a ")]
    [InlineData("not ")]
    public void Whatever_is_repeated_is_read_in_linear_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 400_000 / piece.Length));
        _ = Template.Parse(text);
        _ = Expression.Parse(text);
    }
}
