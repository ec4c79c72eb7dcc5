using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

public class StateMachineSnapshotTests
{
    [Fact]
    public void Small_enums_index_the_table() => Verify(MachineSources.Door);

    [Fact]
    public void Enums_with_gaps_go_through_a_switch() => Verify(MachineSources.Modem);

    [Fact]
    public void Enums_that_start_elsewhere_are_shifted() => Verify(MachineSources.Elevator);

    [Fact]
    public void An_invalid_machine_has_the_same_members_and_they_throw() => Verify(MachineSources.Ambiguous);

    private static void Verify(string source, [System.Runtime.CompilerServices.CallerMemberName] string test = "") =>
        Snapshot.Verify(GeneratorRun.Of(TestCompilation.Create(source), new StateMachineGenerator()).AssertCompiles().Source, callerMember: test);
}
