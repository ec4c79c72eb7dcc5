namespace PlanDsl.Model.Tests;

public class CompiledAgreesTests
{
    private static readonly SampleOrder[] Orders =
    [
        new() { Lines = [new("", null, 0)], Tags = ["a"] },
        new()
        {
            Count = 1, Big = 100, Total = 2.50m, Rate = 0.1, Share = 0.1f, IsPaid = true, IsChecked = true, Discount = 1, Weight = 2.5, Tax = 0.1m,
            Name = "ab", Note = "a", Tags = ["B", "ab", "€\"\n"], Codes = [0, 1], Lines = [new("a", 1, 2.5m), new("B", null, 1)], First = new("ab", 100, 0.10m),
        },
        new()
        {
            Count = -1, Big = long.MaxValue, Total = 0.30000000000000004m, Rate = 0.1 + 0.2, Share = 2.5f, IsChecked = false, Discount = 0, Weight = 1e2, Tax = 100.00m,
            Name = "B", Note = "", Tags = [], Codes = [1], First = new("", null, 1),
        },
    ];

    // Thousands, and not more: the compiler needs most of the time.
    private const int Count = 2_500;

    [Fact]
    public void What_is_compiled_has_the_value_that_is_interpreted()
    {
        var random = new Random(20);
        var types = new ReflectedTypes();
        var expressions = new List<(Expression Source, string Code)>();
        var faulty = 0;
        while (expressions.Count < Count)
        {
            var make = new RandomTypedExpressions(random);
            var source = random.Next(4) switch { 0 => make.Number(2), 1 => make.Text(2), _ => make.Decision(3) };
            var compiled = ExpressionCompiler.Compile(source, types);
            if (compiled.Code is { } code)
                expressions.Add((source, code));
            else
                Assert.True(++faulty < Count, $"{source}: {string.Join("; ", compiled.Faults)}");
        }

        var methods = EmittedExpressions.Compile(expressions.ConvertAll(static expression => expression.Code));
        var seen = new HashSet<string?>(StringComparer.Ordinal);
        foreach (var order in Orders)
        {
            foreach (var maybe in new[] { null, order, Orders[1] }.Distinct())
            {
                var evaluator = new ExpressionEvaluator<object?, PlainValues>(default, new PlainScope(new(StringComparer.Ordinal)
                {
                    ["order"] = PlainData.From(order),
                    ["maybe"] = PlainData.From(maybe),
                    ["n"] = PlainData.From(1),
                    ["text"] = maybe?.Name,
                }));
                for (var i = 0; i < methods.Length; i++)
                {
                    var interpreted = Normal(evaluator.Evaluate(expressions[i].Source));
                    var called = Called(methods[i], order, maybe);
                    Assert.True(interpreted == called, $"{expressions[i].Source} is {interpreted}, but {expressions[i].Code} is {called}");
                    seen.Add(interpreted);
                }
            }
        }

        Assert.Superset(new HashSet<string?>(StringComparer.Ordinal) { "true", "false", "fault", "\"ab\"" }, seen);
    }

    private static string Normal(Evaluation<object?> value) => value.HasValue ? Normal(value.Value) : "fault";

    private static string Called(EmittedExpression method, SampleOrder order, SampleOrder? maybe)
    {
        try
        {
            return Normal(PlainData.From(method(order, maybe, 1, maybe?.Name)));
        }
        catch (Exception)
        {
            return "fault";
        }
    }

    // The same number may be spelled in more than one way.
    private static string Normal(object? value) => value is PlainValues.Number number
        ? decimal.TryParse(number.Text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var exact)
            ? Numbers.Text(exact / 1.000000000000000000000000000m)!
            : number.Text
        : default(PlainValues).JsonOf(value);
}
