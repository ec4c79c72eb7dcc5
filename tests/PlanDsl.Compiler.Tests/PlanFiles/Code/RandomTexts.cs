using System.Collections.Immutable;
using PlanDsl.Model;

namespace PlanDsl.Compiler.Tests;

/// <summary>Makes texts of plan files about the <see cref="Sample"/> that mostly make sense.</summary>
internal sealed class RandomTexts(Random random)
{
    private static readonly string[] Numbers =
        ["n", "order.count", "order.big", "order.huge", "order.small", "order.total", "order.rate", "order.share", "order.lines[0].price", "order.sum", "order.size.item1", "build.exit_code"];

    private static readonly string[] JsonNumbers = ["data.n", "data.deep.n", "data.list[0]", "build.json.n", "build.json[1]", "order.rates.eur", "order.rates['Us D']", "order.extra.n", "order.anything.price"];
    private static readonly string[] MissingNumbers = ["maybe.count", "order.discount", "maybe.first.quantity", "order.first.price", "order.lines[1].quantity", "order.codes[1]", "data.none", "order.rates.gbp", "order.more[0]", "build.json.n"];
    private static readonly string[] NumberLiterals = ["0", "1", "-1", "2.5", "0.1", "1e2", "2.50", "12345678901234567890", "1e400"];
    private static readonly string[] Texts = ["order.name", "order.kind", "order.lines[0].sku", "order.tags[0]", "order.day", "order.level", "order.id", "order.took", "order.letter", "order.bytes", "order.class", "build.stdout"];
    private static readonly string[] JsonTexts = ["data.s", "order.extra.s", "build.json.files[1]", "data.list[1]", "order.marks"];
    private static readonly string[] MissingTexts = ["text", "order.note", "maybe.name", "maybe.first.sku", "order.tags[2]", "order.at", "order.address", "order.wanted", "order.rarely", "maybe.level", "order.notes[1]", "data.day"];
    private static readonly string[] TextLiterals = ["''", "'a'", "'ab'", "'very_high'", "'1999-12-31'", "'\\u20ac\\\"{}\\n'"];
    private static readonly string[] Decisions = ["order.is_paid", "true", "false", "data.yes", "build.json.ok"];
    private static readonly string[] MissingDecisions = ["order.is_checked", "maybe.is_paid", "data.none", "build.json.ok"];
    private static readonly string[] Arrays = ["order.tags", "order.codes", "order.lines", "order.days", "order.notes", "data.list", "build.json.files", "order.more", "[]", "[n, order.name]", "maybe.tags"];
    private static readonly string[] Objects = ["order", "maybe", "order.first", "data", "order.rates", "order.extra", "order.lines[0]", "build", "order.size"];

    /// <summary>A condition.</summary>
    public Expression Decision(int depth) => depth == 0
        ? One(Decisions)
        : random.Next(11) switch
        {
            0 => new UnaryExpression(Decision(depth - 1)),
            1 => new LogicalExpression(random.Next(2) == 0, Some(() => Decision(depth - 1))),
            2 => new CoalesceExpression([One(MissingDecisions), Decision(depth - 1)]),
            3 or 4 => Comparison(() => Number(depth - 1), MissingNumbers),
            5 => Comparison(() => Text(depth - 1), MissingTexts),
            6 => new BinaryExpression(BinaryOperator.In, Text(depth - 1), random.Next(2) == 0 ? One("order.tags", "order.days", "data.list", "order.notes") : new ArrayExpression(Some(() => Text(depth - 1)))),
            7 => new BinaryExpression(BinaryOperator.In, Number(depth - 1), random.Next(2) == 0 ? One("order.codes", "build.json") : new ArrayExpression(Some(() => Number(depth - 1)))),
            8 => new BinaryExpression(Equality(), One(Arrays), One("[]", "order.tags", "data.list")),
            9 => new BinaryExpression(Equality(), One(Objects), One(Objects)),
            _ => new BinaryExpression(Equality(), One("null", "order.note", "maybe", "data.none", "order.name", "order.lines[0].quantity", "order.wanted"), Parsed("null")),
        };

    /// <summary>A value of any kind.</summary>
    public Expression Any() => random.Next(6) switch
    {
        0 => Number(1),
        1 => Text(1),
        2 => Decision(2),
        3 => One(Arrays),
        4 => One(Objects),
        _ => One([.. MissingNumbers, .. MissingTexts, "null"]),
    };

    /// <summary>A text with insertions.</summary>
    public string Template()
    {
        if (random.Next(3) == 0)
            return Inserted();
        var parts = Enumerable.Range(0, 1 + random.Next(3)).Select(_ => random.Next(5) switch
        {
            0 or 1 => Pick("a", "{b}", " \"x\"", "€\\", "$${n}", "{{{{", "%"),
            2 => Pick("${n}", "${missing}", "${text}", "${data}", "${order}", "${build}"),
            _ => Inserted(),
        });
        return string.Concat(parts);
    }

    /// <summary>A JSON value with insertions.</summary>
    public ValueTemplate Value(int depth) => random.Next(depth == 0 ? 3 : 5) switch
    {
        0 => new LiteralValue(Pick("0", "-1.50", "true", "null", "1e2")),
        1 or 2 => new TextValue(Model.Template.Parse(Template())),
        3 => new ArrayValue(Enumerable.Range(0, random.Next(3)).Select(_ => Value(depth - 1)).ToImmutableArray()),
        _ => new ObjectValue(Enumerable.Range(0, random.Next(3)).Select(i => new NamedValue(Pick("a", "b\"", "€") + i, Value(depth - 1))).ToImmutableArray()),
    };

    private string Inserted() => "{{ " + Any() + " }}";

    private Expression Number(int depth) => random.Next(depth == 0 ? 3 : 4) switch
    {
        0 => One(NumberLiterals),
        1 => One(Numbers),
        2 => One(JsonNumbers),
        _ => new CoalesceExpression([One(MissingNumbers), Number(depth - 1)]),
    };

    private Expression Text(int depth) => random.Next(depth == 0 ? 3 : 4) switch
    {
        0 => One(TextLiterals),
        1 => One(Texts),
        2 => One(JsonTexts),
        _ => new CoalesceExpression([One(MissingTexts), Text(depth - 1)]),
    };

    // What may be null may be equal to something, and has no order.
    private BinaryExpression Comparison(Func<Expression> next, string[] orNull)
    {
        var comparison = (BinaryOperator)random.Next(6);
        var takesNull = comparison is BinaryOperator.Equal or BinaryOperator.NotEqual && random.Next(2) == 0;
        return new(comparison, takesNull ? One(orNull) : next(), next());
    }

    private BinaryOperator Equality() => random.Next(2) == 0 ? BinaryOperator.Equal : BinaryOperator.NotEqual;

    private Expression One(params string[] texts) => Parsed(Pick(texts));

    private string Pick(params string[] texts) => texts[random.Next(texts.Length)];

    private static Expression Parsed(string text) => Expression.Parse(text).Root!;

    private EquatableArray<Expression> Some(Func<Expression> next) => Enumerable.Range(0, 2 + random.Next(2)).Select(_ => next()).ToImmutableArray();
}
