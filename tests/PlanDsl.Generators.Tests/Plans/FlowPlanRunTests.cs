using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

/// <summary>Loads plans whose options name methods, and plans whose steps run after failures, and runs them.</summary>
public class FlowPlanRunTests
{
    private const string Test = """
        public static class Test
        {
            public static async Task<string> Run()
            {
                var log = new List<string>();
                var outcome = await new P(log).Start().Completion;
                var steps = outcome.Steps.Select(step => $"{step.Id} {step.Status}{(step.SkipCause is { } cause ? $" ({cause})" : "")}{(step.Error is { } error ? $" ({error.Kind})" : "")}");
                return $"{outcome.Status}: {string.Join(", ", steps)}; {string.Join(", ", log)}";
            }
        }
        """;

    [Fact]
    public Task A_condition_that_holds_changes_nothing() => AssertRunsAsync(
        "Succeeded: a Succeeded, b Succeeded; 2",
        """
        [Step] static int A() => 1;
        [Step(When = nameof(IsOne))] void B(int a) => log.Add($"{a + 1}");
        static bool IsOne(int a) => a == 1;
        """);

    [Fact]
    public Task A_condition_that_does_not_hold_skips_the_step_and_leaves_its_result_absent() => AssertRunsAsync(
        "Succeeded: a Succeeded, b Skipped (Condition), c Succeeded; True True",
        """
        [Step] static int A() => 1;
        [Step(When = nameof(IsTwo))] static int B(int a) => a;
        [Step] void C(int? b, [From("b")] object? boxed) => log.Add($"{b is null} {boxed is null}");
        static bool IsTwo([From("a")] long one) => one == 2;
        """);

    [Fact]
    public Task A_condition_binds_what_the_body_does_not() => AssertRunsAsync(
        "Succeeded: a Succeeded, b Skipped (Condition), c Succeeded; ",
        """
        [Step] static async Task<bool> A(CancellationToken ct) { await Task.Yield(); return false; }
        [Step(When = "Go")] static void B() => throw new InvalidOperationException();
        [Step(When = nameof(Stop))] static void C() { }
        bool Go(bool a) => a;
        bool Stop(bool a) => !Go(a);
        """);

    [Fact]
    public Task A_condition_that_throws_fails_the_step() => AssertRunsAsync(
        "Failed: a Failed (Condition), b Cancelled; ",
        """
        [Step(When = nameof(Broken))] static int A() => 1;
        [Step] static void B(int? a) { }
        static bool Broken() => throw new FormatException();
        """);

    [Fact]
    public async Task What_a_condition_makes_optional_is_nullable_in_results()
    {
        var assembly = PlanSources.Generate("""
            [Plan] public partial class P
            {
                [Step(When = nameof(IsWanted))] static int A([Input] bool wanted) => 1;
                [Step] static int B(int? a) => a ?? -1;
                static bool IsWanted([Input] bool wanted) => wanted;
            }
            public static class Test
            {
                public static async Task<string> Run()
                {
                    var (with, without) = (await new P().RunAsync(true), await new P().RunAsync(false));
                    int? a = without.A;
                    return $"{with.A} {with.B} {a is null} {without.B}";
                }
            }
            """).AssertCompiles().Load();
        Assert.Equal("1 1 True -1", await assembly.RunAsync("Test", "Run"));
    }

    [Fact]
    public Task Outcomes_tell_how_the_steps_before_have_ended() => AssertRunsAsync(
        "Failed: a Succeeded, b Failed (Exception), c Cancelled, d Succeeded, e Succeeded; a Succeeded True 7, b Failed broken, c Cancelled, d Succeeded True d",
        """
        [Step] static int A() => 7;
        [Step] static string B(int a) => throw new FormatException("broken");
        [Step] static void C(string b) { }
        [Step(RunWhen = RunWhen.Always)] string D(StepOutcome<int> a, [From("b")] StepOutcome<string> other, StepOutcome<object> c)
        {
            log.Add($"{a.Id} {a.Status} {a.HasValue} {a.Value}");
            log.Add($"{other.Id} {other.Status} {other.Error?.Message}");
            log.Add($"{c.Id} {c.Status}");
            return "d";
        }
        [Step(RunWhen = RunWhen.Failure, DependsOn = [nameof(B)])] void E(StepOutcome<object> d) => log.Add($"{d.Id} {d.Status} {d.HasValue} {d.Value}");
        """);

    [Fact]
    public Task The_outcome_of_a_value_may_be_taken_as_that_of_one_that_may_be_absent() => AssertRunsAsync(
        "Failed: a Succeeded, b Failed (Exception), c Succeeded, d Succeeded; 7, False, 8",
        """
        [Step] static int A() => 7;
        [Step(DependsOn = [nameof(A)])] static int B() => throw new FormatException();
        [Step(RunWhen = RunWhen.Always)] int C(StepOutcome<int?> a, StepOutcome<int?> b) { log.Add($"{a.Value}"); log.Add($"{b.TryGetValue(out _)}"); return 8; }
        [Step(RunWhen = RunWhen.Always)] void D(StepOutcome<int?> c) => log.Add($"{c.Value}");
        """);

