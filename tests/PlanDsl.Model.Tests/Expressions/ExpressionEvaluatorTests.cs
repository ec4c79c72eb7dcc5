namespace PlanDsl.Model.Tests;

public class ExpressionEvaluatorTests
{
    private static readonly ExpressionEvaluator<object?, PlainValues> Evaluator = new(default, PlainScope.Sample);

    [Theory]
    [InlineData("1", "1")]
    [InlineData("'a'", "\"a\"")]
    [InlineData("n", "42")]
    [InlineData("orders.total", "10")]
    [InlineData("orders['unit price']", "2.5")]
    [InlineData("orders.lines[0].sku", "\"A-1\"")]
    [InlineData("orders.note", "null")]
    [InlineData("[1, [s], !yes]", "[1,[\"text\"],false]")]
    // Equality never converts.
    [InlineData("1 == 1.0", "true")]
    [InlineData("half == 0.5", "true")]
    [InlineData("1e3 == 1000", "true")]
    [InlineData("0 == -0", "true")]
    [InlineData("1 == '1'", "false")]
    [InlineData("1 == true", "false")]
    [InlineData("null == false", "false")]
    [InlineData("nothing == null", "true")]
    [InlineData("nothing != 0", "true")]
    [InlineData("'a' == 'A'", "false")]
    [InlineData("[1, 'two', null] == list", "true")]
    [InlineData("[1, 'two'] == list", "false")]
    [InlineData("list == [1, 'two', null, 4]", "false")]
    [InlineData("orders == orders", "true")]
    [InlineData("orders == orders.lines[0]", "false")]
    // Order.
    [InlineData("n > 41.9", "true")]
    [InlineData("n <= 42", "true")]
    [InlineData("-2 < -1", "true")]
    [InlineData("'B' < 'a'", "true")]
    [InlineData("'a' < 'ab'", "true")]
    [InlineData("'a' >= 'a'", "true")]
    // Logic goes no further than needed.
    [InlineData("yes && no", "false")]
    [InlineData("yes || missing", "true")]
    [InlineData("no && missing", "false")]
    [InlineData("!no && (no || yes)", "true")]
    // In.
    [InlineData("'two' in list", "true")]
    [InlineData("null in list", "true")]
    [InlineData("1.0 in list", "true")]
    [InlineData("'1' in list", "false")]
    [InlineData("s in empty", "false")]
    [InlineData("s in ['x', 'text']", "true")]
    // Defaults.
    [InlineData("nothing ?? 5", "5")]
    [InlineData("orders.note ?? 'none'", "\"none\"")]
    [InlineData("orders.discount ?? 0", "0")]
    [InlineData("orders.note.by ?? 'none'", "\"none\"")]
    [InlineData("orders.lines[7].sku ?? s", "\"text\"")]
    [InlineData("orders.x ?? orders.y ?? 1", "1")]
    [InlineData("orders.x ?? nothing", "null")]
    [InlineData("no ?? yes", "false")]
    [InlineData("orders.total ?? 0 > 5", "true")]
    [InlineData("n ?? missing", "42")]
    public void An_expression_has_this_value(string text, string json)
    {
        var value = Evaluator.Evaluate(Parse(text));
        Assert.Null(value.Fault);
        Assert.Equal(json, default(PlainValues).JsonOf(value.Value));
    }

    [Theory]
    [InlineData("⟦missing.x⟧", "there is no 'missing'")]
    [InlineData("orders.⟦totl⟧", "'orders' has no member 'totl'; did you mean 'total'?")]
    [InlineData("orders.lines[0].⟦amount⟧", "'orders.lines[0]' has no member 'amount'; it has 'sku'")]
    [InlineData("orders.lines[⟦3⟧]", "'orders.lines' has one element, so there is no [3]; elements are counted from 0")]
    [InlineData("empty[⟦0⟧]", "'empty' has no elements, so there is no [0]; elements are counted from 0")]
    [InlineData("orders.note.⟦by⟧", "'orders.note' is null, so there is no 'orders.note.by'; write ?? and a default if that may be")]
    [InlineData("s.⟦length⟧", "'s' is a string and has no member 'length'; only objects have members")]
    [InlineData("n[⟦0⟧]", "'n' is a number and has no element [0]; only arrays have elements")]
    [InlineData("s.⟦length⟧ ?? 0", "'s' is a string and has no member 'length'; only objects have members")]
    [InlineData("1 ?? (orders.⟦totl⟧)", null)]
    [InlineData("nothing ?? orders.⟦totl⟧", "'orders' has no member 'totl'; did you mean 'total'?")]
    [InlineData("⟦nothing < 1⟧", "'nothing' is null and '1' is a number, but < compares two numbers or two strings; write ?? and a default for what may be null")]
    [InlineData("yes && ⟦n >= '1'⟧", "'n' is a number and \"1\" is a string, but >= compares two numbers or two strings; nothing is converted")]
    [InlineData("⟦yes < no⟧", "'yes' is a boolean and 'no' is a boolean, but < compares two numbers or two strings; nothing is converted")]
    [InlineData("!⟦n⟧", "'n' is a number, not true or false; compare it, as in n > 0")]
    [InlineData("yes && ⟦s⟧", "'s' is a string, not true or false; compare it, as in s == \"ready\"")]
    [InlineData("⟦nothing⟧ || yes", "'nothing' is null, not true or false; write a default, as in nothing ?? false")]
    [InlineData("no || ⟦list⟧", "'list' is an array, not true or false; compare it, as in list != null")]
    [InlineData("1 in ⟦s⟧", "'s' is a string, but 'in' looks for an element of an array; write one there")]
    [InlineData("1 in ⟦nothing⟧", "'nothing' is null, but 'in' looks for an element of an array; write one there")]
    public void A_fault_stands_at_its_place_and_says_what_is_right(string marked, string? message)
    {
        var text = Marked.Unmarked(marked);
        var fault = Evaluator.Evaluate(Parse(text)).Fault;
        Assert.Equal(message, fault?.Message);
        if (fault is not null)
            Assert.Equal(marked, Marked.Text(text, [fault]));
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("n == 42 && !no", true)]
    [InlineData("no", false)]
    public void A_condition_is_true_or_false(string text, bool holds) => Assert.Equal(holds, Evaluator.Decide(Parse(text)).Value);

