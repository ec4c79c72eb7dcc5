using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

/// <summary>Loads plans that run plans, and runs them.</summary>
public class SubPlanRunTests
{
    private const string Inner = """
        [Plan]
        public partial class Inner(string prefix)
        {
            [Step] string Text([Input] long number, [Input] string suffix = "!") => number < 0 ? throw new FormatException("negative") : prefix + number + suffix;
        }
        """;

    private const string Outer = """
        [Plan]
        public partial class Outer(Inner inner)
        {
            [Step] static int Number([Input] int start) => start + 1;
            [Step(Plan = typeof(Inner))] private partial Task<Inner.Results> Inner([From("number")] int number, CancellationToken ct);
            [Step] static string Show(Inner.Results inner) => inner.Text;
            public Task<Inner.Results> Alone(int number) => Inner(number, default);
        }
        """;

    [Fact]
    public async Task The_plan_of_a_step_runs_with_its_inputs_and_gives_its_results() => Assert.Equal("#42! #7! inner:Succeeded", await RunAsync("""
        public static class Test
        {
            public static async Task<string> Run()
            {
                var plan = new Outer(new Inner("#"));
                var outcome = await plan.Start(41).Completion;
                return $"{outcome.Results!.Show} {(await plan.Alone(7)).Text} {outcome.Steps[1].Id}:{outcome.Steps[1].Status}";
            }
        }
        """));

    [Fact]
    public async Task Its_failure_is_that_of_the_step() => Assert.Equal("Failed Failed Cancelled", await RunAsync("""
        public static class Test
        {
            public static async Task<string> Run()
            {
                var outcome = await new Outer(new Inner("#")).Start(-9).Completion;
                return $"{outcome.Status} {outcome.Steps[1].Status} {outcome.Steps[2].Status}";
            }
        }
        """));

    private static Task<string> RunAsync(string test) =>
        PlanSources.Generate(Inner, Outer, test).AssertCompiles().Load().RunAsync("Test", "Run");
}
