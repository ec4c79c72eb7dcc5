using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

public class PlanSnapshotTests
{
    [Fact]
    public void A_plan_with_inputs_joins_and_a_tolerated_step() => Verify(PlanSources.OrderReport);

    private static void Verify(string source, [System.Runtime.CompilerServices.CallerMemberName] string test = "") =>
        Snapshot.Verify(PlanSources.Generate(source).AssertCompiles().Source, callerMember: test);
}
