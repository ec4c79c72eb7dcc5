using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

/// <summary>Loads plans that have null where there should be something to await, to go through or to run, and runs them.</summary>
public class NullReturnRunTests
{
    private const string Test = """
        public static class Test
        {
            public static async Task<string> Run()
            {
                var outcome = await new P().Start().Completion;
                var undone = outcome.CompensationFailures.Select(step => $"; {step.Compensation!.Error!.Kind}: {step.Compensation.Error.Message}");
                return $"{outcome.Error!.StepId} {outcome.Error.Kind}: {outcome.Error.Message}{string.Concat(undone)}";
            }
        }
        """;

    [Theory]
    [InlineData("[Step] static Task<int> Fetch() => null!;")]
    [InlineData("[Step] static Task Fetch() => null!;")]
    [InlineData("[Step] Task<int> Fetch(CancellationToken ct) => null!;")]
    [InlineData("[Step(Retries = 1)] static Task<string> Fetch() => null!;")]
    [InlineData("[Step(Timeout = \"1h\")] static Task Fetch(StepContext context) => null!;")]
    public Task A_body(string step) => AssertFailsAsync("fetch Exception: Method 'Fetch' of step 'fetch' has returned null instead of a task.", step);

    [Theory]
    [InlineData("[Step] static IAsyncEnumerable<int> Fetch() => null!; [Step] static void Use(int[] fetch) { }")]
    [InlineData("[Step] static IObservable<int> Fetch() => null!; [Step] static void Use(int[] fetch) { }")]
    [InlineData("[Step] static IAsyncEnumerable<int> Fetch() => null!; [Step] static void Use(int fetch) { }")]
    public Task A_stream(string steps) => AssertFailsAsync("fetch Exception: Method 'Fetch' of step 'fetch' has returned null instead of a stream.", steps);

    [Fact]
    public Task The_body_of_an_element() => AssertFailsAsync(
        "square[0] Exception: Method 'Square' of step 'square' has returned null instead of a task.",
        """
        [Step] static int[] Numbers() => [1, 2];
        [Step(MaxParallel = 1)] static Task<int> Square([Each("numbers")] int number) => null!;
        """);

    [Fact]
    public Task A_fallback() => AssertFailsAsync(
        "fetch Exception: broken (and its fallback failed: Method 'Cached' of step 'fetch' has returned null instead of a task.)",
        """
        [Step(Fallback = nameof(Cached))] static int Fetch() => throw new FormatException("broken");
        static Task<int> Cached() => null!;
        """);

    [Fact]
    public Task A_compensation() => AssertFailsAsync(
        "then Exception: broken; Exception: Method 'Undo' of step 'fetch' has returned null instead of a task.",
        """
        [Step(Compensate = nameof(Undo))] static int Fetch() => 1;
        static Task Undo() => null!;
        [Step] static void Then(int fetch) => throw new FormatException("broken");
        """);

    [Theory]
    [InlineData("[Step] static int[] Numbers() => null!; [Step] static int Square([Each(\"numbers\")] int number) => number;")]
    [InlineData("[Step] static IReadOnlyList<int> Numbers() => null!; [Step] static void Square([Each(\"numbers\")] int number) { }")]
    [InlineData("[Step] static int Count([Input] int[] numbers = null!) => 0; [Step] static void Square([Each(\"numbers\")] int number) { }")]
    public Task The_source_of_a_fan_out(string steps) =>
        AssertFailsAsync("square Exception: Source 'numbers' of step 'square' is null instead of a collection.", steps);

    [Fact]
    public Task The_plan_of_a_step() => AssertFailsAsync(
        "inner Exception: Member '_inner' is null instead of the plan that step 'inner' runs.",
        """
        private readonly Inner _inner = null!;
        [Step(Plan = typeof(Inner))] private partial Task<Inner.Results> Inner();
        """,
        "[Plan] public partial class Inner { [Step] static int One() => 1; }");

    private static async Task AssertFailsAsync(string expected, string members, string others = "")
    {
        var run = PlanSources.Generate($"[Plan] public partial class P\n{{\n{members}\n}}\n{others}", Test).AssertCompiles();

        Assert.Equal(expected, await run.Load().RunAsync("Test", "Run"));
    }
}
