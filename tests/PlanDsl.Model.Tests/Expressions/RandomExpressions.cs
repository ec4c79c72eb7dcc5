using System.Collections.Immutable;

namespace PlanDsl.Model.Tests;

/// <summary>Makes expressions of every kind.</summary>
internal sealed class RandomExpressions(Random random)
{
    private static readonly string[] Names = ["a", "orders", "run-tests", "ü_1", "in", "true", "any key", "", "1st", "\"q\"", "it's", "tab\t", "-", "x-", "\U0001f600"];

    private static readonly LiteralExpression[] Literals =
    [
        new(ValueKind.Null, "null"), new(ValueKind.Boolean, "true"), new(ValueKind.Boolean, "false"), new(ValueKind.Number, "0"),
        new(ValueKind.Number, "-1.50"), new(ValueKind.Number, "1e+10"), new(ValueKind.String, ""), new(ValueKind.String, "}} \\ \" ' \n \u0001 €"),
    ];

    public Expression Next(int depth) =>
        depth == 0 || random.Next(4) == 0
            ? random.Next(2) == 0 ? random.GetItems(Literals, 1)[0] : Path()
            : random.Next(6) switch
            {
                0 => new UnaryExpression(Next(depth - 1)),
                1 => new LogicalExpression(random.Next(2) == 0, Some(2, depth)),
                2 => new CoalesceExpression(Some(2, depth)),
                3 => new ArrayExpression(Some(0, depth)),
                _ => new BinaryExpression((BinaryOperator)random.Next(7), Next(depth - 1), Next(depth - 1)),
            };

    private PathExpression Path() => new(
        Names[random.Next(4)],
        Enumerable.Range(0, random.Next(4))
            .Select(_ => random.Next(3) == 0 ? PathSegment.Element(random.Next(100)) : PathSegment.Member(Names[random.Next(Names.Length)]))
            .ToEquatableArray());

    private EquatableArray<Expression> Some(int least, int depth) =>
        Enumerable.Range(0, least + random.Next(3)).Select(_ => Next(depth - 1)).ToImmutableArray();
}
