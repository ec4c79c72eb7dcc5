using System.Runtime.CompilerServices;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

public class PlanSnapshotTests
{
    [Fact]
    public void A_plan_with_inputs_joins_and_a_tolerated_step() => Verify(PlanSources.OrderReport);

    [Fact]
    public void A_struct_whose_inputs_have_the_names_of_generated_parameters() => Verify("""
        [Plan]
        public readonly partial record struct P(int Factor)
        {
            [Step] int A([Input] int options, [Input] string? cancellationToken, [Input] int plan, [Input] string @class = "c", [Input] DayOfWeek state = DayOfWeek.Friday) => Factor;
        }
        """);

    [Fact]
    public void A_generic_plan_in_a_generic_type() => Verify("""
        namespace N;
        public partial class Outer<T> where T : notnull
        {
            [Plan]
            internal sealed partial class Pair<U> where U : struct
            {
                [Step] (T Item, int Count) First([Input] T item) => (item, 1);
                [Step] Dictionary<T, List<U?>> Second((T Item, int Count) first, [Input] U other) => new() { [first.Item] = [other] };
            }
        }
        """);

    [Fact]
    public void Optional_results_of_every_kind() => Verify("""
        [Plan]
        public partial class P
        {
            [Step(OnFailure = FailurePolicy.Continue)] static int Number() => 1;
            [Step(OnFailure = FailurePolicy.Continue)] static int? Maybe() => 1;
            [Step(OnFailure = FailurePolicy.Continue)] static string Text() => "";
            [Step(Critical = false, OnFailure = FailurePolicy.SkipDependents)] static long Skipping() => 1;
            [Step] static long Dependent(long skipping) => skipping;
            [Step] static string? Join(int? number, int? maybe, string? text) => $"{number}{maybe}{text}";
            [Step] static void Last(object? number, string? join) { }
        }
        """);

    [Fact]
    public void Steps_without_results() => Verify("""
        [Plan(Id = "say.hi")] internal partial record P
        {
            [Step] private void A() { }
            [Step(DependsOn = [nameof(A)])] public static Task BAsync(CancellationToken one, CancellationToken two) => Task.CompletedTask;
            [Step(DependsOn = ["a"])] protected internal ValueTask C() => default;
        }
        """);

    [Fact]
    public void Results_that_nobody_else_can_name() => Verify("""
        [Plan]
        public partial class P
        {
            [Step] static Secret Hide() => new();
            [Step] static Inner Show(Secret hide) => new();
            private sealed class Secret;
        }
        internal sealed class Inner;
        """);

    [Fact]
    public void Overloads_are_told_apart_by_casts() => Verify("""
        [Plan]
        public partial class P
        {
            [Step] static string Read() => "";
            [Step] static void Use(object? read, [Input] long size) { }
            static void Use(string read, int size) => throw new InvalidOperationException();
        }
        """);

    [Fact]
    public void Nullable_parts_and_conversions() => Verify("""
        [Plan]
        public partial class P
        {
            [Step] static List<string?> Names() => [];
            [Step] static string? Maybe() => null;
            [Step] static int Small() => 1;
            [Step] static void Use(List<string?> names, [From("maybe")] object? x, [From("small")] long? wide, [From("names")] IEnumerable<string?> y) { }
        #nullable disable
            [Step] static string Other([From("maybe")] string x) => x;
        }
        """);

    [Fact]
    public void A_plan_whose_steps_are_governed_or_not() => Verify("""
        namespace Shop;
        [Plan(MaxParallel = 4, Timeout = "00:05:00")]
        public partial class P
        {
            [Step(Timeout = "1.5s", Retries = 3, RetryDelay = "500ms", RetryMaxDelay = "30s", RetryBackoff = RetryBackoff.Exponential,
                RetryOn = [typeof(TimeoutException), typeof(Refused<string>)], NoRetryOn = new[] { typeof(Never) }, Pipeline = "the \"orders\"")]
            private Task<int[]> Fetch([Input] DateOnly day, CancellationToken ct) => Task.FromResult(new[] { day.Day });

            [Step(TotalTimeout = "2m")] private static int Sum(int[] fetch) => fetch.Sum();

            [Step] private static void Log(int sum, StepContext context, CancellationToken ct) => context.ReportProgress(1, $"{sum}");

            [Step] private static async ValueTask<string> ShowAsync(StepContext step, int sum) { await Task.Yield(); return $"{step.Attempt} {sum}"; }

            [Step(TotalTimeout = "120s", Retries = 0, RetryDelay = "1s")] private static Task Send(string show, CancellationToken ct) => Task.CompletedTask;

            [Step] private static int Plain(int sum, CancellationToken ct) => sum;

            private sealed class Never : Exception;
        }
        public sealed class Refused<T> : Exception;
        """);

