namespace PlanDsl.Analyzers.Tests;

public sealed class UnreachableStateTests
{
    [Fact]
    public Task Reports_a_state_that_no_transition_leads_to_where_it_is_first_named() => Verify.ReportsAsync(
        """
        public enum Door { Open, Closed, Locked }
        public enum Hand { Push }

        [StateMachine(Initial = Door.Open, Terminal = new object[] { Door.Closed })]
        [Transition(Door.Open, Hand.Push, Door.Closed)]
        [Transition({|PLAN0401:Door.Locked|}, Hand.Push, Door.Closed)]
        public static partial class Doors;
        """,
        "State 'Locked' can never be reached from 'Open', because no transition leads to it; add a transition into it or remove the state");

    [Fact]
    public Task Accepts_states_in_a_circle() => Verify.AcceptsAsync(
        """
        public enum Door { Open, Closed }
        public enum Hand { Push, Pull }

        [StateMachine(Initial = Door.Open)]
        [Transition(Door.Open, Hand.Push, Door.Closed)]
        [Transition(Door.Closed, Hand.Pull, Door.Open)]
        public static partial class Doors;
        """);
}
