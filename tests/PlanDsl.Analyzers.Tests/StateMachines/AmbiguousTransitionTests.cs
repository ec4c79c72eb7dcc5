namespace PlanDsl.Analyzers.Tests;

public sealed class AmbiguousTransitionTests
{
    [Fact]
    public Task Reports_the_second_target_of_one_state_and_trigger() => Verify.ReportsAsync(
        """
        public enum Door { Open, Closed, Ajar }
        public enum Hand { Push }

        [StateMachine(Initial = Door.Open, Terminal = new object[] { Door.Closed, Door.Ajar })]
        [{|related:Transition(Door.Open, Hand.Push, Door.Closed)|}]
        [Transition(Door.Open, Hand.Push, {|PLAN0403:Door.Ajar|})]
        public static partial class Doors;
        """,
        "'Push' already leads from 'Open' to 'Closed'; it cannot lead to 'Ajar' as well, so remove one of the two");

    [Fact]
    public Task Accepts_one_trigger_from_two_states() => Verify.AcceptsAsync(
        """
        public enum Door { Open, Ajar, Closed }
        public enum Hand { Push }

        [StateMachine(Initial = Door.Open, Terminal = new object[] { Door.Closed })]
        [Transition(Door.Open, Hand.Push, Door.Ajar)]
        [Transition(Door.Ajar, Hand.Push, Door.Closed)]
        public static partial class Doors;
        """);
}
