using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl.Tests;

/// <summary>The inputs of compiled plan files, where only a run can tell what they are.</summary>
public class PlanInputTests
{
    [Theory]
    [InlineData("100000000000000000000")]
    [InlineData("-9223372036854775809")]
    public void A_whole_number_that_no_long_holds_is_refused_by_name(string value)
    {
        var fault = Assert.Throws<ArgumentException>(() => new PlanInput("report", "limit", InputType.Integer, defaultValue: value).ValueOf((long?)null));

        Assert.StartsWith("Input 'limit' of plan 'report' is a number, which is too large for an integer; give a smaller one.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_no_decimal_holds_is_refused_and_not_told_where_it_is_secret()
    {
        var fault = Assert.Throws<ArgumentException>(() => new PlanInput("report", "rate", InputType.Number, defaultValue: "1e40", isSecret: true).ValueOf((decimal?)null));

        Assert.DoesNotContain("1e40", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_largest_there_are_are_taken()
    {
        Assert.Equal(long.MinValue, new PlanInput("p", "n", InputType.Integer, defaultValue: "-9223372036854775808").ValueOf((long?)null));
        Assert.Equal(long.MaxValue, new PlanInput("p", "n", InputType.Integer, defaultValue: "9223372036854775807.0").ValueOf((long?)null));
    }

    [Fact]
    public void What_is_handed_is_read_by_what_is_declared()
    {
        Assert.Equal(12, new HandedInput("step 'a'", "inner", "n", InputType.Integer).ToInteger(PlanJson.Of("12")));
        Assert.Equal(1.50m, new HandedInput("step 'a'", "inner", "n", InputType.Number).ToNumber(PlanJson.Of("1.50")));
        Assert.True(new HandedInput("step 'a'", "inner", "n", InputType.Boolean).ToTruth(PlanJson.Of("true")));
        Assert.Equal("12", new HandedInput("step 'a'", "inner", "n", InputType.String).ToText(PlanJson.Of("12")));
    }

    [Fact]
    public void What_is_handed_and_does_not_fit_is_a_failure_to_bind()
    {
        var fault = Assert.ThrowsAny<InvalidOperationException>(() => new HandedInput("step 'a'", "inner", "n", InputType.String).ToText(JsonElement.Parse("12")));

        Assert.StartsWith("What step 'a' gives plan 'inner' is not what that asks for: Input 'n' of plan 'inner' is declared as string. It was given a number; make the two agree.", fault.Message, StringComparison.Ordinal);
    }
}