    [Theory]
    [InlineData("n")]
    [InlineData("1")]
    [InlineData("nothing")]
    [InlineData("''")]
    [InlineData("[]")]
    [InlineData("orders")]
    public void Nothing_else_counts_as_either(string text) => Assert.NotNull(Evaluator.Decide(Parse(text)).Fault);

    [Theory]
    [InlineData("", "")]
    [InlineData("a ${s} {{ n }}", "a text 42")]
    [InlineData("{{ half }}{{ yes }}", "0.50true")]
    [InlineData("{{ list }} {{ orders.lines }}", "[1,\"two\",null] [{\"sku\":\"A-1\"}]")]
    [InlineData("${unbound} $${s} {{{{ n }}", "${unbound} ${s} {{ n }}")]
    [InlineData("{{ '${s} {{ n }}' }}", "${s} {{ n }}")]
    [InlineData("{{ nothing ?? 'x' }}!", "x!")]
    public void A_template_has_this_text(string text, string filled) => Assert.Equal(filled, Evaluator.FillText(Template.Parse(text)).Value);

    [Theory]
    [InlineData("a ⟦{{ nothing }}⟧", "'nothing' is null, which is no text; write ?? and a default")]
    [InlineData("⟦${nothing}⟧", "'${nothing}' is null, which is no text; give the input a value")]
    [InlineData("a {{ orders.⟦totl⟧ }}", "'orders' has no member 'totl'; did you mean 'total'?")]
    public void Null_is_no_text(string marked, string message)
    {
        var text = Marked.Unmarked(marked);
        var fault = Evaluator.FillText(Template.Parse(text)).Fault!;
        Assert.Equal(message, fault.Message);
        Assert.Equal(marked, Marked.Text(text, [fault]));
    }

    [Fact]
    public void What_is_exactly_one_expression_keeps_its_type()
    {
        Assert.Equal(new PlainValues.Number("42"), Evaluator.Fill(Template.Parse("{{ n }}")).Value);
        Assert.Null(Evaluator.Fill(Template.Parse("{{ nothing }}")).Value);
        Assert.True(Evaluator.Fill(Template.Parse("{{ nothing }}")).HasValue);
        Assert.Equal("42", Evaluator.Fill(Template.Parse("${n}")).Value);
        Assert.Equal(" 42", Evaluator.Fill(Template.Parse(" {{ n }}")).Value);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("{{ n }}", "42")]
    [InlineData("{{ ['a b', 1, [2]] }}", "a b|1|[2]")]
    [InlineData("{{ empty }}", "")]
    [InlineData("x{{ ['a', 'b'] }}", "x[\"a\",\"b\"]")]
    [InlineData("{{ orders.lines[0] }}", "{\"sku\":\"A-1\"}")]
    public void An_array_becomes_several_arguments(string text, string arguments) =>
        Assert.Equal(arguments, string.Join('|', Evaluator.FillArguments(Template.Parse(text)).Value));

    [Theory]
    [InlineData("{{ list }}", "an element of 'list' is null, which is no argument; let the step that makes it leave it out")]
    [InlineData("{{ nothing }}", "'nothing' is null, which is no text; write ?? and a default")]
    public void Null_is_no_argument(string text, string message) =>
        Assert.Equal(message, Evaluator.FillArguments(Template.Parse(text)).Fault?.Message);

    [Fact]
    public void The_parts_of_a_template_are_its_text()
    {
        var template = Template.Parse("a {{ n }}${s}");
        Assert.Equal(["a ", "42", "text"], Evaluator.FillParts(template).Value);
    }

    [Fact]
    public void What_is_nested_too_deeply_is_not_compared()
    {
        object? deep = null;
        for (var i = 0; i < 5_000; i++)
            deep = new object?[] { deep };
        var evaluator = new ExpressionEvaluator<object?, PlainValues>(default, new PlainScope(new(StringComparer.Ordinal) { ["a"] = deep }));
        Assert.Contains("too deeply", evaluator.Evaluate(Parse("a == a")).Fault!.Message, StringComparison.Ordinal);
        Assert.Contains("too deeply", evaluator.Evaluate(Parse("a in [a]")).Fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_expression_is_refused_by_an_exception()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var expression = new RandomExpressions(random).Next(4);
            var value = Evaluator.Evaluate(expression);
            Assert.Equal(value.HasValue, Evaluator.Evaluate(Parse(expression.ToString())).HasValue);
        }
    }

    private static Expression Parse(string text)
    {
        var parsed = Expression.Parse(text);
        Assert.Empty(parsed.Faults);
        return parsed.Root!;
    }
}
