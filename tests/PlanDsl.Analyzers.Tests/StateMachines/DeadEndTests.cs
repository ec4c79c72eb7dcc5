namespace PlanDsl.Analyzers.Tests;

public sealed class DeadEndTests
{
    [Fact]
    public Task Reports_a_state_that_nothing_leaves() => Verify.ReportsAsync(
        """
        public enum Door { Open, Closed }
        public enum Hand { Push }

        [StateMachine(Initial = Door.Open)]
        [Transition(Door.Open, Hand.Push, {|PLAN0402:Door.Closed|})]
        public static partial class Doors;
        """,
        "No transition leaves 'Closed', yet it is not terminal; add a transition or list it in Terminal");

    [Fact]
    public Task Accepts_a_terminal_state() => Verify.AcceptsAsync(
        """
        public enum Door { Open, Closed }
        public enum Hand { Push }

        [StateMachine(Initial = Door.Open, Terminal = new object[] { Door.Closed })]
        [Transition(Door.Open, Hand.Push, Door.Closed)]
        public static partial class Doors;
        """);
}
