namespace PlanDsl.Compiler.Tests;

public class InputReaderTests
{
    [Fact]
    public void Inputs_come_in_the_order_in_which_they_are_first_declared()
    {
        var spec = ReadPlan.Of("""
            [Step] int A([Input] string? name, [Input] int @class) => 1;
            [Step] void B(int a, [Input] int @class, [Input] DateOnly day) {}
            """);
        Assert.Equal([("name", "string?"), ("@class", "int"), ("day", "global::System.DateOnly")], spec.Inputs.Select(static input => (input.Name, input.Type)));
        Assert.Equal(["name", "class", "day"], spec.Model.Inputs.Select(static input => input.Name));
        Assert.Empty(spec.Findings);
    }

    [Theory]
    [InlineData("int x = -3", "-3")]
    [InlineData("string x = \"a\\n\\\"\"", "\"a\\n\\\"\"")]
    [InlineData("string? x = null", "default")]
    [InlineData("char x = '\\''", "'\\''")]
    [InlineData("bool x = true", "true")]
    [InlineData("double x = 1.5", "1.5D")]
    [InlineData("double x = double.NaN", "double.NaN")]
    [InlineData("float x = 1e10f", "1E+10F")]
    [InlineData("decimal x = 1.50m", "1.50M")]
    [InlineData("DayOfWeek x = DayOfWeek.Friday", "(global::System.DayOfWeek)(5)")]
    [InlineData("DayOfWeek? x = DayOfWeek.Friday", "(global::System.DayOfWeek)(5)")]
    [InlineData("DateOnly x = default", "default")]
    public void A_default_value_is_passed_on(string parameter, string value) =>
        Assert.Equal(value, ReadPlan.Of($"[Step] void A([Input] {parameter}) {{}}").Inputs[0].DefaultValue);

    [Fact]
    public void A_default_counts_only_where_all_later_inputs_have_one()
    {
        var spec = ReadPlan.Of("[Step] int A([Input] int x = 1) => x; [Step] void B(int a, [Input] int y, [Input] int z = 2) {}");
        Assert.Equal([null, null, "2"], spec.Inputs.Select(static input => input.DefaultValue));
    }

    [Fact]
    public void Two_declarations_of_an_input_must_agree_on_type_and_default()
    {
        Assert.Equal(["PLAN0211 @ long"], ReadPlan.Findings("[Plan] public partial class P { [Step] void A([Input] int x) {} [Step] void B([Input] long x) {} }"));
        Assert.Equal(["PLAN0211 @ x"], ReadPlan.Findings("[Plan] public partial class P { [Step] void A([Input] int x = 1) {} [Step] void B([Input] int x = 2) {} }"));
        Assert.Empty(ReadPlan.Findings("[Plan] public partial class P { [Step] void A([Input] int x) {} [Step] void B([Input] int x = 2) {} }"));
    }

    [Fact]
    public void Where_only_the_defaults_differ_one_default_is_asked_for() => Assert.Equal(
        "Input 'x' is 'int = 2' here, but 'int = 1' in step 'a'; give it one default value",
        ReadPlan.Of("[Step] void A([Input] int x = 1) {} [Step] void B([Input] int x = 2) {}").Findings[0].Message);
}
