using Microsoft.CodeAnalysis;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

public class StateMachineIncrementalityTests
{
    [Fact]
    public void The_same_sources_again_re_emit_nothing() => Run().Again().AssertNothingReEmitted();

    [Fact]
    public void Editing_another_file_re_emits_nothing()
    {
        var run = Run();
        run.Again(run.Input.WithSource(1, "class Elsewhere { int now = 2; }")).AssertNothingReEmitted();
    }

    [Fact]
    public void Moving_code_re_emits_nothing()
    {
        var run = Run();
        var moved = "// A comment.\n\n\n" + MachineSources.Door.Replace("[Transition(", "\n  /* here */ [ Transition(", StringComparison.Ordinal);
        run.Again(run.Input.WithSource(0, moved)).AssertNothingReEmitted();
    }

    [Fact]
    public void Only_the_machine_that_changed_is_re_emitted()
    {
        var run = GeneratorRun.Of(TestCompilation.Create(MachineSources.Door, MachineSources.Elevator), new StateMachineGenerator());
        var edited = run.Again(run.Input.WithSource(0, MachineSources.Door.Replace("Pull, DoorState.Closed", "Pull, DoorState.Opened", StringComparison.Ordinal)));

        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], edited.OutputReasons.Order());
        Assert.NotEqual(run.Sources["Building.Door.g.cs"], edited.Sources["Building.Door.g.cs"]);
    }

    [Theory]
    [InlineData(MachineSources.Door)]
    [InlineData(MachineSources.Ambiguous)]
    public void What_travels_between_the_steps_holds_no_symbols(string source)
    {
        var run = GeneratorRun.Of(TestCompilation.Create(source), new StateMachineGenerator());
        var specs = run.Result.Results.Single().TrackedSteps["StateMachine.Emit"]
            .SelectMany(static step => step.Outputs).Select(static output => output.Value).ToList();

        Assert.NotNull(Assert.Single(specs));
        Assert.All(specs, ObjectGraph.AssertHoldsNoSymbols);
    }

    private static GeneratorRun Run() =>
        GeneratorRun.Of(TestCompilation.Create(MachineSources.Door, "class Elsewhere { int now = 1; }"), new StateMachineGenerator());
}