    [Fact]
    public Task A_step_that_runs_after_failures_takes_results_that_may_be_absent() => AssertRunsAsync(
        "Failed: a Failed (Exception), b Cancelled, c Succeeded, d Succeeded; True True 3",
        """
        [Step(DependsOn = [nameof(D)])] static int A() => throw new FormatException();
        [Step] static string B(int a) => "";
        [Step(RunWhen = RunWhen.Always)] void C(int? a, string? b, int? d) => log.Add($"{a is null} {b is null} {d}");
        [Step] static int D() => 3;
        """);

    [Fact]
    public Task A_step_for_failures_is_skipped_where_there_are_none() => AssertRunsAsync(
        "Succeeded: a Succeeded, b Skipped (Condition), c Succeeded; True",
        """
        [Step] static int A() => 1;
        [Step(RunWhen = RunWhen.Failure)] static int B(StepOutcome<int> a) => a.Value;
        [Step] void C(int? b) => log.Add($"{b is null}");
        """);

    [Fact]
    public Task A_condition_may_ask_how_steps_have_ended() => AssertRunsAsync(
        "Failed: a Failed (Exception), b Succeeded, c Skipped (Condition); b",
        """
        [Step] static int A() => throw new FormatException();
        [Step(RunWhen = RunWhen.Failure, When = nameof(IsBroken))] void B() => log.Add("b");
        [Step(RunWhen = RunWhen.Failure, When = nameof(IsLate))] void C() => log.Add("c");
        static bool IsBroken(StepOutcome<long> a) => a.Error?.Kind is FailureKind.Exception;
        static bool IsLate(StepOutcome<int> a) => a.Error?.Kind is FailureKind.Timeout;
        """);

    [Fact]
    public Task A_fallback_gives_the_result_that_the_body_could_not() => AssertRunsAsync(
        "Succeeded: a Succeeded, b Succeeded, c Succeeded, d Succeeded; nothing, 7 2",
        """
        [Step] static int A() => 2;
        [Step(Retries = 1, Fallback = nameof(Cached))] static async Task<long> B(CancellationToken ct) { await Task.Yield(); throw new FormatException(); }
        [Step(Fallback = nameof(DoNothing))] static void C() => throw new FormatException();
        [Step(DependsOn = [nameof(C)])] void D(long b, int a) => log.Add($"{b} {a}");
        static async ValueTask<int> Cached(int a, StepContext context, CancellationToken ct) { await Task.Yield(); return 5 + a; }
        Task DoNothing() { log.Add("nothing"); return Task.CompletedTask; }
        """);

    [Fact]
    public Task What_was_done_is_undone_in_reverse_when_the_run_fails() => AssertRunsAsync(
        "Failed: a Succeeded, b Succeeded, c Succeeded, d Failed (Exception); clean, undo b two True, undo a 1",
        """
        [Step(Compensate = nameof(UndoA))] static int A() => 1;
        [Step(Compensate = nameof(UndoB), OnFailure = FailurePolicy.Continue)] static string B(int a) => "two";
        [Step(RunWhen = RunWhen.Always, DependsOn = [nameof(D)])] void C() => log.Add("clean");
        [Step(Compensate = nameof(UndoD))] static int D(string? b) => throw new FormatException();
        void UndoA([From("a")] long number) => log.Add($"undo a {number}");
        async Task UndoB(string b, int? a, StepContext context, CancellationToken ct) { await Task.Yield(); log.Add($"undo b {b} {a == 1}"); }
        void UndoD(int d) => log.Add("never");
        """);

    [Fact]
    public async Task Services_come_from_the_options()
    {
        var assembly = PlanSources.Generate("""
            [Plan] public partial class P
            {
                [Step(Fallback = nameof(Other))] static string A([FromServices] IFormatProvider format, [FromServices] IDisposable? none) => throw new FormatException($"{none is null}");
                static string Other([FromServices] IFormatProvider format) => $"{format is not null}";
            }

            public sealed class Services : IServiceProvider, Microsoft.Extensions.DependencyInjection.IServiceScopeFactory, Microsoft.Extensions.DependencyInjection.IServiceScope
            {
                public IServiceProvider ServiceProvider => this;
                public object? GetService(Type type) => type == typeof(IFormatProvider) ? System.Globalization.CultureInfo.InvariantCulture : type.IsInstanceOfType(this) ? this : null;
                public Microsoft.Extensions.DependencyInjection.IServiceScope CreateScope() => this;
                public void Dispose() { }
            }

            public static class Test
            {
                public static async Task<string> Run()
                {
                    var results = await new P().Start(new PlanOptions { Services = new Services() }).GetResultsAsync();
                    try
                    {
                        new P().Start();
                    }
                    catch (InvalidOperationException)
                    {
                        return $"{results.A}, not without";
                    }

                    return "started without";
                }
            }
            """).AssertCompiles().Load();
        Assert.Equal("True, not without", await assembly.RunAsync("Test", "Run"));
    }

    private static async Task AssertRunsAsync(string expected, string steps)
    {
        var assembly = PlanSources.Generate($$"""
            [Plan] public partial class P(List<string> log)
            {
                List<string> Log => log;
                {{steps}}
            }
            """, Test).AssertCompiles().Load();
        Assert.Equal(expected, await assembly.RunAsync("Test", "Run"));
    }
}
