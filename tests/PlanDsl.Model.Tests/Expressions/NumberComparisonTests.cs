using System.Globalization;
using System.Numerics;

namespace PlanDsl.Model.Tests;

public class NumberComparisonTests
{
    [Theory]
    [InlineData("1", "1.000")]
    [InlineData("100", "1e2")]
    [InlineData("0.001", "1E-3")]
    [InlineData("-0", "0.0e5")]
    [InlineData("123.45", "0.12345e+3")]
    [InlineData("10e399", "1e400")]
    public void Numbers_are_equal_by_value(string left, string right) => Assert.True(Holds($"{left} == {right} && {right} <= {left} && !({left} < {right})"));

    [Theory]
    [InlineData("9007199254740992", "9007199254740993")]
    [InlineData("0.1", "0.1000000000000000055511151231257827")]
    [InlineData("-1e400", "-1e399")]
    [InlineData("1e-400", "1e-399")]
    [InlineData("0", "1e-999999999999999999999")]
    [InlineData("1e999999999", "1e99999999999999999999999")]
    [InlineData("-1", "0")]
    [InlineData("99", "100")]
    [InlineData("1.09", "1.1")]
    public void The_one_is_less_than_the_other(string less, string more) =>
        Assert.True(Holds($"{less} < {more} && {more} > {less} && {less} != {more} && !({more} <= {less})"));

    [Fact]
    public void Any_two_numbers_compare_as_fractions_do()
    {
        var random = new Random(3);
        for (var i = 0; i < 20_000; i++)
        {
            var (left, right) = (RandomNumber(random), RandomNumber(random));
            var expected = Scaled(left).CompareTo(Scaled(right));
            Assert.True(Holds($"{left} {(expected < 0 ? "<" : expected > 0 ? ">" : "==")} {right}"), $"{left} {right}");
        }
    }

    private static string RandomNumber(Random random)
    {
        var text = (random.Next(2) == 0 ? "-" : "") + random.Next(random.Next(2) == 0 ? 3 : 200).ToString(CultureInfo.InvariantCulture);
        if (random.Next(2) == 0)
            text += "." + new string(random.GetItems<char>("0019", random.Next(1, 4)));
        if (random.Next(2) == 0)
            text += "e" + random.Next(-3, 4).ToString(CultureInfo.InvariantCulture);
        return text;
    }

    // Times a power of ten that leaves no fraction.
    private static BigInteger Scaled(string number)
    {
        var parts = number.Split('e');
        var exponent = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var fraction = point < 0 ? 0 : parts[0].Length - point - 1;
        return BigInteger.Parse(parts[0].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * BigInteger.Pow(10, 20 + exponent - fraction);
    }

    private static bool Holds(string text) =>
        new ExpressionEvaluator<object?, PlainValues>(default, PlainScope.Sample).Decide(Expression.Parse(text).Root!).Value;
}
