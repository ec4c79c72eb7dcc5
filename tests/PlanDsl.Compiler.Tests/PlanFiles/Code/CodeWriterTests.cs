using Microsoft.CodeAnalysis.CSharp;
using PlanDsl.Model;

namespace PlanDsl.Compiler.Tests;

public class CodeWriterTests
{
    private const string Place = "\"'args' of step 's'\"";

    private static readonly CSharpCompilation Compilation = Sample.Compile();
    private static readonly SymbolTypes Types = new(Compilation);

    private readonly CodeFields _fields = new();

    [Theory]
    [InlineData("order.is_paid && order.count > 1", "(order.IsPaid && (order.Count > 1L))")]
    [InlineData("order.level == 'very_high'", "(global::PlanDsl.PlanText.Spelled(order.Level) == \"very_high\")")]
    [InlineData("order.lines[0].price > 1", "(global::PlanDsl.PlanElements.InCondition(order.Lines, \"order.lines\", \"order.lines[0].price > 1\")[0].Price > 1m)")]
    [InlineData("order.lines[0].price > 1 && order.lines[1].price > 1", "((global::PlanDsl.PlanElements.InCondition(order.Lines, \"order.lines\", __textOrderLines0Price)[0].Price > 1m) && (global::PlanDsl.PlanElements.InCondition(order.Lines, \"order.lines\", __textOrderLines0Price)[1].Price > 1m))")]
    [InlineData("order.lines[0].price == order.lines[1].price && data.n > 1", "__orderLines0PriceOrder.Decide(global::PlanDsl.PlanJson.From(order.Lines, context), data)")]
    [InlineData("build.exit_code == 0", "(build.ExitCode == 0L)")]
    [InlineData("maybe.first.quantity ?? 0 > 1", "(((long?)maybe?.First?.Quantity ?? 0L) > 1L)")]
    [InlineData("data.n > order.Total", "__dataNOrderTotal.Decide(data, global::PlanDsl.PlanJson.Of(order.Total))")]
    [InlineData("order.rates.eur == 1", "__orderRatesEur1.Decide(global::PlanDsl.PlanJson.From(order.Rates, context))")]
    [InlineData("maybe.count > 1", "__maybeCount1.Decide(global::PlanDsl.PlanJson.From(maybe, context))")]
    public void A_condition_is_written_as_a_person_would(string condition, string code) =>
        Assert.Equal(code, Writer().Condition(Expression.Parse(condition).Root!, "condition"));

    [Theory]
    [InlineData("plain {text}", "\"plain {text}\"")]
    [InlineData("{{ order.name }}", "order.Name")]
    [InlineData("{{ order.name }}: {x} {{ order.day }} ${n}", "$\"{order.Name}: {{x}} {(global::PlanDsl.PlanText.Spelled(order.Day))} {(global::PlanDsl.PlanText.Of(n, \"${n}\", " + Place + "))}\"")]
    [InlineData("${missing}", "\"${missing}\"")]
    [InlineData("{{ maybe.name ?? 'none' }}", "(maybe?.Name ?? \"none\")")]
    [InlineData("{{ order.first ?? order.lines[0] }}", "global::PlanDsl.PlanText.Of(global::PlanDsl.PlanJson.From((order.First ?? global::PlanDsl.PlanElements.Of(order.Lines, \"order.lines\", " + Place + ")[0]), context), \"order.first ?? order.lines[0]\", " + Place + ")")]
    [InlineData("{{ data.s }}", "__dataS.TextOf(data)")]
    [InlineData("{{ 1e2 }}", "\"1e2\"")]
    [InlineData("{{ order.rarely ?? 'x' }}", "(order.Rarely ?? \"x\")")]
    [InlineData("{{ order.discount ?? 1e2 }}", "__orderDiscount1e2.TextOf(global::PlanDsl.PlanJson.Of(order.Discount))")]
    public void A_text_is_written_as_a_person_would(string text, string code) =>
        Assert.Equal(code, Writer().Text(Template.Parse(text), TextPlace.Of("args")));

