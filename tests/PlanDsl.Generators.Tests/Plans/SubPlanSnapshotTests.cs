using System.Runtime.CompilerServices;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

public class SubPlanSnapshotTests
{
    private const string Inner = """
        [Plan]
        public partial class Inner
        {
            [Step] static string Text([Input] int number, [Input] string text = "x", [Input] DayOfWeek day = DayOfWeek.Friday) => text + number + day;
        }
        """;

    [Fact]
    public void Plans_from_members_and_constructors() => Verify(Inner, """
        [Plan(MaxDepth = 2)]
        public partial class P(Inner given)
        {
            [Step] static short Number() => 1;
            [Step(Plan = typeof(Inner))] private partial Task<Inner.Results> Given([From("number")] int number, [Input] DayOfWeek day, CancellationToken ct);
            [Step(Plan = typeof(Made), DependsOn = [nameof(Given)])] internal partial ValueTask<Made.Results> MadeAsync();
        }

        [Plan] public partial class Made { [Step] static int One() => 1; }
        """);

    [Fact]
    public void A_plan_that_cannot_run_implements_what_it_must_all_the_same() => Verify(Inner, """
        [Plan]
        public partial class P
        {
            [Step(Plan = typeof(Inner))] private partial Task<Inner.Results> Run([Input] string number);
        }
        """);

    private static void Verify(string other, string source, [CallerMemberName] string test = "") =>
        Snapshot.Verify(PlanSources.Generate(other, source).AssertCompiles().Sources["P.g.cs"], callerMember: test);
}
