namespace PlanDsl.Analyzers.Tests;

public sealed class NotPartialTests
{
    [Fact]
    public Task Reports_a_plan_that_cannot_be_extended() => Verify.ReportsAsync(
        """
        [Plan]
        public class {|PLAN0001:{|CS0260:Report|}|}
        {
            [Step] void Build() { }
        }
        """,
        "'Report' is a plan but not partial, so its members cannot be generated; add the 'partial' modifier");

    [Fact]
    public Task Reports_a_state_machine_that_cannot_be_extended() => Verify.ReportsAsync(
        """
        public enum Door { Open, Closed }
        public enum Hand { Push }

        [StateMachine(Initial = Door.Open, Terminal = new object[] { Door.Closed })]
        [Transition(Door.Open, Hand.Push, Door.Closed)]
        public static class {|PLAN0001:{|CS0260:Doors|}|};
        """,
        "'Doors' is a state machine but not partial, so its members cannot be generated; add the 'partial' modifier");

    [Fact]
    public Task Accepts_a_partial_plan() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] void Build() { }
        }
        """);
}
