using System.Reflection;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

/// <summary>Loads governed plans and runs them in virtual time.</summary>
public class GovernedPlanRunTests
{
    private const string Test = """
        public static class Test
        {
            public static async Task<string> Run(TimeProvider clock)
            {
                var start = clock.GetUtcNow();
                var run = new P(clock).Start(new PlanOptions { TimeProvider = clock });
                var outcome = await run.Completion;
                var steps = outcome.Steps.Select(step => $"{step.Id} {step.Status} {step.Attempts}");
                return $"{outcome.Status} {outcome.Error?.Kind}: {string.Join(", ", steps)}; {(clock.GetUtcNow() - start).TotalSeconds}s";
            }
        }
        """;

    [Fact]
    public Task Failed_attempts_are_followed_by_others_after_the_delay() => AssertRunsAsync(
        "Succeeded : a Succeeded 3, b Succeeded 1; 1.5s",
        """
        [Step(Retries = 5, RetryDelay = "750ms")] int A(StepContext context) => context.Attempt < 3 ? throw new FormatException() : context.Attempt;
        [Step] static int B(int a) => a == 3 ? a : throw new InvalidOperationException();
        """);

    [Fact]
    public Task Retries_run_out() => AssertRunsAsync(
        "Failed Exception: a Failed 3, b Cancelled 0; 0s",
        """
        [Step(Retries = 2)] static async Task<int> A(CancellationToken ct) { await Task.Yield(); throw new FormatException(); }
        [Step] static int B(int a) => a;
        """);

