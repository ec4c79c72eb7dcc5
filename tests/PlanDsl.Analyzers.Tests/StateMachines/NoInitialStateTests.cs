namespace PlanDsl.Analyzers.Tests;

public sealed class NoInitialStateTests
{
    [Fact]
    public Task Reports_a_machine_that_does_not_say_where_it_starts() => Verify.ReportsAsync(
        """
        namespace Home;

        public enum Door { Open, Closed }
        public enum Hand { Push }

        [StateMachine(Terminal = new object[] { Door.Closed })]
        [Transition(Door.Open, Hand.Push, Door.Closed)]
        public static partial class {|PLAN0404:Doors|};
        """,
        "State machine 'Home.Doors' has no initial state; write [StateMachine(Initial = Door.…)]");

    [Fact]
    public Task Accepts_an_initial_state() => Verify.AcceptsAsync(
        """
        public enum Door { Open, Closed }
        public enum Hand { Push }

        [StateMachine(Initial = Door.Open, Terminal = new object[] { Door.Closed })]
        [Transition(Door.Open, Hand.Push, Door.Closed)]
        public static partial class Doors;
        """);
}