    [Fact]
    public void A_plan_whose_default_timeout_governs_every_step() => Verify("""
        [Plan(DefaultTimeout = "30s")]
        public partial class P
        {
            [Step] static int A() => 1;
            [Step(Timeout = "1h")] static int B(int a) => a;
            [Step] static void C(int b) { }
        }
        """);

    [Fact]
    public void A_plan_with_nothing_but_a_timeout_of_its_own() => Verify("""
        [Plan(Timeout = "250ms")] public partial class P { [Step] static int A() => 1; }
        """);

    [Fact]
    public void A_plan_whose_options_name_methods() => Verify("""
        namespace Shop;
        [Plan]
        public partial class P
        {
            [Step(When = nameof(IsOpen), Fallback = nameof(Cached), Compensate = nameof(Release))]
            private Task<int> Reserve([Input] DateOnly day, CancellationToken ct) => Task.FromResult(day.Day);

            private static bool IsOpen([Input] DateOnly day, string? note) => note is null && day.Day > 1;
            private ValueTask<int> Cached(StepContext context, CancellationToken ct) => new(context.Attempt);
            private static async Task Release(int reserve, [Input] string reason, CancellationToken ct) => await Task.Delay(reserve + reason.Length, ct);

            [Step(OnFailure = FailurePolicy.Continue, Fallback = nameof(NoNote))] private static string Note() => "";
            private static string NoNote() => "none";

            [Step(When = nameof(IsOpen), Compensate = nameof(Forget))] private int? Count(int? reserve) => reserve;
            private void Forget(int? count) { }

            [Step(RunWhen = RunWhen.Always)] private static void Clean(int? size, int? count, string? note) { }
            [Step] private static int Size() => 1;
            [Step] private static long Twice(int size) => 2L * size;
        }
        """);

    [Fact]
    public void A_plan_with_groups_of_every_strategy() => Verify(GroupSources.EveryStrategy);

    [Fact]
    public void A_plan_with_fan_outs_and_loops() => Verify(FanOutSources.Everything);

    [Fact]
    public void A_plan_that_takes_outcomes_and_services() => Verify("""
        namespace Shop;
        [Plan]
        public partial class P
        {
            [Step(When = nameof(IsOpen))] private static int Count() => 1;
            [Step] private static string Name(int? count) => "";
            [Step] private static void Log(string name) { }

            [Step(RunWhen = RunWhen.Always)]
            private static Task Close(StepOutcome<long> count, [From("name")] StepOutcome<string>? named, StepOutcome<object> log, [FromServices] IFormatProvider format, CancellationToken ct) => Task.CompletedTask;

            [Step(RunWhen = RunWhen.Failure, When = nameof(IsBroken), Fallback = nameof(Forget))]
            private static void Alert([FromServices] IFormatProvider? format, int? count) { }

            private static bool IsOpen([Input] bool open) => open;
            private bool IsBroken(StepOutcome<string> name) => name.Error is not null;
            private void Forget([FromServices] IFormatProvider format) { }
        }
        """);

    [Fact]
    public void A_plan_with_a_cycle_keeps_its_signatures() => Verify("""
        [Plan]
        public partial class P
        {
            [Step] static int A(int c, [Input] string name) => c;
            [Step] static int B(int a) => a;
            [Step] static int C(int b) => b;
        }
        """);

    [Fact]
    public void A_type_that_does_not_exist_is_named_nowhere() => Snapshot.Verify(PlanSources.Generate("""
        [Plan]
        public partial class P
        {
            [Step] static List<Missing> A([Input] Missing name) => null!;
            [Step] static int B() => 1;
        }
        """).Source);

    [Fact]
    public void Twice_the_same_key_is_one_member() => Verify("""
        [Plan]
        public partial class P
        {
            [Step(ResultKey = "x")] static int A() => 1;
            [Step(ResultKey = "x")] static string B() => "";
            [Step(ResultKey = "results")] static int C() => 1;
            [Step] static void Start(ref int x) { }
        }
        """);

    [Fact]
    public void A_plan_whose_steps_read_streams_live() => Verify("""
        [Plan(MaxParallel = 2)]
        public partial class P
        {
            [Step(Retries = 3)] IAsyncEnumerable<string> Names([Input] string path, CancellationToken ct) => throw new NotSupportedException();
            [Step] static int Offset() => 1;
            [Step(When = nameof(IsWanted), Fallback = nameof(None))] static IObservable<int> Lengths(IAsyncEnumerable<object> names, int offset) => throw new NotSupportedException();
            static bool IsWanted(int offset) => offset > 0;
            static int[] None() => [];
            [Step] Task<int> Sum(IObservable<int>? lengths) => Task.FromResult(1);
            [Step] static string Last(string names) => names;
        }
        """);

    private static void Verify(string source, [CallerMemberName] string test = "") =>
        Snapshot.Verify(PlanSources.Generate(source).AssertCompiles().Source, callerMember: test);
}
