namespace PlanDsl.Compiler.Tests;

public class StateMachineFindingsTests
{
    [Theory]
    [InlineData("""
        [StateMachine(Initial = Light.Red, Terminal = new object[] { Light.Green })]
        [Transition(Light.Red, Tick.Next, Light.Amber)]
        [Transition(Light.Amber, Tick.Next, Light.Green)]
        [Transition(Light.Amber, Tick.Fault, Light.Red)]
        static partial class M;
        """)]
    [InlineData("""
        [StateMachine(Initial = Light.Stop, Terminal = [Light.Green])]
        [Transition(trigger: Tick.On, to: Light.Amber, from: Light.Red)]
        static partial class M;
        [Transition(Light.Amber, (Tick)1, (Light)2)]
        static partial class M;
        """)]
    public void A_sound_machine_has_none(string source) => Assert.Empty(ReadMachine.AssertFindings(source));

    [Fact]
    public void An_unreachable_state_is_found_where_it_is_first_mentioned() => Assert.Equal(
        ["State 'Amber' can never be reached from 'Red', because no transition leads to it; add a transition into it or remove the state"],
        ReadMachine.AssertFindings("""
            [StateMachine(Initial = Light.Red, Terminal = new object[] { Light.Green })]
            [Transition(Light.Red, Tick.Next, Light.Green)]
            [Transition({|PLAN0401:Light.Amber|}, Tick.Fault, Light.Red)]
            static partial class M;
            """));

    [Fact]
    public void A_state_that_nobody_mentions_is_found_at_the_class() =>
        ReadMachine.AssertFindings("""
            [StateMachine(Initial = Light.Red, Terminal = new object[] { Light.Green })]
            [Transition(Light.Red, Tick.Next, Light.Green)]
            [Transition(Light.Red, Tick.Fault, Light.Red)]
            static partial class {|PLAN0401:M|};
            """);

    [Fact]
    public void A_dead_end_is_found_where_the_machine_runs_into_it() =>
        ReadMachine.AssertFindings("""
            [StateMachine(Initial = Light.Red, Terminal = new object[] { Light.Green })]
            [Transition(Light.Red, Tick.Next, {|PLAN0402:Light.Amber|})]
            [Transition(Light.Red, Tick.Fault, Light.Green)]
            static partial class M;
            """);

    [Fact]
    public void A_second_target_is_found_at_the_target_and_a_repetition_at_the_attribute() =>
        ReadMachine.AssertFindings("""
            [StateMachine(Initial = Light.Red, Terminal = new object[] { Light.Green })]
            [Transition(Light.Red, Tick.Next, Light.Amber)]
            [Transition(Light.Stop, Tick.On, {|PLAN0403:Light.Green|})]
            [Transition(Light.Amber, Tick.Fault, Light.Green), {|PLAN0403:Transition(Light.Amber, Tick.Fault, Light.Green)|}]
            static partial class M;
            """);

    [Fact]
    public void An_unused_trigger_is_found_at_the_class() => Assert.Equal(
        ["No transition of 'M' is fired by 'Fault'; add one or remove the trigger"],
        ReadMachine.AssertFindings("""
            [StateMachine(Initial = Light.Red, Terminal = new object[] { Light.Green })]
            [Transition(Light.Red, Tick.Next, Light.Amber)]
            [Transition(Light.Amber, Tick.Next, Light.Green)]
            static partial class {|PLAN0405:M|};
            """));

    [Fact]
    public void A_missing_initial_state_is_found_at_the_part_with_the_attribute() =>
        ReadMachine.AssertFindings("""
            [Transition(Light.Red, Tick.Next, Light.Amber)]
            static partial class M;
            [StateMachine(Terminal = new object[] { Light.Amber, Light.Green })]
            [Transition(Light.Red, Tick.Fault, Light.Green)]
            static partial class {|PLAN0404:M|};
            """);

    [Theory]
    [InlineData("(Light)7", "'(Light)7'")]
    [InlineData("Tick.Next", "'Tick.Next'")]
    [InlineData("\"red\"", "'\"red\"'")]
    [InlineData("null", "'null'")]
    public void An_initial_state_that_is_no_member_is_found_there(string written, string shown) => Assert.Equal(
        [$"State machine 'M' has no initial state; {shown} is no member of 'Light'"],
        ReadMachine.AssertFindings($$"""
            [StateMachine(Initial = {|PLAN0404:{{written}}|}, Terminal = new object[] { Light.Amber })]
            [Transition(Light.Red, Tick.Next, Light.Amber)]
            [Transition(Light.Red, Tick.Fault, Light.Red)]
            static partial class M;
            """));

    [Fact]
    public void An_argument_that_is_no_member_is_found_there_and_nothing_is_called_missing_for_it() => Assert.Equal(
        [
            "'Tick.Next' cannot be a state of 'M': it is no member of 'Light'",
            "'1' cannot be a trigger of 'M': it is no member of 'Tick'",
            "'(Light)9' cannot be a state of 'M': it is no member of 'Light'",
        ],
        ReadMachine.AssertFindings("""
            [StateMachine(Initial = Light.Red, Terminal = new object[] { Light.Green, {|PLAN0005:(Light)9|} })]
            [Transition({|PLAN0005:Tick.Next|}, Tick.Next, Light.Amber)]
            [Transition(Light.Amber, {|PLAN0005:1|}, Light.Green)]
            static partial class M;
            """));

    [Fact]
    public void A_first_transition_with_state_and_trigger_swapped_is_the_one_to_blame() =>
        ReadMachine.AssertFindings("""
            [StateMachine(Initial = Light.Red, Terminal = new object[] { Light.Green })]
            [Transition({|PLAN0005:Tick.Next|}, {|PLAN0005:Light.Red|}, Light.Amber)]
            [Transition(Light.Amber, Tick.Fault, Light.Green)]
            static partial class M;
            """);

    [Fact]
    public void A_machine_may_be_fired_by_its_own_states() =>
        Assert.Equal("Light", ReadMachine.From("""
            [StateMachine(Initial = Light.Red, Terminal = new object[] { Light.Green })]
            [Transition(Light.Red, Light.Amber, Light.Amber)]
            [Transition(Light.Amber, Light.Green, Light.Green)]
            static partial class M;
            """).Model!.TriggerType);

    [Fact]
    public void Without_any_enum_the_first_argument_is_found() => Assert.Equal(
        [
            "'\"red\"' cannot be a state of 'M': write a member of an enum of states",
            "'\"next\"' cannot be a trigger of 'M': write a member of an enum of triggers",
        ],
        ReadMachine.AssertFindings("""
            [StateMachine(Initial = "red")]
            [Transition({|PLAN0005:"red"|}, {|PLAN0005:"next"|}, "amber")]
            [Transition("amber", "next", "green")]
            static partial class M;
            """));

    [Fact]
    public void What_does_not_compile_is_left_to_the_compiler() =>
        ReadMachine.AssertFindings("""
            [StateMachine(Initial = Light.Redd, Terminal = new object[] { Light.Green, Nothing })]
            [Transition(Light.Red, Tick.Next, Light.Ambr)]
            [Transition(Light.Red, Tick.)]
            static partial class M;
            """);
}
