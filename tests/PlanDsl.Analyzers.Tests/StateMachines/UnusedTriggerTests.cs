namespace PlanDsl.Analyzers.Tests;

public sealed class UnusedTriggerTests
{
    [Fact]
    public Task Reports_a_trigger_that_fires_nothing() => Verify.ReportsAsync(
        """
        public enum Door { Open, Closed }
        public enum Hand { Push, Kick }

        [StateMachine(Initial = Door.Open, Terminal = new object[] { Door.Closed })]
        [Transition(Door.Open, Hand.Push, Door.Closed)]
        public static partial class {|PLAN0405:Doors|};
        """,
        "No transition of 'Doors' is fired by 'Kick'; add one or remove the trigger");

    [Fact]
    public Task Accepts_triggers_that_all_fire_something() => Verify.AcceptsAsync(
        """
        public enum Door { Open, Closed }
        public enum Hand { Push, Kick }

        [StateMachine(Initial = Door.Open, Terminal = new object[] { Door.Closed })]
        [Transition(Door.Open, Hand.Push, Door.Closed)]
        [Transition(Door.Open, Hand.Kick, Door.Closed)]
        public static partial class Doors;
        """);
}
