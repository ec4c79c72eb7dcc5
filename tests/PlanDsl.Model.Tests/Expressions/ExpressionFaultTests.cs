namespace PlanDsl.Model.Tests;

public class ExpressionFaultTests
{
    [Theory]
    [InlineData("⟦⟧", "the expression is empty; write a path, such as inputs.name, or a literal")]
    [InlineData("⟦  ⟧", "the expression is empty; write a path, such as inputs.name, or a literal")]
    [InlineData("a ⟦=⟧ b", "'=' is no operator; write == to compare")]
    [InlineData("a ⟦===⟧ b", "'===' is no operator; write ==")]
    [InlineData("a ⟦!==⟧ b", "'!==' is no operator; write !=")]
    [InlineData("a ⟦<>⟧ b", "'<>' is no operator; write !=")]
    [InlineData("a ⟦=<⟧ b", "'=<' is no operator; write <=")]
    [InlineData("a ⟦=>⟧ b", "'=>' is no operator; write >=")]
    [InlineData("a ⟦&⟧ b", "'&' is no operator; write && for 'and'")]
    [InlineData("a ⟦|⟧ b", "'|' is no operator; write || for 'or'")]
    [InlineData("a ⟦and⟧ b ⟦OR⟧ c", "'and' is no operator; write &&", "'OR' is no operator; write ||")]
    [InlineData("a ⟦is⟧ null", "'is' is no operator; write ==")]
    [InlineData("⟦not⟧ a", "'not' is no operator; write !")]
    [InlineData("a ⟦not⟧ in [b]", "'not' is no operator; write !(… in …)")]
    [InlineData("a ⟦+⟧ b", "'+' is no operator here: there is no arithmetic; let a step compute the value")]
    [InlineData("⟦-⟧a", "'-' is no operator here: there is no arithmetic; let a step compute the value")]
    [InlineData("a ⟦?⟧ b : c", "there is no choice by '? :' here; ?? gives a default for what is not there, anything more is a step's work")]
    [InlineData("a⟦?.⟧b", "'?.' is not needed; write '.', and ?? with what to take where nothing is there")]
    [InlineData("a == ⟦“b”⟧", "“ does not begin a string; strings stand in double or single quotes, \"…\" or '…'")]
    [InlineData("a == ⟦`b`⟧", "` does not begin a string; strings stand in double or single quotes, \"…\" or '…'")]
    [InlineData("a == ⟦'⟧b", "the string that begins with this ' does not end; close it with another '")]
    [InlineData("'a⟦\\q⟧b'", "'\\q' is no escape; write \\\\ for a backslash, or one of \\\" \\' \\/ \\b \\f \\n \\r \\t \\u")]
    [InlineData("'a⟦\\u⟧12'", "\\u takes four hexadecimal digits, as in \\u20ac")]
    [InlineData("⟦007⟧", "'007' begins with a zero; write the number without it")]
    [InlineData("⟦10s⟧", "'10s' is no number; write it as JSON has it, such as 1500, -0.5 or 1e6, and a string in quotes")]
    [InlineData("a == ⟦1_000⟧", "'1_000' is no number; write it as JSON has it, such as 1500, -0.5 or 1e6, and a string in quotes")]
    [InlineData("⟦${DAY}⟧ == 1", "'${DAY}' is not read in an expression; write inputs.DAY")]
    [InlineData("⟦{{⟧ a ⟦}}⟧", "'{{' has no place in an expression; remove it", "'}}' has no place in an expression; remove it")]
    [InlineData("a ⟦@#⟧ b", "'@#' has no meaning in an expression; remove it, or put it in quotes if it is part of a string")]
    [InlineData("a ⟦==⟧", "'==' has nothing on its right; write a path or a literal there")]
    [InlineData("(a ⟦==⟧)", "'==' has nothing on its right; write a path or a literal there")]
    [InlineData("⟦==⟧ a", "'==' has nothing on its left; write a path or a literal there")]
    [InlineData("a || ⟦&&⟧ b", "'&&' has nothing on its left; write a path or a literal there")]
    [InlineData("⟦!⟧", "'!' has nothing on its right; write a path or a literal there")]
    [InlineData("[1⟦,⟧,2]", "',' has nothing on its right; write a path or a literal there")]
    [InlineData("a == b ⟦==⟧ c", "'==' compares the result of a comparison; join two comparisons with &&, or use parentheses")]
    [InlineData("1 < a ⟦<⟧ 2", "'<' compares the result of a comparison; join two comparisons with &&, or use parentheses")]
    [InlineData("a ⟦b⟧", "an operator is missing before 'b'")]
    [InlineData("(a ⟦\"b\"⟧)", "an operator is missing before \"b\"")]
    [InlineData("a⟦)⟧ == b", "this ')' has no '('; remove it")]
    [InlineData("a⟦]⟧ && b", "this ']' has no '['; remove it")]
    [InlineData("⟦(⟧a", "this '(' has no ')'; close it")]
    [InlineData("⟦()⟧", "there is nothing in the parentheses; write an expression, or remove them")]
    [InlineData("a in ⟦[⟧1, 2", "this '[' has no ']'; close it")]
    [InlineData("a⟦,⟧ b", "a comma has no place here; it separates the elements of an array, as in [1, 2]")]
    [InlineData("a⟦.⟧", "a name is missing after this dot; write one, as in orders.total")]
    [InlineData("a.⟦5⟧.b", "'5' is no name; write [0] for an element, or [\"any key\"] for a member")]
    [InlineData("a.⟦\"b\"⟧.c", "a string does not follow a dot; write it in brackets instead, as in orders[\"unit price\"]")]
    [InlineData("a[⟦-1⟧]", "'-1' is no index; elements are counted from 0 by whole numbers, as in [0]")]
    [InlineData("a[⟦1.5⟧]", "'1.5' is no index; elements are counted from 0 by whole numbers, as in [0]")]
    [InlineData("a[⟦9999999999⟧]", "'9999999999' is no index; elements are counted from 0 by whole numbers, as in [0]")]
    [InlineData("a[⟦b⟧]", "'b' stands in brackets without quotes; put it in quotes for the member of this name, or write [0] for an element")]
    [InlineData("a[⟦b⟧.c]", "brackets hold an index, as in [0], or a key, as in [\"unit price\"]; nothing is computed in them")]
    [InlineData("a⟦[]⟧", "there is nothing in the brackets; write an index, as in [0], or a key, as in [\"unit price\"]")]
    [InlineData("a⟦[⟧0", "this '[' has no ']'; close it")]
    [InlineData("a > ⟦.5⟧", "a number does not begin with a dot; write 0 before it")]
    [InlineData("⟦len⟧(a) > 1", "'len' cannot be called: there are no functions; let a step compute the value")]
    [InlineData("a == ⟦True⟧", "'True' is no literal; write true")]
    [InlineData("a == ⟦None⟧", "'None' is no literal; write null")]
    [InlineData("a ⟦=⟧ 1 && b ⟦=⟧ 2", "'=' is no operator; write == to compare", "'=' is no operator; write == to compare")]
    public void A_fault_stands_at_its_place_and_says_what_is_right(string marked, params string[] messages)
    {
        var text = Marked.Unmarked(marked);
        var faults = Expression.Parse(text).Faults;
        Assert.Equal(messages, faults.Select(static fault => fault.Message));
        Assert.Equal(marked, Marked.Text(text, faults));
    }