    [Theory]
    [InlineData("{{ order.tags }}", ".. order.Tags")]
    [InlineData("{{ order.codes }}", ".. global::PlanDsl.PlanText.Arguments(global::System.Linq.Enumerable.Select(order.Codes, __item => global::PlanDsl.PlanJson.Of(__item)), \"order.codes\", " + Place + ")")]
    [InlineData("{{ data.list }}", ".. __dataList.ArgumentsOf(data)")]
    [InlineData("{{ order.name }}", "order.Name")]
    [InlineData("-{{ order.tags }}", "$\"-{(global::PlanDsl.PlanText.Of(global::PlanDsl.PlanJson.From(order.Tags, context), \"order.tags\", " + Place + "))}\"")]
    public void An_argument_is_written_as_items_of_a_list(string text, string item) =>
        Assert.Equal([item], Writer().Arguments(Template.Parse(text), TextPlace.Of("args"))!.Value);

    [Fact]
    public void The_text_of_a_shell_is_always_interpolated()
    {
        Assert.Equal("$\"echo {order.Name} ${{missing}}\"", Writer().ShellText(Template.Parse("echo {{ order.name }} ${missing}"), TextPlace.Of("command")));
        Assert.Equal("$\"echo\"", Writer().ShellText(Template.Parse("echo"), TextPlace.Of("command")));
    }

    [Fact]
    public void A_value_that_is_always_the_same_is_made_once()
    {
        var value = new ObjectValue([new("n", new LiteralValue("1e2")), new("s", new ArrayValue([new TextValue(Template.Parse("\"$${x\""))]))]);
        Assert.Equal("__json", Writer().Json(value, TextPlace.Of("with")));
        Assert.Equal("__json", Writer().Json(value, TextPlace.Of("with")));
        Assert.Equal(["private static readonly global::System.Text.Json.JsonElement __json = global::PlanDsl.PlanJson.Parse(\"{\\\"n\\\":1e2,\\\"s\\\":[\\\"\\\\\\\"${x\\\\\\\"\\\"]}\");"], _fields.Declarations);
    }

    [Fact]
    public void What_is_evaluated_at_run_time_has_the_names_of_JSON()
    {
        Writer().Text(Template.Parse("{{ order.Lines[0].Sku ?? data.s ?? maybe.Name }}"), TextPlace.Of("args"));
        Assert.Equal(
            ["private static readonly global::PlanDsl.PlanExpression __orderLines0SkuData = new(\"order.lines[0].sku ?? data.s ?? maybe.name\", " + Place + ", \"order.lines\", \"data\", \"maybe\");"],
            _fields.Declarations);
    }

    [Fact]
    public void What_begins_with_the_same_text_begins_with_the_same_value()
    {
        Assert.NotNull(Writer().Condition(Expression.Parse("(order.tags[2] ?? data.s) == order.tags[2]").Root!, "condition"));
        Assert.EndsWith("\"\", \"order.tags\", \"data\");", Assert.Single(_fields.Declarations), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ order.name }}", false)]
    [InlineData("{{ order.first ?? data }}", true)]
    public void The_context_is_asked_for_where_objects_become_JSON(string text, bool uses)
    {
        var writer = Writer();
        writer.Text(Template.Parse(text), TextPlace.Of("args"));
        Assert.Equal(uses, writer.UsesContext);
    }

    [Fact]
    public void A_path_that_names_nothing_is_a_finding_of_others()
    {
        var writer = Writer();
        Assert.Null(writer.Text(Template.Parse("{{ nothing.there }}"), TextPlace.Of("args")));
        Assert.Empty(writer.Faults);
    }

    private CodeWriter Writer() => new(Sample.RootsIn(Compilation, Types), new("s", MethodRole.Body, "step 's'"), _fields, Types);
}
