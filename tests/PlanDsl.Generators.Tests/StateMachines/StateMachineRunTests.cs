using System.Reflection;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

public class StateMachineRunTests
{
    [Fact]
    public void Runs_through_the_switches_of_enums_with_gaps()
    {
        var modem = LoadedMachine.Of(Load(MachineSources.Modem), "Net.Modems+Modem");

        Assert.Equal((true, 10), modem.TryFire(-1, 1));
        Assert.Equal((true, 1L << 40), modem.TryFire(10, 0));
        Assert.Equal((false, 1L << 40), modem.TryFire(1L << 40, 0));
        Assert.Equal((false, 0), modem.TryFire(0, 1));
        Assert.Equal([0, 128], modem.Permitted(10));
        Assert.True(modem.IsTerminal(1L << 40));
    }

    [Fact]
    public void A_wide_value_does_not_pass_for_the_one_in_its_lower_half()
    {
        const string Source = """
            public enum S : ulong { A, B }
            public enum T : long { Go }
            [StateMachine(Initial = S.A, Terminal = new object[] { S.B })]
            [Transition(S.A, T.Go, S.B)]
            public static partial class M;
            """;
        var machine = LoadedMachine.Of(Load(Source), "M");

        Assert.Equal((true, 1), machine.TryFire(0, 0));
        Assert.Equal((false, 1L << 32), machine.TryFire(1L << 32, 0));
        Assert.Equal((false, 0), machine.TryFire(0, 1L << 32));
    }

    [Fact]
    public void Names_that_snake_case_cannot_tell_apart_are_drawn_as_they_are()
    {
        const string Source = """
            public enum S { OnHold, On_Hold }
            public enum T { GoOn }
            [StateMachine(Initial = S.OnHold, Terminal = new object[] { S.On_Hold })]
            [Transition(S.OnHold, T.GoOn, S.On_Hold)]
            public static partial class M;
            """;
        Assert.Contains("OnHold --> On_Hold : go_on\n", LoadedMachine.Of(Load(Source), "M").ToMermaid(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_invalid_machine_throws_and_names_what_is_wrong_with_it()
    {
        var machine = LoadedMachine.Of(Load(MachineSources.Ambiguous), "Ambiguous");

        var thrown = Assert.Throws<InvalidPlanException>(() => machine.TryFire(0, 0));
        Assert.Contains("PLAN0404", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("PLAN0403", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidPlanException>(() => machine.IsTerminal(0));
        Assert.Throws<InvalidPlanException>(() => machine.Permitted(0));
        Assert.Throws<InvalidPlanException>(machine.ToMermaid);
    }

    private static Assembly Load(string source) =>
        GeneratorRun.Of(TestCompilation.Create(source), new StateMachineGenerator()).AssertCompiles().Load();
}
