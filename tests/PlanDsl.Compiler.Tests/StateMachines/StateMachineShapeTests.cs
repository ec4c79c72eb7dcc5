namespace PlanDsl.Compiler.Tests;

public class StateMachineShapeTests
{
    private const string Attributes = """
        [StateMachine(Initial = Light.Red, Terminal = new object[] { Light.Green })]
        [Transition(Light.Red, Tick.Next, Light.Amber)]
        [Transition(Light.Amber, Tick.Fault, Light.Green)]
        """;

    [Theory]
    [InlineData("static class {|PLAN0001:M|};", "'M' is a state machine but not partial, so its members cannot be generated; add the 'partial' modifier")]
    [InlineData("partial class {|PLAN0005:M|};", "'M' cannot be a state machine: it holds no state of its own; make it static")]
    [InlineData(
        "static partial class M { static int {|PLAN0005:ToMermaid|} = 1; }",
        "'M' cannot be a state machine: it declares 'ToMermaid', which is generated; rename that member")]
    [InlineData(
        "static partial class M { static bool {|PLAN0005:IsTerminal|}(Light light) => true; }",
        "'M' cannot be a state machine: it declares 'IsTerminal', which is generated; rename that member")]
    public void A_class_that_cannot_be_a_machine_is_told_why(string declaration, string message) =>
        Assert.Equal([message], ReadMachine.AssertFindings(Attributes + "\n" + declaration));

    [Fact]
    public void A_machine_without_transitions_is_one_finding() => Assert.Equal(
        ["'M' cannot be a state machine: it has no transitions; add at least one [Transition]"],
        ReadMachine.AssertFindings("[StateMachine(Initial = Light.Red)] static partial class {|PLAN0005:M|};"));

    [Fact]
    public void Overloads_of_generated_members_are_welcome() =>
        ReadMachine.AssertFindings(Attributes + "static partial class M { static bool IsTerminal(int light) => IsTerminal((Light)light); }");

    [Fact]
    public void Two_compilations_of_one_source_give_equal_specs()
    {
        const string Source = Attributes + "static partial class M;";
        var (one, other) = (ReadMachine.From(Source), ReadMachine.From("// moved\n" + Source));
        Assert.NotSame(one, other);
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, ReadMachine.From(Source.Replace("Tick.Fault", "Tick.Next", StringComparison.Ordinal)));
    }
}