    [Theory]
    [InlineData("a = b", "a == b")]
    [InlineData("a and b", "a && b")]
    [InlineData("not a", "!a")]
    [InlineData("a not in b", "a in b")]
    [InlineData("(a == 1", "a == 1")]
    [InlineData("a == ", "a")]
    [InlineData("a.b c", "a.b")]
    public void What_could_be_understood_is_kept(string text, string understood) =>
        Assert.Equal(understood, Expression.Parse(text).Root!.ToString());

    [Theory]
    [InlineData("(", ")")]
    [InlineData("!", "")]
    [InlineData("[", "]")]
    [InlineData("(!", ")")]
    public void Nesting_has_a_limit_and_one_fault_says_so(string open, string close)
    {
        var most = Expression.MaxDepth / open.Length;
        Assert.Empty(Parse(most).Faults);
        Assert.Contains("nested more than 64 levels", Assert.Single(Parse(most + 1).Faults).Message, StringComparison.Ordinal);
        Assert.Single(Parse(100_000).Faults);

        ParsedExpression Parse(int depth) =>
            Expression.Parse(string.Concat(Enumerable.Repeat(open, depth)) + "a" + string.Concat(Enumerable.Repeat(close, depth)));
    }

    [Fact]
    public void A_message_is_a_line_however_long_the_text_is()
    {
        foreach (var text in new[] { new string('@', 100_000), "1" + new string('a', 100_000), "a " + new string('b', 100_000), "#" + string.Concat(Enumerable.Repeat("\U0001f600", 100)) })
            Assert.All(Expression.Parse(text).Faults, static fault => Assert.InRange(fault.Message.Length, 1, 200));
    }

    [Fact]
    public void Many_operators_in_a_row_are_not_nested()
    {
        foreach (var separator in new[] { " && ", " || ", " ?? " })
        {
            var text = string.Join(separator, Enumerable.Repeat("a", 100_000));
            var parsed = Expression.Parse(text);
            Assert.Empty(parsed.Faults);
            Assert.Equal(text, parsed.Root!.ToString());
            Assert.Equal(100_000, parsed.Root.Paths.Count());
        }
    }
}