    [Fact]
    public async Task Exponential_delays_stay_below_the_greatest()
    {
        var clock = new ManualTimeProvider();
        var start = clock.GetUtcNow();
        await WhileTimePassesAsync(clock, Load("""
            [Step(Retries = 3, RetryBackoff = RetryBackoff.Exponential, RetryDelay = "10s", RetryMaxDelay = "20s")]
            int A(StepContext context) => context.Attempt < 4 ? throw new FormatException() : 1;
            """).RunAsync("Test", "Run", clock));
        Assert.InRange(clock.GetUtcNow() - start, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData("RetryOn = [typeof(FormatException)]", 3)]
    [InlineData("RetryOn = [typeof(TimeoutException), typeof(SystemException)]", 3)]
    [InlineData("RetryOn = [typeof(TimeoutException)]", 1)]
    [InlineData("NoRetryOn = [typeof(TimeoutException)]", 3)]
    [InlineData("NoRetryOn = [typeof(SystemException)]", 1)]
    [InlineData("RetryOn = [typeof(Exception)], NoRetryOn = [typeof(FormatException)]", 1)]
    public Task Exceptions_are_told_apart_by_their_types(string options, int attempts) => AssertRunsAsync(
        $"Failed Exception: a Failed {attempts}; 0s",
        $$"""[Step(Retries = 2, {{options}})] static int A() => throw new FormatException();""");

    [Fact]
    public Task An_attempt_ends_at_its_timeout_and_is_followed_by_another() => AssertRunsAsync(
        "Failed Timeout: a Failed 3; 3s",
        """[Step(Timeout = "1s", Retries = 2)] static Task A(CancellationToken ct) => Cancelled(ct);""");

    [Fact]
    public Task A_default_timeout_holds_for_steps_without_one_of_their_own() => AssertRunsAsync(
        "Failed Timeout: a Failed 1, b Failed 1; 90s",
        """
        [Step(Timeout = "00:01:00", OnFailure = FailurePolicy.Continue)] static Task A(StepContext context) => Cancelled(context.CancellationToken);
        [Step(DependsOn = [nameof(A)])] static Task B(CancellationToken ct) => Cancelled(ct);
        """,
        """DefaultTimeout = "30s" """);

    [Fact]
    public Task A_total_timeout_bounds_all_attempts() => AssertRunsAsync(
        "Failed Timeout: a Failed 1; 2s",
        """[Step(TotalTimeout = "2s", Retries = 5)] static Task A(CancellationToken ct) => Cancelled(ct);""");

    [Fact]
    public Task A_plans_timeout_cancels_what_runs_whatever_its_policy() => AssertRunsAsync(
        "Failed Timeout: a Cancelled 1, b Cancelled 0; 300s",
        """
        [Step(OnFailure = FailurePolicy.Continue)] static Task A(CancellationToken ct) => Cancelled(ct);
        [Step(DependsOn = [nameof(A)])] static void B() { }
        """,
        """Timeout = "5m" """);

    [Fact]
    public async Task The_context_tells_what_is_running_and_until_when()
    {
        var assembly = Load("""
            [Step(Timeout = "1s", Retries = 1)] void A(CancellationToken ct, StepContext context)
            {
                if (context.StepId != "a" || context.Deadline != Clock.GetUtcNow().AddSeconds(1) || context.CancellationToken != ct || !context.ExecId.EndsWith($"/a/{context.Attempt}"))
                    throw new InvalidOperationException("wrong");
                if (context.Attempt == 1)
                    throw new FormatException();
            }
            """);
        Assert.Equal("Succeeded : a Succeeded 2; 0s", await assembly.RunAsync("Test", "Run", new ManualTimeProvider()));
    }

    [Fact]
    public async Task A_pipeline_is_found_by_its_name()
    {
        var assembly = PlanSources.Generate("""
            [Plan] public partial class P { [Step(Pipeline = "twice")] static int A(StepContext context) => context.Attempt == 1 ? throw new FormatException() : context.Attempt; }
            """, """
            using Polly;
            using Polly.Registry;
            using Polly.Retry;
            public static class Test
            {
                public static async Task<string> Run()
                {
                    using var pipelines = new ResiliencePipelineRegistry<string>();
                    pipelines.TryAddBuilder("twice", (builder, _) => builder.AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 1, Delay = TimeSpan.Zero }));
                    var results = await new P().Start(new PlanOptions { Pipelines = pipelines }).GetResultsAsync();
                    return $"{results.A}";
                }
            }
            """).AssertCompiles().Load();
        Assert.Equal("2", await assembly.RunAsync("Test", "Run"));
    }

    [Theory]
    [InlineData("static async Task<int> A(StepContext context) => await Test.ReturnsAsync(context);")]
    [InlineData("static async ValueTask<int> A(StepContext context) => await Test.ReturnsAsync(context);")]
    public async Task Of_attempts_that_overlap_the_first_to_return_has_the_result(string body)
    {
        var assembly = PlanSources.Generate($$"""
            [Plan] public partial class P { [Step(Pipeline = "hedged")] {{body}} }
            """, """
            using Polly;
            using Polly.Hedging;
            using Polly.Registry;
            public static class Test
            {
                public static async Task<int> ReturnsAsync(StepContext context)
                {
                    if (context.Attempt == 2)
                        return 2;
                    var lost = new TaskCompletionSource();
                    using var registration = context.CancellationToken.Register(lost.SetResult);
                    await lost.Task;
                    return 1;
                }

                public static async Task<string> Run()
                {
                    using var pipelines = new ResiliencePipelineRegistry<string>();
                    pipelines.TryAddBuilder<object>("hedged", (builder, _) => builder
                        .AddHedging(new HedgingStrategyOptions<object> { Delay = TimeSpan.Zero, MaxHedgedAttempts = 1 }));
                    return $"{(await new P().Start(new PlanOptions { Pipelines = pipelines }).GetResultsAsync()).A}";
                }
            }
            """).AssertCompiles().Load();
        Assert.Equal("2", await assembly.RunAsync("Test", "Run"));
    }

    private static async Task AssertRunsAsync(string expected, string steps, string options = "")
    {
        var clock = new ManualTimeProvider();
        Assert.Equal(expected, await WhileTimePassesAsync(clock, Load(steps, options).RunAsync("Test", "Run", clock)));
    }

    private static Assembly Load(string steps, string options = "") => PlanSources.Generate($$"""
        [Plan({{options}})] public partial class P(TimeProvider clock)
        {
            TimeProvider Clock => clock;

            static Task Cancelled(CancellationToken ct)
            {
                var end = new TaskCompletionSource();
                ct.Register(() => end.TrySetCanceled(ct));
                return end.Task;
            }

            {{steps}}
        }
        """, Test).AssertCompiles().Load();

    // Nothing but timers keeps these runs from going on.
    private static async Task<string> WhileTimePassesAsync(ManualTimeProvider clock, Task<string> running)
    {
        while (!running.IsCompleted)
        {
            if (!clock.AdvanceToNextTimer())
                await Task.Yield();
        }

        return await running;
    }
}
